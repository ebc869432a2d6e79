// Publishes prices: entries of a list that are never changed, only followed by later ones.
import type { Day } from '../../kernel/calendar/civil.ts';
import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { writeEvents } from '../../platform/events/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { listAccountsById, requireCurrentCurrency, reserveIdentities } from '../accounts/index.ts';
import { findComponents } from '../catalog/index.ts';
import type { Price, PriceEntry } from './core/price.ts';
import { checkPrice } from './core/validate-price.ts';
import { tell } from './events.ts';
import { findPriced, insertEntries, type NewEntry } from './store.ts';

export interface PriceInput {
  /** Ref, "P/seat". */
  readonly component: string;
  readonly currency: string;
  /** Null: both audiences. */
  readonly audience: PriceEntry['audience'];
  /** An override for one buyer. */
  readonly buyerId: bigint | null;
  /** Null: since ever. */
  readonly validFrom: Day | null;
  /** Says that days already past are meant: they are rated again, and customers get the difference. */
  readonly correction: boolean;
  readonly price: Price;
}

export interface PublishedPrice {
  readonly componentId: bigint;
  readonly component: string;
  /** The version of the plan it belongs to. */
  readonly plan: string;
  readonly validFrom: Day | null;
  /** The first price of its place: nobody can have been billed by another. */
  readonly isFirst: boolean;
}

/** All or none. `today` is the seller's day. */
export async function publishPriceEntries(
  tx: Transaction,
  sellerId: bigint,
  inputs: readonly PriceInput[],
  today: Day,
  now: number,
): Promise<PublishedPrice[]> {
  const components = await findComponents(
    tx,
    sellerId,
    inputs.map((input) => input.component),
  );
  inputs.forEach((input, index) => {
    const path = `prices[${index}]`;
    requireCurrentCurrency(input.currency, `${path}.currency`);
    if (!components.has(input.component)) {
      throw new Refusal(
        'price.unknown_component',
        `There is no component "${input.component}". Publish its plan first, or correct the name.`,
        {
          path: `${path}.component`,
          parameters: { component: input.component },
        },
      );
    }
    const fault = checkPrice(input.price)[0];
    if (fault !== undefined) throw new Refusal(fault.code, fault.message, { path: `${path}.price.${fault.path}` });
  });
  await requireBuyers(tx, sellerId, inputs);
  const priced = await findPriced(
    tx,
    sellerId,
    [...components.values()].map((component) => component.id),
  );
  const nextId = await reserveIdentities(tx, inputs.length);
  const published: PublishedPrice[] = [];
  const entries = inputs.map((input, index): NewEntry => {
    const component = components.get(input.component)!;
    const isFirst =
      !priced.has(`${component.id}/${input.currency}/${input.audience ?? ''}/${input.buyerId ?? ''}`) && input.buyerId === null;
    if (!isFirst && !input.correction && (input.validFrom === null || input.validFrom < today)) throw needsCorrection(input, index);
    published.push({ componentId: component.id, component: input.component, plan: component.plan, validFrom: input.validFrom, isFirst });
    return {
      id: nextId(),
      componentId: component.id,
      currency: input.currency,
      audience: input.audience,
      buyerId: input.buyerId,
      fromDay: input.validFrom,
      recorded: now,
      correction: input.correction,
      price: input.price,
    };
  });
  await insertEntries(tx, sellerId, entries);
  await writeEvents(
    tx,
    inputs.map(({ component, currency, validFrom, buyerId, correction }) => {
      const buyer = buyerId === null ? null : formatIdentifier('acc', buyerId);
      const data = { currency, validFrom: validFrom === null ? null : formatDay(validFrom), buyer, correction };
      return tell['price.published']({ sellerId, subject: component, occurredAt: now, data });
    }),
  );
  return published;
}

/** An override is for an account of this seller. */
async function requireBuyers(tx: Transaction, sellerId: bigint, inputs: readonly PriceInput[]): Promise<void> {
  const ids = [...new Set(inputs.flatMap((input) => input.buyerId ?? []))];
  if (ids.length === 0) return;
  const known = new Set((await listAccountsById(tx, sellerId, ids)).map((account) => account.id));
  inputs.forEach(({ buyerId }, index) => {
    if (buyerId !== null && !known.has(buyerId)) {
      throw new Refusal('price.unknown_buyer', 'The price is for an account that this seller does not have. Name one of his own.', {
        path: `prices[${index}].buyerId`,
      });
    }
  });
}

function needsCorrection(input: PriceInput, index: number): Refusal {
  const from = input.validFrom === null ? 'ever' : formatDay(input.validFrom);
  return new Refusal(
    'price.in_the_past',
    `A price of "${input.component}" valid since ${from} would change what was already billed. Let it begin today or later, or publish it as a correction.`,
    { path: `prices[${index}].from`, parameters: { component: input.component, from } },
  );
}
