// Extra items and credits over HTTP. How much somebody may give is limited by his role.
import { z } from 'zod';
import { findZone } from '../../kernel/calendar/zone.ts';
import { multiply } from '../../kernel/money/rational.ts';
import { readDecimal } from '../../kernel/stored-values.ts';
import { decimal, moment, name, period, says } from '../../platform/fields.ts';
import { orNotFound } from '../../platform/http/not-found.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { readMoment } from '../../platform/http/read-date.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { callerOf, type Work } from '../../platform/http/work.ts';
import { type AccountRow, accountFilter, findAccount } from '../accounts/index.ts';
import { requireWithinLimit } from '../people/index.ts';
import { repeatedCredit } from './errors.ts';
import { addCredits, addItems, type ItemInput } from './extra-items.ts';
import { listCredits, listItems } from './list-items.ts';
import { creditShape, itemShape } from './route-shapes.ts';

const read = { permission: 'credits.read', callers: 'both' } as const;
const write = { permission: 'credits.write', callers: 'staff' } as const;
const query = z.object({
  ...pageQuery(['told'], '-told'),
  account: says(z.string().max(255).optional(), 'Of one account, by its id or external id.', 'acme'),
  externalId: says(name.optional(), 'The one with this external id.', 'setup-17'),
});
const whose = {
  externalId: says(name, 'The id by which your own systems know it; each once.', 'setup-17'),
  account: says(z.string().max(255), 'Id or external id.', 'acme'),
};

export const itemBody = z.object({
  ...whose,
  description: says(z.string().min(1).max(500), 'What invoices call it.', 'Migration by hand'),
  at: says(moment.optional(), 'When it is due, or first due; now if left out.', '2026-01-15'),
  amount: says(decimal, 'Of one unit, major units of the account’s currency.', '120.00'),
  quantity: says(decimal.default('1'), 'Units.', '1'),
  taxCategory: says(name.nullable().default(null), 'Which rates apply; standard if left out.', 'standard'),
  every: says(period.nullable().default(null), 'Repeats; null is once.', { unit: 'month', count: 1 }),
  until: says(moment.nullable().default(null), 'When it stops repeating; null is never.', '2026-07-01'),
});

/** Of an account of the caller's; refused where it is beyond his role's limit. */
export function readItem(work: Work, body: z.output<typeof itemBody>, account: AccountRow): ItemInput {
  const zone = findZone(account.zone)!;
  const [amount, quantity] = [readDecimal(body.amount), readDecimal(body.quantity)];
  requireWithinLimit(callerOf(work.principal), 'credits.write', account.currency, multiply(amount, quantity));
  const at = body.at === undefined ? work.now : readMoment(body.at, zone, 'at');
  const until = body.until === null ? null : readMoment(body.until, zone, 'until');
  return { ...body, account: account.externalId, amount, quantity, at, until };
}

const list = defineRoute({
  method: 'GET',
  path: '/v1/extra-items',
  operationId: 'listExtraItems',
  summary: 'List extra items',
  tag: 'items',
  access: read,
  query,
  response: pageOf(itemShape),
  refusals: ['page.cursor'],
  async handle(work, { query: wanted }) {
    return listItems(work.tx, work.seller.id, { ...wanted, accountId: await accountFilter(work, wanted.account) });
  },
});

const add = defineRoute({
  method: 'POST',
  path: '/v1/extra-items',
  operationId: 'addExtraItem',
  summary: 'Charge something outside any plan',
  description: 'Once, or again and again with `every`. An amount below zero is a credit. The next run bills it.',
  tag: 'items',
  access: write,
  body: itemBody,
  response: itemShape,
  status: 201,
  refusals: ['resource.not_found', 'access.over_limit', 'item.repeated', 'field.empty', 'request.date', 'request.instant'],
  async handle(work, { body }) {
    const account = orNotFound(await findAccount(work.tx, work.seller.id, body.account));
    await addItems(work.tx, work.seller, [readItem(work, body, account)], work.now);
    const wanted = { limit: 1, sort: 'told', accountId: account.id, externalId: body.externalId };
    const item = (await listItems(work.tx, work.seller.id, wanted)).data[0]!;
    work.note({ subject: item.id, before: null, after: item });
    return item;
  },
});

const credits = defineRoute({
  method: 'GET',
  path: '/v1/credits',
  operationId: 'listCredits',
  summary: 'List credits',
  tag: 'items',
  access: read,
  query,
  response: pageOf(creditShape),
  refusals: ['page.cursor'],
  async handle(work, { query: wanted }) {
    return listCredits(work.tx, work.seller.id, { ...wanted, accountId: await accountFilter(work, wanted.account) });
  },
});

const credit = defineRoute({
  method: 'POST',
  path: '/v1/credits',
  operationId: 'addCredit',
  summary: 'Give a credit',
  description: 'Lowers what was charged for an item or a component in one period, to zero at the most.',
  tag: 'items',
  access: write,
  body: z.object({
    ...whose,
    item: says(name, 'External id of an extra item, or plan version and component.', 'cloud/seat'),
    at: says(moment.optional(), 'A moment in the period that it lowers; now if left out.', '2026-01-15'),
    amount: says(decimal, 'Major units, above zero.', '5.00'),
    currency: says(z.string().max(3).optional(), 'Needed where the account is charged for it in several.', 'EUR'),
    reason: says(z.string().max(1000).default(''), 'Why.', 'Outage on 12 January'),
  }),
  response: creditShape,
  status: 201,
  refusals: [
    'resource.not_found',
    'access.over_limit',
    'credit.not_positive',
    'credit.currency_needed',
    'credit.other_currency',
    'credit.repeated',
    'field.empty',
    'request.date',
    'request.instant',
    'subscription.usage_is_final',
  ],
  async handle(work, { body }) {
    const { tx, seller } = work;
    const account = orNotFound(await findAccount(tx, seller.id, body.account));
    const amount = readDecimal(body.amount);
    requireWithinLimit(callerOf(work.principal), 'credits.write', body.currency ?? account.currency, amount);
    const wanted = { limit: 1, sort: 'told', accountId: null, externalId: body.externalId };
    if ((await listCredits(tx, seller.id, wanted)).data.length > 0) throw repeatedCredit(body.externalId);
    const { currency, ...rest } = body;
    const at = body.at === undefined ? work.now : readMoment(body.at, findZone(account.zone)!, 'at');
    const input = { ...rest, account: account.externalId, amount, at, ...(currency === undefined ? {} : { currency }) };
    await addCredits(tx, seller, [input], work.now);
    const made = (await listCredits(tx, seller.id, wanted)).data[0]!;
    // The currency is known only now, and limits go by it.
    requireWithinLimit(callerOf(work.principal), 'credits.write', made.currency, amount);
    work.note({ subject: made.id, before: null, after: made });
    return made;
  },
});

export const itemRoutes: readonly Route[] = [list, add, credits, credit];
