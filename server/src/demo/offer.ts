// What the demo's company sells, and for how much in each currency.

export interface DemoComponent {
  readonly key: string;
  readonly description: string;
  readonly unit: string;
  readonly kind: 'recurring' | 'metered';
  readonly meter?: string;
  readonly aggregate?: 'sum' | 'max';
  readonly namedItems?: boolean;
  readonly fraction?: 'days' | 'none';
  readonly period?: { readonly unit: 'month' | 'year' };
  /** In euro, for one. */
  readonly price: number;
  /** So many cost nothing. */
  readonly included?: number;
}

export interface DemoPlan {
  readonly key: string;
  readonly name: string;
  readonly period: { readonly unit: 'month' | 'year' };
  readonly components: readonly DemoComponent[];
}

const recurring = (key: string, description: string, unit: string, price: number, more: Partial<DemoComponent> = {}): DemoComponent => ({
  key,
  description,
  unit,
  kind: 'recurring',
  price,
  ...more,
});

const traffic = (included: number): DemoComponent => ({
  key: 'traffic',
  description: 'Traffic out',
  unit: 'GB',
  kind: 'metered',
  meter: 'traffic-gb',
  aggregate: 'sum',
  price: 0.02,
  included,
});

const server = (key: string, name: string, price: number, included: number): DemoPlan => ({
  key,
  name,
  period: { unit: 'month' },
  components: [
    recurring('server', name, 'server', price),
    recurring('backup', 'Daily backup', 'server', price * 0.2),
    recurring('windows', 'Windows Server licence', 'core', 6.5, { fraction: 'none' }),
    traffic(included),
  ],
});

export const plans: readonly DemoPlan[] = [
  server('vps-s', 'VPS S, 2 cores, 4 GB', 7.9, 500),
  server('vps-m', 'VPS M, 4 cores, 8 GB', 14.9, 1000),
  server('vps-l', 'VPS L, 8 cores, 16 GB', 27.9, 2000),
  {
    key: 'hosting-basic',
    name: 'Shared hosting Basic',
    period: { unit: 'month' },
    components: [recurring('hosting', 'Shared hosting Basic', 'package', 4.5), traffic(50)],
  },
  {
    key: 'hosting-pro',
    name: 'Shared hosting Pro',
    period: { unit: 'month' },
    components: [recurring('hosting', 'Shared hosting Pro', 'package', 9.5), traffic(200)],
  },
  {
    key: 'mail',
    name: 'Business mail',
    period: { unit: 'month' },
    components: [recurring('mailbox', 'Mailbox', 'person', 2.4, { namedItems: true })],
  },
  {
    key: 'domain',
    name: 'Domains',
    period: { unit: 'year' },
    components: [recurring('domain', 'Domain', 'domain', 12, { namedItems: true, fraction: 'none', period: { unit: 'year' } })],
  },
  {
    key: 'object-storage',
    name: 'Object storage',
    period: { unit: 'month' },
    components: [
      {
        key: 'storage',
        description: 'Stored',
        unit: 'GB',
        kind: 'metered',
        meter: 'stored-gb',
        aggregate: 'max',
        price: 0.018,
        included: 20,
      },
      traffic(100),
    ],
  },
];

export const meters: readonly { readonly key: string; readonly unit: string }[] = [
  { key: 'traffic-gb', unit: 'GB' },
  { key: 'stored-gb', unit: 'GB' },
];

export const currencies = ['EUR', 'USD', 'GBP', 'PLN'] as const;
export type DemoCurrency = (typeof currencies)[number];

/** What a euro is taken for in the price lists: rounded prices of their own, not converted from day to day. */
const RATES: Readonly<Record<DemoCurrency, number>> = { EUR: 1, USD: 1.1, GBP: 0.85, PLN: 4.3 };

export interface PriceOptions {
  readonly currency: DemoCurrency;
  /** Of the list price: resellers buy for less. */
  readonly part?: number;
  readonly audience?: 'resellers' | 'companies';
  readonly from?: string;
}

/** As the API takes them; small prices keep four places. */
export function pricesOf(offered: readonly DemoPlan[], { currency, part = 1, audience, from }: PriceOptions) {
  return offered.flatMap((plan) =>
    plan.components.map((component) => {
      const amount = component.price * RATES[currency] * part;
      const price = amount < 1 ? amount.toFixed(4) : amount.toFixed(2);
      return {
        component: `${plan.key}/${component.key}`,
        currency,
        ...(audience === undefined ? {} : { audience }),
        ...(from === undefined ? {} : { from }),
        price: { kind: 'unit', price, ...(component.included === undefined ? {} : { included: String(component.included) }) },
      };
    }),
  );
}

export function draftOf(plan: DemoPlan) {
  return {
    name: plan.name,
    period: plan.period,
    components: plan.components.map(({ price: _price, included: _included, kind, ...component }) => ({
      ...component,
      kind,
      // Only what somebody asks for: of the first component of a plan that is not by name there is one.
      quantity: kind === 'recurring' && component.namedItems !== true && component.key === plan.components[0]!.key ? '1' : '0',
    })),
  };
}
