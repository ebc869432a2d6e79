// What a start page shows, over HTTP.
import { z } from 'zod';
import { says } from '../../platform/fields.ts';
import { defineOpenRoute, type Route } from '../../platform/http/route.ts';
import { callerOf } from '../../platform/http/work.ts';
import { businessFigures, readAttention } from './overview.ts';

const count = (description: string, example = 120) => says(z.int(), description, example);
const currency = says(z.string(), 'ISO 4217.', 'EUR');
const orNull = (description: string, example: string) => says(z.string().nullable(), description, example);

const month = z.object({
  month: says(z.string(), 'Month of issue.', '2026-01'),
  currency,
  net: says(z.string(), 'Without tax; credit notes taken off.', '1190.00'),
  total: says(z.string(), 'With tax; credit notes taken off.', '1416.10'),
  invoices: count('Invoices issued.'),
  creditNotes: count('Credit notes issued.', 3),
});

const endpoint = z.object({
  id: says(z.string(), 'Its id.', 'whe_00000000000zg'),
  url: says(z.string(), 'Where it is.', 'https://example.com/hooks'),
  enabled: says(z.boolean(), 'False: it was turned off for it.', true),
  disabledCode: orNull('Why it was turned off.', 'webhook.failing'),
  failingSince: orNull('Since when nothing has arrived.', '2026-02-01T00:00:00Z'),
  failures: count('Tries in a row that failed.', 4),
});

const shape = z
  .object({
    figuresAt: orNull(
      'Of when revenue, what recurs and the counts are: of large books they are renewed from time to time.',
      '2026-02-01T00:00:00Z',
    ),
    revenue: says(
      z.array(month).nullable(),
      'Of this month and the eleven before, months without documents left out. Null: you may not see invoices.',
    ),
    recurring: says(
      z.array(z.object({ currency, amount: says(z.string(), 'A month, without what is metered.', '4200.00') })).nullable(),
      'What recurring components were billed for the period that runs (in arrears: for the last that ended), less their discounts and without tax unless prices contain it; other periods brought to a month, of which a year of 365.25 days has twelve. What began within its period counts with the part that was billed. Null: you may not see invoices.',
    ),
    accounts: says(
      z.object({ all: count('All there are.'), active: count('Those with a subscription in service.') }).nullable(),
      'Null: you may not see accounts.',
    ),
    subscriptions: says(
      z.object({ all: count('All there ever were.'), active: count('In service now.'), paused: count('Paused now.', 2) }).nullable(),
      'Null: you may not see subscriptions.',
    ),
    nextRun: says(
      z
        .object({
          due: count('Accounts that are due already.', 0),
          nextAt: orNull('When the next are due; null: nobody is.', '2026-02-01T00:00:00Z'),
          nextAccounts: count('How many are due within a day from then.'),
        })
        .nullable(),
      'Null: you may not see billing.',
    ),
    parked: says(
      z.array(z.object({ code: says(z.string(), 'Why.', 'billing.alarm_total'), accounts: count('How many.', 2) })).nullable(),
      'Accounts that wait for a person. Null: you may not see billing.',
    ),
    refusedUsage: says(
      z
        .object({
          since: says(z.string(), 'Counted from then on.', '2026-01-25T00:00:00Z'),
          codes: says(
            z.array(z.object({ code: says(z.string(), 'Why.', 'usage.unknown_meter'), events: count('How many.') })),
            'By reason.',
          ),
        })
        .nullable(),
      'Usage that was not taken in the last seven days. Null: you may not see usage.',
    ),
    failingWebhooks: says(z.array(endpoint).nullable(), 'Endpoints that do not answer. Null: you may not see webhooks.'),
  })
  .meta({ id: 'Overview', description: 'What a start page shows.' });

const overview = defineOpenRoute({
  method: 'GET',
  path: '/v1/overview',
  operationId: 'getOverview',
  summary: 'Get what a start page shows',
  description:
    'Of the seller one acts for: revenue, what recurs, who is in service, what runs next, and what needs a person. Each part for whom may see it.',
  tag: 'reports',
  access: { permission: null, callers: 'staff' },
  response: shape,
  refusals: [],
  async handle({ database, seller, now, principal, inTransaction }) {
    const may = callerOf(principal).permissions;
    const reading = { isolation: 'repeatable read', readOnly: true } as const;
    const machineMs = () => performance.now();
    const wanted = ['invoices.read', 'accounts.read', 'subscriptions.read'].some((one) => may.has(one));
    const figures = wanted
      ? await businessFigures({ database, seller, now, machineMs, inTransaction: (work) => inTransaction(work, reading) })
      : null;
    const attention = await inTransaction((tx) => readAttention(tx, seller, may, now), reading);
    const standing = figures?.standing;
    return {
      figuresAt: figures?.at ?? null,
      revenue: figures !== null && may.has('invoices.read') ? figures.revenue : null,
      recurring: figures !== null && may.has('invoices.read') ? figures.recurring : null,
      accounts: standing !== undefined && may.has('accounts.read') ? { all: standing.accounts, active: standing.activeAccounts } : null,
      subscriptions:
        standing !== undefined && may.has('subscriptions.read')
          ? { all: standing.subscriptions, active: standing.activeSubscriptions, paused: standing.pausedSubscriptions }
          : null,
      ...attention,
    };
  },
});

export const overviewRoutes: readonly Route[] = [overview];
