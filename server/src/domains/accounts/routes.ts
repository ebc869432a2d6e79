// Accounts over HTTP: list, read, put by external id, change one's particulars, and many at once for imports.
import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier, parseIdentifier } from '../../kernel/identifier.ts';
import { requireUnchanged, tagAnswer } from '../../platform/http/etag.ts';
import { notFound, orNotFound } from '../../platform/http/not-found.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Work } from '../../platform/http/work.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { lockAccounts } from './billing-dates.ts';
import { repeatedAccount } from './errors.ts';
import { findAccount } from './find-account.ts';
import { accountSorts, listAccounts } from './list-accounts.ts';
import { accountBody, accountFields, accountShape, expansions } from './route-shapes.ts';
import { type AccountRow, type AccountTimes, findAccounts, listAccountsById, listAccountTimes } from './store.ts';
import { type AccountInput, upsertAccounts } from './upsert-accounts.ts';

const params = z.object({
  account: z
    .string()
    .max(255)
    .meta({ description: 'The account’s id, or its external id.', examples: ['acc_00000000000zg'] }),
});

type AccountAnswer = z.input<typeof accountShape>;

const list = defineRoute({
  method: 'GET',
  path: '/v1/accounts',
  operationId: 'listAccounts',
  summary: 'List accounts',
  tag: 'accounts',
  access: { permission: 'accounts.read', callers: 'both' },
  query: z.object({
    ...pageQuery(accountSorts),
    kind: accountFields.kind.optional(),
    country: accountFields.country.unwrap().optional(),
    currency: accountFields.currency.optional(),
    search: z
      .string()
      .min(1)
      .max(200)
      .optional()
      .meta({
        description: 'What the external id or the name begins with, in capitals or not. The order is then that of the search.',
        examples: ['acme'],
      }),
    expand: expansions,
  }),
  response: pageOf(accountShape),
  refusals: ['page.cursor'],
  async handle({ tx, seller }, { query }) {
    return listAccounts(tx, seller.id, query, (rows) => tellAccounts(tx, seller.id, rows, query.expand));
  },
});

const get = defineRoute({
  method: 'GET',
  path: '/v1/accounts/:account',
  operationId: 'getAccount',
  summary: 'Get an account',
  tag: 'accounts',
  access: { permission: 'accounts.read', callers: 'both' },
  params,
  query: z.object({ expand: expansions }),
  response: accountShape,
  refusals: ['resource.not_found'],
  tagged: true,
  async handle(work, { params: { account }, query }) {
    const row = orNotFound(await findAccount(work.tx, work.seller.id, account));
    const plain = await tellAccount(work, row);
    tagAnswer(work, plain);
    return query.expand.length === 0 ? plain : (await tellAccounts(work.tx, work.seller.id, [row], query.expand))[0]!;
  },
});

const put = defineRoute({
  method: 'PUT',
  path: '/v1/accounts/:account',
  operationId: 'putAccount',
  summary: 'Add an account, or bring it up to date',
  description:
    'By the external id that your own systems know it by; an id works for accounts that are there. What is left out keeps its value; of a new account it is the seller’s. Doing it again changes nothing.',
  tag: 'accounts',
  access: { permission: 'accounts.write', callers: 'staff' },
  params,
  body: accountBody,
  response: accountShape,
  refusals: [
    'resource.not_found',
    'account.currency_fixed',
    'account.currency_unknown',
    'account.zone_fixed',
    'currency.unknown',
    'currency.withdrawn',
    'field.empty',
    'zone.unknown',
  ],
  async handle(work, { params: { account: name }, body }) {
    const present = await findAccount(work.tx, work.seller.id, name);
    if (present === null && (name === '' || parseIdentifier('acc', name) !== null)) throw notFound();
    const externalId = present?.externalId ?? name;
    const before = await locked(work, present ?? undefined);
    await upsertAccounts(work.tx, work.seller, [given({ externalId, ...body })], work.now);
    const [row] = await findAccounts(work.tx, work.seller.id, [externalId]);
    if (before === null) work.status(201);
    return noted(work, before, row!);
  },
});

const patch = defineRoute({
  method: 'PATCH',
  path: '/v1/accounts/:account',
  operationId: 'changeAccount',
  summary: 'Change an account’s particulars',
  description: 'What is left out stays. If-Match names the state that the change was decided on.',
  tag: 'accounts',
  access: { permission: 'accounts.write', callers: 'both' },
  params,
  body: accountBody.partial(),
  response: accountShape,
  refusals: [
    'resource.not_found',
    'edit.outdated',
    'account.currency_fixed',
    'account.zone_fixed',
    'currency.unknown',
    'currency.withdrawn',
    'field.empty',
    'zone.unknown',
  ],
  tagged: true,
  async handle(work, { params: { account }, body }) {
    const found = orNotFound(await findAccount(work.tx, work.seller.id, account));
    const before = (await locked(work, found))!;
    requireUnchanged(work, before);
    await upsertAccounts(work.tx, work.seller, [given({ externalId: before.externalId, name: before.name, ...body })], work.now);
    const answer = await noted(work, before, (await findAccount(work.tx, work.seller.id, account))!);
    tagAnswer(work, answer);
    return answer;
  },
});

const bulk = defineRoute({
  method: 'POST',
  path: '/v1/accounts/bulk',
  operationId: 'putAccounts',
  summary: 'Add or bring up to date many accounts',
  description: 'All or none, by external id. Doing it again changes nothing.',
  tag: 'accounts',
  access: { permission: 'accounts.write', callers: 'staff' },
  body: z.object({
    accounts: z
      .array(accountBody.extend({ externalId: accountFields.externalId }))
      .min(1)
      .max(5000)
      .meta({ description: 'Each external id once.' }),
    present: z
      .enum(['change', 'keep'])
      .default('change')
      .meta({ description: 'What happens to accounts that are there: nothing with `keep`.', examples: ['change'] }),
  }),
  response: z.object({
    made: z.int().meta({ description: 'How many are new.', examples: [120] }),
    changed: z.int().meta({ description: 'How many were there and are different now.', examples: [3] }),
    ids: z.record(z.string(), z.string()).meta({ description: 'Ids by external id.', examples: [{ acme: 'acc_00000000000zg' }] }),
  }),
  refusals: [
    'account.repeated',
    'account.currency_fixed',
    'account.currency_unknown',
    'account.zone_fixed',
    'currency.unknown',
    'currency.withdrawn',
    'field.empty',
    'zone.unknown',
  ],
  bodyLimitBytes: 8 * 1024 * 1024,
  async handle(work, { body }) {
    refuseRepeated(body.accounts);
    const { made, changed, ids } = await upsertAccounts(work.tx, work.seller, body.accounts.map(given), work.now, body.present);
    work.note({ subject: 'accounts', before: null, after: { made, changed } });
    return { made, changed, ids: Object.fromEntries([...ids].map(([externalId, id]) => [externalId, formatIdentifier('acc', id)])) };
  },
});

export const accountRoutes: readonly Route[] = [list, get, put, patch, bulk];

/** The account as it is under its lock, which keeps runs and other writers away until the end of the request. */
async function locked(work: Work, row: AccountRow | undefined): Promise<AccountAnswer | null> {
  if (row === undefined) return null;
  await lockAccounts(work.tx, work.seller.id, [row.id]);
  return tellAccount(work, (await listAccountsById(work.tx, work.seller.id, [row.id]))[0]!);
}

async function noted(work: Work, before: AccountAnswer | null, row: AccountRow): Promise<AccountAnswer> {
  const after = await tellAccount(work, row);
  work.note({ subject: after.id, before, after });
  return after;
}

async function tellAccount({ tx, seller }: Work, row: AccountRow): Promise<AccountAnswer> {
  return (await tellAccounts(tx, seller.id, [row], []))[0]!;
}

type Expansion = z.output<typeof expansions>[number];

async function tellAccounts(
  tx: Transaction,
  sellerId: bigint,
  rows: readonly AccountRow[],
  expand: readonly Expansion[],
): Promise<AccountAnswer[]> {
  const ids = rows.map((row) => row.id);
  const times = await listAccountTimes(tx, sellerId, ids);
  return rows.map((row) => {
    const own = times.get(row.id)!;
    const billing = expand.includes('billing') ? { billing: tellBilling(own) } : {};
    return {
      ...row,
      address: [...row.address],
      id: formatIdentifier('acc', row.id),
      createdAt: formatInstant(own.createdAt),
      changedAt: formatInstant(own.changedAt),
      ...billing,
    };
  });
}

function tellBilling(state: AccountTimes): AccountAnswer['billing'] {
  const parked =
    state.parkedAt === null ? null : { at: formatInstant(state.parkedAt), code: state.parkedCode!, detail: state.parkedDetail ?? '' };
  return { nextBillAt: state.nextBillAt === null ? null : formatInstant(state.nextBillAt), lastRunOn: state.lastRunOn, parked };
}

function refuseRepeated(accounts: readonly { readonly externalId: string }[]): void {
  const seen = new Set<string>();
  for (const [index, { externalId }] of accounts.entries()) {
    if (seen.has(externalId)) throw repeatedAccount(externalId, `accounts[${index}].externalId`);
    seen.add(externalId);
  }
}

/** Fields that were left out are not there. */
function given(body: { [Key in keyof AccountInput]: AccountInput[Key] | undefined }): AccountInput {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined)) as unknown as AccountInput;
}
