// An account's change of currency over HTTP, and who still runs in a currency that is to go.
import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { says } from '../../platform/fields.ts';
import { orNotFound } from '../../platform/http/not-found.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { Rehearsal } from '../../platform/http/work.ts';
import { findAccount, listCurrencyChanges, requireCurrency } from '../accounts/index.ts';
import { changeAccountCurrency, listRunningIn } from './change-currency.ts';

const currency = z.string().max(3);
const params = z.object({ account: says(z.string().max(255), 'Its id or external id.', 'acme') });

const changeShape = z
  .object({
    account: says(z.string(), 'External id.', 'acme'),
    before: says(currency, 'What it bought in.', 'EUR'),
    currency: says(currency, 'What it buys in from now on.', 'CHF'),
    staying: says(
      z.array(
        z.object({
          subscription: says(z.string(), 'External id.', 'web-1'),
          currency: says(currency, 'The one that it keeps.', 'EUR'),
        }),
      ),
      'Subscriptions that run on in another currency, until each is ended and another started.',
    ),
  })
  .meta({ id: 'CurrencyChange', description: 'An account buys in another currency from now on; what it bought keeps its own.' });

const change = defineRoute({
  method: 'POST',
  path: '/v1/accounts/:account/currency-changes',
  operationId: 'changeAccountCurrency',
  summary: 'Change the currency in which an account buys',
  description: 'From now on. Subscriptions, items, credits and amounts off keep theirs, and so do their corrections.',
  tag: 'accounts',
  access: { permission: 'accounts.write', callers: 'staff' },
  params,
  query: z.object({
    preview: says(z.enum(['true', 'false']).default('false'), 'Show which subscriptions would stay behind, and keep nothing.', 'true'),
  }),
  body: z.object({ currency: says(currency, 'ISO 4217; it must be on.', 'CHF') }),
  response: changeShape,
  refusals: ['resource.not_found', 'currency.off', 'currency.unknown', 'currency.withdrawn'],
  async handle(work, { params: { account: name }, query, body }) {
    const account = orNotFound(await findAccount(work.tx, work.seller.id, name));
    const changed = await changeAccountCurrency(work.tx, work.seller, account.externalId, body.currency, work.now);
    const answer = { account: account.externalId, ...changed };
    if (query.preview === 'true') throw new Rehearsal(answer);
    const subject = formatIdentifier('acc', account.id);
    work.note({ subject, before: { currency: changed.before }, after: { currency: changed.currency } });
    return answer;
  },
});

const list = defineRoute({
  method: 'GET',
  path: '/v1/accounts/:account/currency-changes',
  operationId: 'listCurrencyChanges',
  summary: 'List in which currencies an account bought',
  tag: 'accounts',
  access: { permission: 'accounts.read', callers: 'both' },
  params,
  response: z.object({
    data: says(
      z.array(
        z.object({
          before: says(currency, 'What it bought in before.', 'EUR'),
          currency: says(currency, 'And from then on.', 'CHF'),
          changedAt: says(z.string(), 'When.', '2026-02-01T09:00:00Z'),
        }),
      ),
      'Its changes, oldest first.',
    ),
  }),
  refusals: ['resource.not_found'],
  async handle({ tx, seller }, { params: { account: name } }) {
    const account = orNotFound(await findAccount(tx, seller.id, name));
    const changes = await listCurrencyChanges(tx, seller.id, account.id);
    return {
      data: changes.map(({ before, currency: code, recordedAt }) => ({ before, currency: code, changedAt: formatInstant(recordedAt) })),
    };
  },
});

const GREATEST = 1000;

const running = defineRoute({
  method: 'GET',
  path: '/v1/running-subscriptions',
  operationId: 'listRunningInCurrency',
  summary: 'List subscriptions that run in a currency',
  description: `Whom to ask to move before it goes, or after it is off. The first ${GREATEST}; those that were moved are not among them any more.`,
  tag: 'settings',
  access: { permission: 'currencies.read', callers: 'staff' },
  query: z.object({
    currency: says(currency, 'ISO 4217.', 'CHF'),
    limit: says(z.coerce.number().int().min(1).max(GREATEST).default(GREATEST), 'How many at most.', GREATEST),
  }),
  response: z.object({
    data: says(
      z.array(
        z.object({
          account: says(z.string(), 'External id.', 'acme'),
          subscription: says(z.string(), 'External id.', 'web-1'),
        }),
      ),
      'In service, paused or still to begin.',
    ),
  }),
  refusals: ['currency.unknown'],
  async handle({ tx, seller, now }, { query }) {
    const { code } = requireCurrency(query.currency, 'currency');
    return { data: await listRunningIn(tx, seller, code, now, query.limit) };
  },
});

export const currencyChangeRoutes: readonly Route[] = [change, list, running];
