// Accounts that a billing run set aside, over HTTP, and the way back for them.
import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { says } from '../../platform/fields.ts';
import { orNotFound } from '../../platform/http/not-found.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { lockAccounts, unparkAccounts } from './billing-dates.ts';
import { findAccount } from './find-account.ts';
import { listParkedPage, parkedSorts } from './list-parked.ts';

const parkedShape = z
  .object({
    id: says(z.string(), 'The account’s id.', 'acc_00000000000zg'),
    externalId: says(z.string(), 'Its external id.', 'acme'),
    name: says(z.string(), 'What it is called.', 'Acme GmbH'),
    code: says(z.string(), 'Why, as a code.', 'billing.alarm_total'),
    detail: says(z.string(), 'Why, as a sentence.', 'The invoice would be beyond the alarm.'),
    parkedAt: says(z.string(), 'Since when.', '2026-01-01T00:10:00Z'),
  })
  .meta({ id: 'ParkedAccount', description: 'Nothing is charged to it until somebody takes it back.' });

const list = defineRoute({
  method: 'GET',
  path: '/v1/parked-accounts',
  operationId: 'listParkedAccounts',
  summary: 'List accounts that a billing run set aside',
  tag: 'billing',
  access: { permission: 'billing.read', callers: 'staff' },
  query: z.object({
    ...pageQuery(parkedSorts),
    code: says(z.string().max(100).optional(), 'Only for this reason.', 'billing.alarm_total'),
  }),
  response: pageOf(parkedShape),
  refusals: ['page.cursor'],
  async handle({ tx, seller }, { query }) {
    return listParkedPage(tx, seller.id, query, (row) => ({
      id: formatIdentifier('acc', row.accountId),
      externalId: row.externalId,
      name: row.name,
      code: row.code,
      detail: row.detail,
      parkedAt: formatInstant(row.parkedAt),
    }));
  },
});

const release = defineRoute({
  method: 'POST',
  path: '/v1/parked-accounts/:account/release',
  operationId: 'releaseParkedAccount',
  summary: 'Take an account back into the next billing run',
  tag: 'billing',
  access: { permission: 'billing.run', callers: 'staff' },
  params: z.object({ account: says(z.string().max(255), 'Its id or external id.', 'acme') }),
  response: z.object({ released: says(z.boolean(), 'False: it was not parked.', true) }),
  refusals: ['resource.not_found'],
  async handle(work, { params }) {
    const account = orNotFound(await findAccount(work.tx, work.seller.id, params.account));
    await lockAccounts(work.tx, work.seller.id, [account.id]);
    const released = (await unparkAccounts(work.tx, work.seller.id, [account.id], work.now)) > 0;
    work.note({ subject: formatIdentifier('acc', account.id), before: { parked: released }, after: { parked: false } });
    return { released };
  },
});

export const parkedRoutes: readonly Route[] = [list, release];
