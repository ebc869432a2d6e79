// What happens beside the customers' own changes: how the company begins, and the days on which something out of the ordinary comes up.
import type { DemoApi } from './demo-api.ts';
import { currencies, draftOf, meters, plans, pricesOf } from './offer.ts';

/** A date of the demo's calendar, by its number of days after the first. */
export type DayOf = (offset: number) => string;

interface DemoReseller {
  readonly key: string;
  readonly above: string;
  readonly name: string;
  readonly country: string;
  readonly currency: 'PLN' | 'GBP';
  readonly zone: string;
  readonly language: string;
  readonly taxNumber: string;
  readonly address: readonly string[];
  /** Of the list price, what he asks of his customers. */
  readonly asks: number;
  /** Of the list price, what the seller above asks of him. */
  readonly pays: number;
  readonly servers: string;
}

const resellers: readonly DemoReseller[] = [
  {
    key: 'baltic',
    above: 'provider',
    name: 'Baltic Cloud sp. z o.o.',
    country: 'PL',
    currency: 'PLN',
    zone: 'Europe/Warsaw',
    language: 'pl',
    taxNumber: 'PL5260001246',
    address: ['ul. Morska 12', '80-001 Gdańsk'],
    asks: 0.95,
    pays: 0.7,
    servers: '18',
  },
  {
    key: 'albion',
    above: 'provider',
    name: 'Albion Hosting Ltd',
    country: 'GB',
    currency: 'GBP',
    zone: 'Europe/London',
    language: 'en',
    taxNumber: 'GB123456789',
    address: ['Quayside 4', 'Bristol BS1 4DJ'],
    asks: 1.05,
    pays: 0.7,
    servers: '24',
  },
  {
    key: 'cymru',
    above: 'albion',
    name: 'Cymru Web Ltd',
    country: 'GB',
    currency: 'GBP',
    zone: 'Europe/London',
    language: 'en',
    taxNumber: 'GB987654321',
    address: ['Stryd Fawr 9', 'Cardiff CF10 1AA'],
    asks: 1.1,
    pays: 0.85,
    servers: '6',
  },
];

export const sellerKeys: readonly string[] = ['provider', ...resellers.map(({ key }) => key)];

export async function openShop(api: DemoApi, dayOf: DayOf): Promise<void> {
  for (const currency of currencies) await api.call('provider', 'PUT', `/v1/currencies/${currency}`, { enabled: true });
  await api.call('provider', 'PUT', '/v1/currency-rules', {
    rules: [
      { country: 'PL', currency: 'PLN' },
      { country: 'GB', currency: 'GBP' },
      { country: 'US', currency: 'USD' },
    ],
  });
  await api.call('provider', 'POST', '/v1/settings', { settings: [{ key: 'anchor', value: { day: 1 }, from: dayOf(0) }] });
  for (const { key, unit } of meters) await api.call('provider', 'PUT', `/v1/meters/${key}`, { unit });
  for (const plan of plans) {
    await api.call('provider', 'PUT', `/v1/plans/${plan.key}/draft`, draftOf(plan));
    await api.call('provider', 'POST', `/v1/plans/${plan.key}/draft/publish`);
  }
  await api.call('provider', 'POST', '/v1/prices', { prices: currencies.flatMap((currency) => pricesOf(plans, { currency })) });
  for (const reseller of resellers) await addReseller(api, reseller, dayOf);
}

async function addReseller(api: DemoApi, reseller: DemoReseller, dayOf: DayOf): Promise<void> {
  const { key, above, name, country, currency, zone, language, taxNumber, address } = reseller;
  const party = { country, currency, zone, language, taxNumber, address };
  await api.call(above, 'PUT', `/v1/accounts/${key}`, { name, kind: 'reseller', ...party });
  await api.call(above, 'POST', '/v1/sellers', {
    key,
    account: key,
    legalName: name,
    ...party,
    currencies: [currency],
    invoicePrefix: `${key.toUpperCase()}-`,
    creditNotePrefix: `${key.toUpperCase()}-CN-`,
    plans: plans.map((plan) => plan.key),
  });
  const wholesale = pricesOf(plans, { currency, part: reseller.pays, audience: 'resellers' });
  await api.call(above, 'POST', '/v1/prices', { prices: wholesale });
  for (const meter of meters) await api.call(key, 'PUT', `/v1/meters/${meter.key}`, { unit: meter.unit });
  await api.call(key, 'POST', '/v1/settings', { settings: [{ key: 'anchor', value: { day: 1 }, from: dayOf(0) }] });
  await api.call(key, 'POST', '/v1/prices', { prices: pricesOf(plans, { currency, part: reseller.asks, audience: 'companies' }) });
  const wholesaleService = {
    externalId: `${key}-servers`,
    account: key,
    plan: 'vps-m',
    quantities: { server: reseller.servers },
    at: dayOf(0),
  };
  await api.call(above, 'POST', '/v1/subscriptions/bulk', { subscriptions: [wholesaleService] });
}

export interface Chapter {
  /** Told on that day of the demo. */
  readonly on: number;
  readonly tell: (api: DemoApi, dayOf: DayOf, customers: readonly string[]) => Promise<unknown>;
}

/** Customers by their place among those of the first week, so that they are there. */
export const chapters: readonly Chapter[] = [
  {
    on: 40,
    tell: (api) =>
      api.call('provider', 'POST', '/v1/coupons', {
        code: 'SPRING',
        name: 'Spring: ten percent for three months',
        percent: '10',
        periods: 3,
        limitTotal: 50,
      }),
  },
  {
    on: 47,
    tell: async (api, _dayOf, customers) => {
      for (const account of customers.slice(0, 6)) {
        await api.call('provider', 'POST', '/v1/coupon-redemptions', { code: 'SPRING', account, reference: `spring-${account}` });
      }
    },
  },
  {
    on: 75,
    tell: (api, dayOf, customers) =>
      api.call('provider', 'POST', '/v1/extra-items', {
        externalId: 'migration-1',
        account: customers[7],
        description: 'Migration of three servers',
        at: dayOf(74),
        amount: '240.00',
      }),
  },
  // Storage was published too dear, and rated again for the days that are past.
  {
    on: 130,
    tell: (api, dayOf) =>
      api.call('provider', 'POST', '/v1/prices', {
        prices: [
          {
            component: 'object-storage/storage',
            currency: 'EUR',
            from: dayOf(0),
            correction: true,
            price: { kind: 'unit', price: '0.0160', included: '20' },
          },
        ],
      }),
  },
  {
    on: 160,
    tell: (api, dayOf, customers) =>
      api.call('provider', 'POST', '/v1/discounts', { externalId: 'goodwill-1', account: customers[9], at: dayOf(160), amount: '25.00' }),
  },
  {
    on: 200,
    tell: (api, _dayOf, customers) =>
      api.call('provider', 'POST', '/v1/prices', {
        prices: [{ component: 'vps-l/server', currency: 'EUR', buyer: customers[3], price: { kind: 'unit', price: '24.00' } }],
      }),
  },
  // Prices rise with the year's second half, announced and for everybody from one day.
  {
    on: 215,
    tell: (api, dayOf) =>
      api.call('provider', 'POST', '/v1/prices', {
        prices: currencies
          .flatMap((currency) => pricesOf(plans, { currency, part: 1.04, from: dayOf(245) }))
          .filter(({ component }) => component.endsWith('/server')),
      }),
  },
];
