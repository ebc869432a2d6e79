// From where on usage is kept: older months were dropped as a whole, and what they measured stays as it was billed.
import { type Day, formatDay } from '../../kernel/calendar/civil.ts';
import { addPeriod } from '../../kernel/calendar/period.ts';
import type { Zone } from '../../kernel/calendar/zone.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { Component } from '../catalog/index.ts';
import { usageIsFinal } from './errors.ts';

/** First in a transaction that sees one moment throughout: a table goes for everybody at once, whatever moment he sees. */
export const HOLD_USAGE = 'lock table only usage_event in access share mode';

/** The instant from which on events are kept; null keeps all. Until the transaction ends no month is dropped under it. */
export async function holdUsage(tx: Transaction): Promise<number | null> {
  await tx.client.query(HOLD_USAGE);
  return readUsageHorizon(tx);
}

export async function readUsageHorizon(tx: Transaction): Promise<number | null> {
  const { rows } = await tx.client.query<{ from: number }>(`select first_kept::timestamp at time zone 'UTC' as "from" from usage_horizon`);
  return rows[0]?.from ?? null;
}

/** Refuses what would reach into periods that began before the horizon: of what they measured nothing changes any more. */
export function requireOpenUsage(
  usageFrom: number | null,
  told: { readonly day: Day; readonly zone: Zone; readonly path: string },
  components: Iterable<Component>,
): void {
  if (usageFrom === null) return;
  const horizon = told.zone.dayOf(usageFrom) + 1;
  for (const { kind, period } of components) {
    if (kind !== 'metered') continue;
    const open = period.unit === 'hour' ? horizon + Math.ceil(period.count / 24) : addPeriod(horizon, period, 1);
    if (told.day < open) throw usageIsFinal(formatDay(open), told.path);
  }
}
