// The search over HTTP: one field for everything, answered with what leads on to each page.
import { z } from 'zod';
import { says } from '../../platform/fields.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { callerOf } from '../../platform/http/work.ts';
import { searchAccounts, searchInvoices, searchPlans, searchSubscriptions, searchUsers } from './search.ts';

const account = z.object({
  id: says(z.string(), 'Its id.', 'acc_00000000000zg'),
  externalId: says(z.string(), 'Your own id of it.', 'acme'),
  name: says(z.string(), 'What it is called.', 'Acme GmbH'),
});
const currency = says(z.string(), 'ISO 4217.', 'EUR');

const found = z
  .object({
    accounts: says(
      z.array(account.extend({ currency, kind: says(z.string(), 'company, person or reseller.', 'company') })),
      'By id, or what the external id, the name or a word of it begins with.',
    ),
    subscriptions: says(
      z.array(
        z.object({
          id: says(z.string(), 'Its id.', 'sub_00000000000zg'),
          externalId: says(z.string(), 'Your own id of it.', 'web-1'),
          account: says(account, 'Whose it is.'),
          currency,
          plan: says(z.string().nullable(), 'The version that it is on, or will be.', 'cloud~2'),
          planName: says(z.string().nullable(), 'What the plan is called.', 'Cloud'),
        }),
      ),
      'By id, or what the external id or a named item begins with.',
    ),
    invoices: says(
      z.array(
        z.object({
          id: says(z.string(), 'Its id.', 'inv_00000000000zg'),
          number: says(z.string(), 'As it is printed.', 'INV-000001'),
          kind: says(z.enum(['invoice', 'credit_note']), 'Which of the two.', 'invoice'),
          account: says(account, 'Who was billed.'),
          currency,
          issuedOn: says(z.string(), 'Day of issue.', '2026-02-01'),
          total: says(z.string(), 'With tax.', '119.00'),
        }),
      ),
      'By id, number (leading zeros or not), or total; latest first.',
    ),
    users: says(
      z.array(
        z.object({
          id: says(z.string(), 'His id.', 'usr_00000000000zg'),
          mail: says(z.string(), 'His mail address.', 'ada@example.org'),
          name: says(z.string(), 'His name.', 'Ada'),
          disabled: says(z.boolean(), 'Whether he is shut out.', false),
          account: says(account.nullable(), 'A customer’s user: one of his accounts. Null: staff.'),
        }),
      ),
      'By id, or what the mail address, the name or a word of them begins with.',
    ),
    plans: says(
      z.array(z.object({ key: says(z.string(), 'Its key.', 'cloud'), name: says(z.string(), 'What it is called.', 'Cloud') })),
      'By what the key, the name or a word of it begins with.',
    ),
  })
  .meta({
    id: 'Found',
    description: 'What a search found: a few of each kind, the likeliest first. What you may not see is not among it.',
  });

const MOST = 20;
const USUAL = 6;

const search = defineRoute({
  method: 'GET',
  path: '/v1/search',
  operationId: 'searchEverything',
  summary: 'Search everything',
  description: 'By what one types into one field. Each kind is searched if you may read it; a customer’s people find what is theirs.',
  tag: 'reports',
  access: { permission: null, callers: 'signed_in' },
  query: z.object({
    q: says(z.string().trim().min(1).max(200), 'What was typed.', 'acme'),
    limit: says(z.coerce.number().int().min(1).max(MOST).default(USUAL), 'How many of each kind at most.', USUAL),
  }),
  response: found,
  refusals: [],
  async handle(work, { query }) {
    const { tx, seller, now } = work;
    const may = callerOf(work.principal).permissions;
    const asked = { text: query.q, most: query.limit, sellerId: seller.id, now };
    return {
      accounts: may.has('accounts.read') ? await searchAccounts(tx, asked) : [],
      subscriptions: may.has('subscriptions.read') ? await searchSubscriptions(tx, asked) : [],
      invoices: may.has('invoices.read') ? await searchInvoices(tx, asked) : [],
      users: may.has('users.read') ? await searchUsers(tx, asked) : [],
      plans: may.has('catalog.read') && work.account === null ? await searchPlans(tx, asked) : [],
    };
  },
});

export const searchRoutes: readonly Route[] = [search];
