// Currencies over HTTP: what a seller sells in, and by which rules new accounts get theirs.
import { z } from 'zod';
import { formatDay } from '../../kernel/calendar/civil.ts';
import { date, says } from '../../platform/fields.ts';
import { readDate } from '../../platform/http/read-date.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import type { Work } from '../../platform/http/work.ts';
import { listCurrencies, listCurrencyRules, setCurrencyRules, switchCurrency } from './currencies.ts';

const currencyShape = z.object({
  currency: says(z.string(), 'ISO 4217.', 'EUR'),
  enabled: says(z.boolean(), 'Whether anything new is sold in it.', true),
  offFrom: says(z.string().nullable(), 'Of one that is off: no period that begins then or later is billed in it.', '2026-02-01'),
});
const ruleShape = z.object({
  language: says(z.string().max(35).optional(), 'Of accounts that speak it.', 'de'),
  country: says(z.string().max(2).optional(), 'Of accounts there, ISO 3166.', 'CH'),
  currency: says(z.string().max(3), 'They get this one.', 'CHF'),
});
const answer = z
  .object({
    currencies: says(z.array(currencyShape), 'A currency that was never named is off.'),
    rules: says(z.array(ruleShape), 'For new accounts that name none: the first that fits the language, else the country.'),
  })
  .meta({ id: 'Currencies', description: 'What a seller sells in.' });

const list = defineRoute({
  method: 'GET',
  path: '/v1/currencies',
  operationId: 'listCurrencies',
  summary: 'List currencies and the rules for new accounts',
  tag: 'settings',
  access: { permission: 'currencies.read', callers: 'staff' },
  response: answer,
  refusals: [],
  handle: (work) => tell(work),
});

const switchOne = defineRoute({
  method: 'PUT',
  path: '/v1/currencies/:currency',
  operationId: 'switchCurrency',
  summary: 'Turn a currency on or off',
  description: 'Off, it takes nothing new from this moment; what runs in it goes on to the end of its period.',
  tag: 'settings',
  access: { permission: 'currencies.write', callers: 'staff' },
  params: z.object({ currency: says(z.string().max(3), 'ISO 4217.', 'CHF') }),
  body: z.object({
    enabled: says(z.boolean(), 'On or off.', false),
    from: says(
      date.optional(),
      'When it is turned off: the first day whose periods are not billed in it; tomorrow where nothing is said.',
      '2026-03-01',
    ),
  }),
  response: answer,
  refusals: ['currency.unknown', 'currency.withdrawn', 'currency.off_too_early'],
  // Tomorrow is after today wherever accounts of anybody live.
  role: 'engine',
  async handle(work, { params, body }) {
    const from = body.from === undefined ? {} : { from: readDate(body.from, 'from') };
    const changed = await switchCurrency(work.tx, work.seller, { currency: params.currency, enabled: body.enabled, ...from }, work.now);
    const offFrom = changed.offFrom === null ? null : formatDay(changed.offFrom);
    work.note({ subject: changed.currency, before: null, after: { ...changed, offFrom } });
    return tell(work);
  },
});

const setRules = defineRoute({
  method: 'PUT',
  path: '/v1/currency-rules',
  operationId: 'setCurrencyRules',
  summary: 'Replace the rules by which new accounts get their currency',
  tag: 'settings',
  access: { permission: 'currencies.write', callers: 'staff' },
  role: 'engine',
  body: z.object({ rules: says(z.array(ruleShape).max(1000), 'In order.', [{ country: 'CH', currency: 'CHF' }]) }),
  response: answer,
  refusals: ['setting.value'],
  async handle(work, { body }) {
    const before = await listCurrencyRules(work.tx, work.seller, work.now);
    const rules = body.rules.map((rule) => JSON.parse(JSON.stringify(rule)) as typeof rule & { currency: string });
    await setCurrencyRules(work.tx, work.seller, rules as Parameters<typeof setCurrencyRules>[2], work.now);
    work.note({ subject: 'currencyRules', before, after: rules });
    return tell(work);
  },
});

export const currencyRoutes: readonly Route[] = [list, switchOne, setRules];

async function tell({ tx, seller, now }: Work) {
  const currencies = await listCurrencies(tx, seller.id);
  return {
    currencies: currencies.map((one) => ({ ...one, offFrom: one.offFrom === null ? null : formatDay(one.offFrom) })),
    rules: await listCurrencyRules(tx, seller, now),
  };
}
