// Billing runs over HTTP: ask for one, see how far it is, and see beforehand what one would bill.
import { z } from 'zod';
import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatIdentifier, parseIdentifier } from '../../kernel/identifier.ts';
import { date, says } from '../../platform/fields.ts';
import { providerOnly } from '../../platform/http/clock-routes.ts';
import { orNotFound, readIdentifier } from '../../platform/http/not-found.ts';
import { pageOf, pageQuery, wrongCursor } from '../../platform/http/paging.ts';
import { readDate } from '../../platform/http/read-date.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { findAccount } from '../accounts/index.ts';
import { findOrder, listOrders, orderBilling } from './billing-orders.ts';
import { previewAccounts } from './preview-billing.ts';
import { invoiceShape } from './route-shapes.ts';
import { horizonOf } from './run-billing.ts';

const read = { permission: 'billing.read', callers: 'staff' } as const;
const asOf = says(date.optional(), 'What is due by the end of that day, in each account’s own zone; today if left out.', '2026-02-01');
const orNull = (description: string, example: string) => says(z.string().nullable(), description, example);
const count = (description: string) => says(z.int(), description, 120);

const runShape = z
  .object({
    id: says(z.string(), 'Its id.', 'run_00000000000zg'),
    isScheduled: says(z.boolean(), 'Whether a server did it by itself, as every hour; those that found nobody due are not told of.', false),
    asOf: orNull('Up to which day; null: the day it began.', '2026-02-01'),
    state: says(z.enum(['waiting', 'running', 'done', 'failed']), 'How far it is.', 'done'),
    orderedAt: says(z.string(), 'When it was asked for.', '2026-02-01T00:00:00Z'),
    beganAt: orNull('When it began.', '2026-02-01T00:00:01Z'),
    endedAt: orNull('When it ended.', '2026-02-01T00:00:09Z'),
    accounts: count('Accounts looked at so far.'),
    documents: count('Invoices and credit notes issued so far.'),
    lines: count('Lines on them.'),
    parked: count('Accounts set aside so far.'),
    failure: orNull('Why it failed.', 'billing.day_not_come: 2026-02-01 has not come yet.'),
  })
  .meta({
    id: 'BillingRun',
    description: 'A billing run: asked for by somebody, or done by a server when something was due.',
  });

const order = defineRoute({
  method: 'POST',
  path: '/v1/billing-runs',
  operationId: 'startBillingRun',
  summary: 'Bill what is due',
  description: 'For every seller of the installation, which is why only the provider may. A second run right after bills nothing.',
  tag: 'billing',
  access: { permission: 'billing.run', callers: 'staff' },
  // The queue of jobs belongs to the engine.
  role: 'engine',
  body: z.object({ asOf }),
  response: runShape,
  status: 202,
  refusals: ['access.provider_only', 'billing.day_not_come', 'request.date'],
  async handle(work, { body }) {
    if (work.seller.parentId !== null) throw providerOnly();
    const day = body.asOf === undefined ? null : readDate(body.asOf, 'asOf');
    await horizonOf(work.tx, day, work.now);
    const id = await orderBilling(work.tx, work.seller.id, day, work.now);
    work.note({ subject: formatIdentifier('run', id), before: null, after: body });
    return (await findOrder(work.tx, work.seller.id, id))!;
  },
});

const list = defineRoute({
  method: 'GET',
  path: '/v1/billing-runs',
  operationId: 'listBillingRuns',
  summary: 'List billing runs',
  tag: 'billing',
  access: read,
  query: z.object({
    ...pageQuery(['ordered'], '-ordered'),
    state: says(runShape.shape.state.optional(), 'Only these.', 'failed'),
    asOf: says(date.optional(), 'Only those up to that day.', '2026-02-01'),
    scheduled: says(z.enum(['true', 'false']).optional(), 'Only those that servers did by themselves, or only the others.', 'true'),
  }),
  response: pageOf(runShape),
  refusals: ['page.cursor', 'request.date'],
  async handle({ tx, seller }, { query }) {
    const day = query.asOf === undefined ? null : formatDay(readDate(query.asOf, 'asOf'));
    return listOrders(tx, seller.id, {
      ...query,
      state: query.state ?? null,
      asOf: day,
      isScheduled: query.scheduled === undefined ? null : query.scheduled === 'true',
    });
  },
});

const get = defineRoute({
  method: 'GET',
  path: '/v1/billing-runs/:run',
  operationId: 'getBillingRun',
  summary: 'See how far a billing run is',
  tag: 'billing',
  access: read,
  params: z.object({ run: says(z.string().max(100), 'Its id.', 'run_00000000000zg') }),
  response: runShape,
  refusals: ['resource.not_found'],
  async handle({ tx, seller }, { params }) {
    return orNotFound(await findOrder(tx, seller.id, readIdentifier('run', params.run)));
  },
});

const GREATEST_PREVIEW = 100;

const preview = defineRoute({
  method: 'GET',
  path: '/v1/billing-preview',
  operationId: 'previewBilling',
  summary: 'See what a run would bill',
  description:
    'The first two steps of a run, and nothing written. A day still to come is a forecast of what is recurring. Page by page of accounts.',
  tag: 'billing',
  access: read,
  query: z.object({
    asOf,
    account: says(z.string().max(255).optional(), 'Of one account, by its id or external id.', 'acme'),
    limit: says(z.coerce.number().int().min(1).max(GREATEST_PREVIEW).default(20), 'How many accounts at most.', 20),
    cursor: says(z.string().max(100).optional(), 'The "nextCursor" of the page before.', 'acc_00000000000zg'),
  }),
  response: z
    .object({
      invoices: says(z.array(invoiceShape), 'What would be issued; without ids and numbers.'),
      wouldPark: says(
        z.array(
          z.object({
            account: says(z.string(), 'External id.', 'acme'),
            code: says(z.string(), 'Why, as a code.', 'billing.alarm_total'),
            detail: says(z.string(), 'Why, as a sentence.', 'Beyond the alarm.'),
          }),
        ),
        'Accounts that the run would set aside.',
      ),
      nextCursor: orNull('Ask for the next page with it; null after the last.', 'acc_00000000000zg'),
    })
    .meta({ id: 'BillingPreview', description: 'What a run would bill.' }),
  refusals: ['resource.not_found', 'page.cursor', 'request.date'],
  async handle({ tx, seller, now }, { query }) {
    const accountId = query.account === undefined ? null : orNotFound(await findAccount(tx, seller.id, query.account)).id;
    const after = query.cursor === undefined ? 0n : parseIdentifier('acc', query.cursor);
    if (after === null) throw wrongCursor();
    const day = query.asOf === undefined ? null : readDate(query.asOf, 'asOf');
    const { invoices, wouldPark, nextAfter } = await previewAccounts(tx, seller, { accountId, asOf: day, after, limit: query.limit }, now);
    return { invoices, wouldPark, nextCursor: nextAfter === null ? null : formatIdentifier('acc', nextAfter) };
  },
});

export const billingRoutes: readonly Route[] = [order, list, get, preview];
