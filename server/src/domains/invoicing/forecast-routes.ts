// What an account's next invoice would be, over HTTP: for the account's own people too.
import { z } from 'zod';
import { formatDay } from '../../kernel/calendar/civil.ts';
import { findZone } from '../../kernel/calendar/zone.ts';
import { findCurrency } from '../../kernel/money/currency.ts';
import { formatMinor, parseMinor } from '../../kernel/money/decimal.ts';
import { date, says } from '../../platform/fields.ts';
import { orNotFound } from '../../platform/http/not-found.ts';
import { readDate } from '../../platform/http/read-date.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { findAccount, listBillingStates } from '../accounts/index.ts';
import type { InvoiceView } from './invoice-view.ts';
import { previewAccounts } from './preview-billing.ts';
import { invoiceShape } from './route-shapes.ts';

const forecast = defineRoute({
  method: 'GET',
  path: '/v1/accounts/:account/forecast',
  operationId: 'forecastAccount',
  summary: 'See what an account’s next invoice would be',
  description:
    'As a run of that day would bill it, from what is known now: recurring charges, changes that wait, and usage so far. Nothing is written. A customer’s people ask for their own account.',
  tag: 'billing',
  access: { permission: 'forecasts.read', callers: 'both' },
  params: z.object({ account: says(z.string().max(255), 'The account’s id, or its external id.', 'acme') }),
  query: z.object({ on: says(date.optional(), 'Another billing day than the next one.', '2026-03-01') }),
  response: z
    .object({
      on: says(z.string().nullable(), 'The next billing day; null: nothing is due until something changes.', '2026-02-01'),
      usageSoFar: says(
        z.array(z.object({ currency: says(z.string(), 'ISO 4217.', 'EUR'), net: says(z.string(), 'Without tax.', '12.30') })),
        'What metered usage that is not billed yet costs so far; it stands on the invoices below too.',
      ),
      invoices: says(z.array(invoiceShape), 'What would be issued; without ids and numbers.'),
      wouldPark: says(z.boolean(), 'A run would set the account aside for somebody of the seller’s to look at.', false),
    })
    .meta({ id: 'Forecast', description: 'What an account’s next invoice would be.' }),
  refusals: ['resource.not_found', 'request.date'],
  async handle({ tx, seller, now }, { params, query }) {
    const account = orNotFound(await findAccount(tx, seller.id, params.account));
    const [state] = await listBillingStates(tx, seller.id, [account.id]);
    const zone = findZone(account.zone)!;
    const nextDay = state === undefined || state.nextBillAt === null ? null : Math.max(zone.dayOf(state.nextBillAt), zone.dayOf(now));
    const day = query.on === undefined ? nextDay : readDate(query.on, 'on');
    if (day === null) return { on: null, usageSoFar: [], invoices: [], wouldPark: false };
    const which = { accountId: account.id, asOf: day, after: 0n, limit: 1 };
    const { invoices, wouldPark } = await previewAccounts(tx, seller, which, now);
    return { on: formatDay(day), usageSoFar: usageIn(invoices), invoices: [...invoices], wouldPark: wouldPark.length > 0 };
  },
});

export const forecastRoutes: readonly Route[] = [forecast];

function usageIn(invoices: readonly InvoiceView[]): { currency: string; net: string }[] {
  const sums = new Map<string, bigint>();
  for (const { currency, lines, facts } of invoices) {
    for (const line of lines) {
      if (line.kind !== 'metered') continue;
      sums.set(currency, (sums.get(currency) ?? 0n) + (parseMinor(line.net, facts.digits) ?? 0n));
    }
  }
  return [...sums].map(([currency, minor]) => ({ currency, net: formatMinor(minor, findCurrency(currency)!.digits) }));
}
