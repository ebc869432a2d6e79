// Prices over HTTP: what is published, and how it is read.
import { z } from 'zod';
import { date, decimal, name, says } from '../../platform/fields.ts';
import { orNotFound } from '../../platform/http/not-found.ts';
import { readDate } from '../../platform/http/read-date.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { findAccount } from '../accounts/index.ts';
import { readPrice } from './core/read-price.ts';
import { price } from './price-shape.ts';
import type { PriceInput } from './publish-prices.ts';

const currency = says(z.string().max(3), 'ISO 4217.', 'EUR');

export const priceBody = z.object({
  component: says(name, 'Plan version and component.', 'cloud/seat'),
  currency,
  audience: says(z.enum(['resellers', 'companies']).nullable().default(null), 'Whose list it stands in; null is both.', 'companies'),
  buyer: says(z.string().max(255).nullable().default(null), 'An override for one account, by its id or external id.', 'acme'),
  from: says(date.nullable().default(null), 'First day; null is since ever.', '2026-03-01'),
  correction: says(
    z.boolean().default(false),
    'Days already past are meant: they are rated again, and customers get the difference.',
    false,
  ),
  price,
});

export const pricesBody = z.object({ prices: says(z.array(priceBody).min(1).max(5000), 'All or none.') });
export type PricesBody = z.output<typeof pricesBody>;

export async function readPriceBodies(tx: Transaction, sellerId: bigint, { prices }: PricesBody): Promise<PriceInput[]> {
  const inputs: PriceInput[] = [];
  for (const [index, one] of prices.entries()) {
    const path = `prices[${index}]`;
    inputs.push({
      component: one.component,
      currency: one.currency,
      audience: one.audience,
      buyerId: one.buyer === null ? null : orNotFound(await findAccount(tx, sellerId, one.buyer)).id,
      validFrom: one.from === null ? null : readDate(one.from, `${path}.from`),
      correction: one.correction,
      price: readPrice(one.price, `${path}.price`),
    });
  }
  return inputs;
}

const step = z.enum(['override', 'global', 'plan']);

const named = {
  list: says(
    z.enum(['override', 'resellers', 'companies', 'everyone']),
    'Where it stands; `override` is for this buyer alone.',
    'companies',
  ),
  planVersion: says(z.string(), 'The version that the component belongs to.', 'cloud'),
  from: says(z.string().nullable(), 'First day; null since ever.', '2026-03-01'),
  recordedAt: says(z.string(), 'When it was published.', '2026-02-10T00:00:00Z'),
  correction: says(z.boolean(), 'Whether it corrects the past.', false),
  price,
};

export const priceExplanation = z
  .object({
    edges: says(
      z.array(
        z.object({
          seller: says(z.string(), 'Key of who sells.', 'provider'),
          buyer: says(z.string(), 'External id of who buys from him.', 'acme'),
          currency: says(z.string(), 'In which it is bought there.', 'EUR'),
          price: says(
            z.object({ ...named, step: says(step, 'Which rule chose it.', 'global') }).nullable(),
            'Null: it is not for sale there.',
          ),
          amount: says(z.string().nullable(), 'For the quantity.', '155'),
          cost: says(z.string().nullable(), 'What this seller pays himself.', '100'),
          margin: says(z.string().nullable(), 'The difference.', '55'),
          belowCost: says(z.boolean(), 'Whether he loses by it.', false),
          considered: says(
            z.array(z.object({ ...named, whyNot: says(z.string(), 'Why it was not this one.', 'superseded') })),
            'What else might have been.',
          ),
        }),
      ),
      'From the seller’s own purchase down to the account.',
    ),
  })
  .meta({ id: 'PriceExplanation', description: 'Why a price is what it is.' });

export const priceQuestion = z.object({
  component: says(name, 'Plan version and component.', 'cloud/seat'),
  on: says(date.optional(), 'Default today, where the account is.', '2026-03-01'),
  quantity: says(decimal.default('1'), 'For how many.', '5'),
  currency: says(z.string().max(3).optional(), 'Default what the account buys in.', 'EUR'),
});

export const entryShape = z
  .object({
    id: says(z.string(), 'Its id.', 'pri_00000000000zg'),
    component: says(z.string(), 'Plan version and component.', 'cloud/seat'),
    currency: says(z.string(), 'ISO 4217.', 'EUR'),
    audience: says(z.string().nullable(), 'Whose list; null is both.', 'companies'),
    buyer: says(z.string().nullable(), 'External id of the account it is an override for.', 'acme'),
    from: says(z.string().nullable(), 'First day; null since ever.', '2026-03-01'),
    recordedAt: says(z.string(), 'When it was published.', '2026-02-10T00:00:00Z'),
    correction: says(z.boolean(), 'Whether it corrects the past.', false),
    price,
  })
  .meta({ id: 'PriceEntry', description: 'A price of a list. It never changes; a later one takes its place.' });
