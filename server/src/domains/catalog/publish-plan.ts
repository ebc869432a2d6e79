// Publishes plan versions: from then on they never change, and subscribers keep theirs until they are moved.

import type { Period } from '../../kernel/calendar/period.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { writeEvents } from '../../platform/events/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { requireText, reserveIdentities } from '../accounts/index.ts';
import type { Commitment, Component } from './core/component.ts';
import { tell } from './events.ts';
import { findPlans, insertVersions, type NewVersion } from './store.ts';
import { storedComponent, storedPlan } from './stored-component.ts';

export interface ComponentInput extends Omit<Component, 'ref' | 'plan'> {
  readonly description?: string;
  readonly unit?: string | null;
}

export interface PlanInput {
  readonly key: string;
  readonly name: string;
  readonly period: Period;
  readonly commitment: Commitment | null;
  readonly components: readonly ComponentInput[];
}

export interface PublishedVersion {
  readonly key: string;
  /** What timelines and quotes call the version: the key for the first one, "key~2" for the second. */
  readonly ref: string;
  readonly version: number;
  readonly id: bigint;
}

/** A plan that is there gets another version, a new one its first. */
export async function publishPlans(
  tx: Transaction,
  sellerId: bigint,
  inputs: readonly PlanInput[],
  now: number,
): Promise<PublishedVersion[]> {
  inputs.forEach(checkPlan);
  await lockPlans(tx, sellerId);
  const present = await findPlans(
    tx,
    sellerId,
    inputs.map((input) => input.key),
  );
  inputs.forEach((input, index) => {
    if (present.get(input.key)?.isResold) throw planIsResold(input.key, `plans[${index}].key`);
  });
  const nextId = await reserveIdentities(
    tx,
    inputs.reduce((count, input) => count + 2 + input.components.length, 0),
  );
  const versions = inputs.map((input): NewVersion => {
    const plan = present.get(input.key);
    const version = (plan?.lastVersion ?? 0) + 1;
    const ref = version === 1 ? input.key : `${input.key}~${version}`;
    present.set(input.key, { id: plan?.id ?? nextId(), lastVersion: version, isResold: false });
    return {
      planId: present.get(input.key)!.id,
      planIsNew: plan === undefined,
      id: nextId(),
      key: input.key,
      name: input.name,
      version,
      ref,
      definition: storedPlan(input),
      components: input.components.map((component) => ({
        id: nextId(),
        key: component.key,
        ref: `${ref}/${component.key}`,
        description: component.description ?? component.key,
        unit: component.unit ?? null,
        definition: storedComponent({ ...withoutTexts(component), ref, plan: ref }),
        meter: component.meter,
      })),
    };
  });
  await insertVersions(tx, sellerId, versions, now);
  await writeEvents(
    tx,
    versions.map(({ key, ref, version }) =>
      tell['plan.published']({ sellerId, subject: ref, occurredAt: now, data: { plan: key, version } }),
    ),
  );
  return versions.map(({ key, ref, version, id }) => ({ key, ref, version, id }));
}

/** Versions are counted, so one at a time. */
export async function lockPlans(tx: Transaction, sellerId: bigint): Promise<void> {
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`plans of ${sellerId}`]);
}

function planIsResold(key: string, path: string): Refusal {
  return new Refusal('plan.resold', `The plan "${key}" is the seller's above. Publish a plan of your own under another key.`, {
    path,
    parameters: { key },
  });
}

function withoutTexts({ description: _description, unit: _unit, ...component }: ComponentInput): Omit<Component, 'ref' | 'plan'> {
  return component;
}

export function checkPlan(plan: PlanInput, index: number): void {
  const path = `plans[${index}]`;
  requireText(plan.key, `${path}.key`);
  if (plan.components.length === 0) {
    throw new Refusal('plan.empty', `The plan "${plan.key}" has no components. Give it at least one.`, { path: `${path}.components` });
  }
  const keys = new Set<string>();
  plan.components.forEach((component, place) => {
    const at = `${path}.components[${place}]`;
    requireText(component.key, `${at}.key`);
    if (keys.has(component.key)) {
      throw new Refusal('component.repeated', `The plan "${plan.key}" names the component "${component.key}" twice. Keep one.`, {
        path: at,
      });
    }
    keys.add(component.key);
    if (component.kind === 'metered' && component.meter === null) {
      throw new Refusal('component.meter_missing', `The metered component "${component.key}" names no meter. Say which meter it bills.`, {
        path: `${at}.meter`,
      });
    }
    if ((component.kind === 'metered' || component.kind === 'allocation') && component.timing === 'advance') {
      throw new Refusal('component.timing', `"${component.key}" is billed by what was used or held; that is known in arrears only.`, {
        path: `${at}.timing`,
      });
    }
  });
  for (const key of plan.commitment?.components ?? []) {
    if (!keys.has(key)) {
      throw new Refusal('commitment.unknown_component', `The commitment of "${plan.key}" names "${key}", which the plan does not have.`, {
        path: `${path}.commitment.components`,
      });
    }
  }
}
