// Takes plans over from the seller above, version by version: what is sold stays the same all the way down, only prices are each seller's own.
import { Refusal } from '../../kernel/refusal.ts';
import { writeEvents } from '../../platform/events/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { reserveIdentities, type Seller } from '../accounts/index.ts';
import { tell } from './events.ts';
import { lockPlans, type PublishedVersion } from './publish-plan.ts';
import { findPlans, insertVersions, listDefinitions, type NewVersion } from './store.ts';

/** Called again it takes over what was published since. Answers the versions that are new. */
export async function resellPlans(tx: Transaction, reseller: Seller, keys: readonly string[], now: number): Promise<PublishedVersion[]> {
  const { parentId } = reseller;
  if (parentId === null)
    throw new Refusal('plan.no_seller_above', 'The provider has no seller above. Publish the plan itself.', { path: 'plans' });
  await lockPlans(tx, reseller.id);
  const present = await findPlans(tx, reseller.id, keys);
  const offered = await listDefinitions(tx, parentId, keys);
  keys.forEach((key, index) => {
    const path = `plans[${index}]`;
    if (present.get(key)?.isResold === false) {
      throw new Refusal('plan.key_taken', `There is a plan "${key}" of your own. The one of the seller above cannot have its key.`, {
        path,
        parameters: { key },
      });
    }
    if (!offered.some((one) => one.key === key)) {
      throw new Refusal('plan.not_offered', `The seller above has no published plan "${key}". Correct the key.`, {
        path,
        parameters: { key },
      });
    }
  });
  const fresh = offered.filter((one) => one.version > (present.get(one.key)?.lastVersion ?? 0));
  const nextId = await reserveIdentities(
    tx,
    fresh.reduce((count, one) => count + 2 + one.components.length, 0),
  );
  const plans = new Map([...present].map(([key, plan]) => [key, plan.id]));
  const versions = fresh.map((one): NewVersion => {
    const known = plans.get(one.key);
    const planId = known ?? nextId();
    plans.set(one.key, planId);
    return {
      ...one,
      planId,
      planIsNew: known === undefined,
      resoldFrom: { sellerId: parentId, planId: one.planId },
      id: nextId(),
      components: one.components.map((component) => ({ ...component, id: nextId(), meter: component.definition.meter })),
    };
  });
  await insertVersions(tx, reseller.id, versions, now);
  await writeEvents(
    tx,
    versions.map(({ key, ref, version }) =>
      tell['plan.published']({ sellerId: reseller.id, subject: ref, occurredAt: now, data: { plan: key, version } }),
    ),
  );
  return versions.map(({ key, ref, version, id }) => ({ key, ref, version, id }));
}
