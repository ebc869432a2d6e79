// Starting and changing subscriptions over HTTP. With `?preview=true` the change is made, billed on paper and undone: what it shows is what it would be.
import { z } from 'zod';
import { findZone } from '../../kernel/calendar/zone.ts';
import { date, says } from '../../platform/fields.ts';
import { orNotFound } from '../../platform/http/not-found.ts';
import { readDate } from '../../platform/http/read-date.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { callerOf, Rehearsal, type Work } from '../../platform/http/work.ts';
import { type AccountRow, findAccount, listAccountsById } from '../accounts/index.ts';
import { requireWithinLimit } from '../people/index.ts';
import {
  asCustomer,
  externalIdOf,
  type FactBody,
  factBody,
  findSubscription,
  readAt,
  readChange,
  recordFacts,
  startBody,
  subscriptionExists,
  subscriptionParams,
  subscriptionShape,
} from '../subscriptions/index.ts';
import { previewAccounts } from './preview-billing.ts';
import { invoiceShape } from './route-shapes.ts';

const query = z.object({
  preview: says(z.enum(['true', 'false']).default('false'), 'Show what it would be and bill, and keep nothing.', 'true'),
  asOf: says(date.optional(), 'Of a preview: what is billed by the end of that day; today if left out.', '2026-02-01'),
});

const changed = z
  .object({
    subscription: says(subscriptionShape, 'As it is with the change.'),
    preview: says(
      z
        .object({
          invoices: says(z.array(invoiceShape), 'What a run would issue to the account, other changes that wait included.'),
          wouldPark: says(z.string().nullable(), 'Why a run would set the account aside instead; null: it would not.', 'Beyond the alarm.'),
        })
        .nullable(),
      'With `preview=true`: what would be billed. Null: the change is made.',
    ),
  })
  .meta({ id: 'ChangedSubscription', description: 'A subscription with a change, made or rehearsed.' });

const refusals = [
  'resource.not_found',
  'access.over_limit',
  'request.date',
  'request.instant',
  'currency.off',
  'subscription.unknown_plan',
  'subscription.unknown_component',
  'subscription.unknown_reference',
  'subscription.repeated_reference',
  'subscription.negative_quantity',
  'subscription.ends_before_start',
  'subscription.wrong_percent',
  'subscription.price_missing',
  'subscription.date_out_of_range',
  'subscription.usage_is_final',
];

const start = defineRoute({
  method: 'POST',
  path: '/v1/subscriptions',
  operationId: 'startSubscription',
  summary: 'Start a subscription',
  tag: 'subscriptions',
  access: { permission: 'subscriptions.write', callers: 'staff' },
  query,
  body: startBody,
  response: changed,
  status: 201,
  refusals: [...refusals, 'subscription.exists'],
  async handle(work, { query: how, body }) {
    const account = orNotFound(await findAccount(work.tx, work.seller.id, body.account));
    if ((await externalIdOf(work.tx, work.seller.id, body.externalId)) !== null) throw subscriptionExists(body.externalId);
    return change(work, how, account, body.externalId, { ...body, do: 'start' }, body.taxCategory);
  },
});

const record = defineRoute({
  method: 'POST',
  path: '/v1/subscriptions/:subscription/changes',
  operationId: 'changeSubscription',
  summary: 'Change a subscription',
  description:
    'Quantity, named item, plan, pause, resume, end, discount, billing day, or taking such a change back. Now, later or backdated: the next run bills the difference. A customer’s people change quantities and items, choose one of the offered plans, end it at the end of its period and take back what is still to come of that, as the settings `customerChanges` and `customerPlans` let them.',
  tag: 'subscriptions',
  access: { permission: 'subscriptions.write', callers: 'both' },
  params: subscriptionParams,
  query,
  body: factBody,
  response: changed,
  refusals: [
    ...refusals,
    'subscription.not_by_customers',
    'subscription.customer_backdates',
    'subscription.plan_not_offered',
    'subscription.ends_within_period',
    'subscription.not_yours_to_void',
  ],
  async handle(work, { params, query: how, body }) {
    const { externalId, accountId } = orNotFound(await externalIdOf(work.tx, work.seller.id, params.subscription));
    const account = orNotFound((await listAccountsById(work.tx, work.seller.id, [accountId]))[0]);
    if (work.account === null) return change(work, how, account, externalId, body, null);
    const customer = { account, subscription: externalId, now: work.now, requestId: work.requestId };
    const own = await asCustomer(work.tx, work.seller, customer, body);
    return change(work, how, account, externalId, own.body, null, own.at);
  },
});

export const changeRoutes: readonly Route[] = [start, record];

async function change(
  work: Work,
  how: z.output<typeof query>,
  account: AccountRow,
  subscription: string,
  body: FactBody,
  taxCategory: string | null,
  when?: number,
): Promise<z.input<typeof changed>> {
  const { tx, seller, now } = work;
  const zone = findZone(account.zone)!;
  const fact = readChange(body, zone);
  if (fact.kind === 'discount') requireWithinLimit(callerOf(work.principal), 'discounts.write', 'percent', fact.percent);
  const at = when ?? readAt(body.at, zone, now);
  const input = { subscription, account: account.externalId, taxCategory, reference: body.reference, at, change: fact };
  await recordFacts(tx, seller, [input], now);
  const after = (await findSubscription(tx, seller.id, subscription, now))! as z.input<typeof subscriptionShape>;
  work.note({ subject: after.id, before: null, after: body });
  if (how.preview === 'false') return { subscription: after, preview: null };
  const asOf = how.asOf === undefined ? null : readDate(how.asOf, 'asOf');
  const { invoices, wouldPark } = await previewAccounts(tx, seller, { accountId: account.id, asOf, after: 0n, limit: 1 }, now);
  throw new Rehearsal({ subscription: after, preview: { invoices, wouldPark: wouldPark[0]?.detail ?? null } });
}
