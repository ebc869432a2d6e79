// Which meters a component reads: its own, and those whose limits a capacity price names.
import type { Component } from '../../catalog/core/component.ts';
import type { Price } from '../../pricelists/core/price.ts';

/** `prices` are all that the component may have. A component without a meter reads the one of its own name. */
export function measuredMeters(component: Component, prices: Iterable<Price>): Set<string> {
  if (component.kind !== 'metered') return new Set();
  const meters = new Set([component.meter ?? component.key]);
  for (const { tiers } of prices) for (const tier of tiers) for (const meter of tier.limits?.keys() ?? []) meters.add(meter);
  return meters;
}
