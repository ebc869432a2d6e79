// Rules for the currency of a new account, as a table.
import { expect, it } from 'vitest';
import { chooseCurrency } from './choose-currency.ts';

const rules = [
  { language: 'de', country: 'CH', currency: 'CHF' },
  { country: 'PL', currency: 'PLN' },
  { language: 'de', currency: 'EUR' },
  { country: 'US', currency: 'USD' },
  { language: 'en', currency: 'GBP' },
  { country: 'CH', currency: 'USD' },
];
const all = new Set(['CHF', 'PLN', 'EUR', 'USD', 'GBP']);

const table: readonly (readonly [string, string | null, ReadonlySet<string>, string | null, string])[] = [
  ['de', 'CH', all, 'CHF', 'both match, and the rule comes first'],
  ['de-CH', 'CH', all, 'CHF', 'a kind of German is German'],
  ['de', 'PL', all, 'EUR', 'language before country'],
  ['pl', 'PL', all, 'PLN', 'country where no rule names the language'],
  ['en', 'US', all, 'GBP', 'language before country, wherever the rules stand'],
  ['en-US', null, all, 'GBP', 'a country that is not known matches no rule that names one'],
  ['fr', 'CH', all, 'USD', 'the first for the country alone'],
  ['fr', 'FR', all, null, 'nobody has an answer'],
  ['den', 'DK', all, null, 'a code that only begins alike is another language'],
  ['de', 'CH', new Set(['EUR', 'USD']), 'EUR', 'a currency that is off is passed over'],
  ['de', 'CH', new Set(['USD']), 'USD', 'down to the country'],
];

it.each(table)('%s in %s', (language, country, enabled, currency) => {
  expect(chooseCurrency(rules, { language, country }, enabled)).toBe(currency);
});
