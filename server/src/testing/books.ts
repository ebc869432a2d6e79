// Test support: a provider with a small catalog, facts told in a line each, runs, and invoices as plain text that an accountant can read.

import { findProvider, recordSettings, reserveIdentities, type Seller, upsertAccounts } from '../domains/accounts/index.ts';
import { type ComponentInput, publishPlans } from '../domains/catalog/index.ts';
import { type InvoiceView, listInvoices, runBilling, setUpProvider } from '../domains/invoicing/index.ts';
import { blankPrice, type Price } from '../domains/pricelists/index.ts';
import { auditBooks } from '../domains/reports/index.ts';
import { type FactChange, publishPrices, recordFacts } from '../domains/subscriptions/index.ts';
import { recordUsage } from '../domains/usage/index.ts';
import { formatDay, parseDay } from '../kernel/calendar/civil.ts';
import { parseInstant } from '../kernel/calendar/instant.ts';
import type { Period } from '../kernel/calendar/period.ts';
import { findZone } from '../kernel/calendar/zone.ts';
import { parseDecimal } from '../kernel/money/decimal.ts';
import { ONE, type Rational, ZERO } from '../kernel/money/rational.ts';
import type { Database } from '../platform/postgres/pool.ts';
import { inTransaction, type Transaction } from '../platform/postgres/transaction.ts';

export const day = (text: string): number => parseDay(text)!;
export const instant = (text: string): number => parseInstant(text.length === 10 ? `${text}T00:00:00Z` : text)!;
export const decimal = (text: string): Rational => parseDecimal(text)!;
export const unitPrice = (price: string): Price => ({ ...blankPrice('unit'), price: decimal(price) });

const MONTH: Period = { unit: 'month', count: 1 };

export function component(key: string, changes: Partial<ComponentInput> = {}): ComponentInput {
  return {
    key,
    kind: 'recurring',
    timing: 'advance',
    period: MONTH,
    quantity: ONE,
    namedItems: false,
    pool: null,
    fraction: 'days',
    charge: 'time',
    partPeriods: 'by_days',
    priceChange: { kind: 'period' },
    inTrial: false,
    meter: null,
    aggregate: 'sum',
    roundQuantity: null,
    taxCategory: 'standard',
    ...changes,
  };
}

/** A clock that the test sets. */
export class TestClock {
  private instant: number;

  constructor(text: string) {
    this.instant = instant(text);
  }

  async read(): Promise<number> {
    return this.instant;
  }

  set(text: string): void {
    this.instant = instant(text);
  }
}

/** One provider in Berlin who sells plan P: a seat at 31.00 in advance, storage by the second, traffic by the gigabyte. */
export class Books {
  readonly database: Database;
  readonly clock: TestClock;

  constructor(database: Database, clock: TestClock) {
    this.database = database;
    this.clock = clock;
  }

  async seller(): Promise<Seller> {
    return (await this.run((tx) => findProvider(tx)))!;
  }

  async run<T>(work: (tx: Transaction, seller: Seller, now: number) => Promise<T>): Promise<T> {
    const now = await this.clock.read();
    return inTransaction(this.database, async (tx) => work(tx, (await findProvider(tx))!, now));
  }

  async open(settings: Record<string, unknown> = {}): Promise<void> {
    await this.run(async (tx, _none, now) => {
      const input = { legalName: 'Nord Hosting GmbH', country: 'DE', currency: 'EUR', zone: 'Europe/Berlin', taxNumber: 'DE123456789' };
      const seller = await setUpProvider(tx, input, now);
      const facts = Object.entries(settings).map(([key, value]) => ({ accountId: null, key, value, validFrom: 0 }));
      await recordSettings(tx, seller.id, facts, now);
      const components = [
        component('seat'),
        component('disk', { quantity: ZERO, kind: 'allocation', timing: 'arrears', fraction: 'seconds' }),
        component('gb', { kind: 'metered', timing: 'arrears', meter: 'traffic' }),
      ];
      await publishPlans(tx, seller.id, [{ key: 'P', name: 'Cloud', period: MONTH, commitment: null, components }], now);
      const list = { currency: 'EUR', audience: null, buyerId: null, validFrom: null, correction: false };
      await publishPrices(
        tx,
        seller,
        [
          { ...list, component: 'P/seat', price: unitPrice('31.00') },
          { ...list, component: 'P/disk', price: unitPrice('0.10') },
          { ...list, component: 'P/gb', price: unitPrice('0.05') },
        ],
        now,
      );
    });
  }

  async accounts(...externalIds: string[]): Promise<void> {
    await this.run((tx, seller, now) =>
      upsertAccounts(
        tx,
        seller,
        externalIds.map((externalId) => ({ externalId, name: `Customer ${externalId}`, country: 'DE' })),
        now,
      ),
    );
  }

  /** `at` is a date in Berlin or an instant. */
  async fact(subscription: string, at: string, change: FactChange, more: { account?: string; reference?: string } = {}): Promise<void> {
    await this.run((tx, seller, now) => recordFacts(tx, seller, [{ subscription, at: berlin(at), change, ...more }], now));
  }

  async start(subscription: string, account: string, at: string, quantities: Record<string, string> = {}): Promise<void> {
    await this.fact(subscription, at, start('P', quantities), { account, reference: 'start' });
  }

  async usage(
    subscription: string,
    at: string,
    value: string,
    id = `${subscription}@${at}`,
  ): Promise<Awaited<ReturnType<typeof recordUsage>>> {
    return this.run((tx, seller, now) =>
      recordUsage(tx, seller, [{ source: 'test', id, subscription, meter: 'traffic', at: berlin(at), value: decimal(value) }], now),
    );
  }

  async bill(asOf: string | null = null, options: { workers?: number; batchSize?: number } = {}): ReturnType<typeof runBilling> {
    return runBilling(this.database, this.clock, { asOf: asOf === null ? null : day(asOf), ...options });
  }

  async invoices(): Promise<InvoiceView[]> {
    const rows = await this.run((tx, seller) => listInvoices(tx, seller.id, {}, 10_000));
    return rows.map((row) => row.view);
  }

  /** Every document as a block of plain text. */
  async printed(): Promise<string> {
    return (await this.invoices()).map(printInvoice).join('\n');
  }

  async findings(): Promise<string[]> {
    const { findings } = await auditBooks(this.database);
    return findings.map((finding) => `${finding.invariant}: ${finding.examples.map((one) => `${one.place}: ${one.detail}`).join('; ')}`);
  }

  async ids(count: number): Promise<() => bigint> {
    return this.run((tx) => reserveIdentities(tx, count));
  }
}

export function start(plan: string, quantities: Record<string, string> = {}): FactChange {
  const held = new Map(Object.entries(quantities).map(([key, value]) => [key, decimal(value)]));
  return { kind: 'start', plan, quantities: held, anchor: null, anchorOn: null, trialUntil: null };
}

/** Midnight in Berlin of a date in winter or summer. */
function berlin(text: string): number {
  if (text.length > 10) return instant(text);
  const summer = text.slice(5, 10) >= '04-01' && text.slice(5, 10) < '10-26';
  return instant(`${text}T00:00:00${summer ? '+02:00' : '+01:00'}`);
}

function localDay(text: string): string {
  return text.length === 10 ? text : formatDay(findZone('Europe/Berlin')!.dayOf(instant(text)));
}

export function printInvoice(view: InvoiceView): string {
  const lines = view.lines.map(
    (line) =>
      `  ${line.component} ${localDay(line.from)} ${localDay(line.to)} ${line.fraction} ${line.reason} ${line.old?.quantity ?? '-'}>${line.new?.quantity ?? '-'} ${line.amount}`,
  );
  const tax = view.taxes.map((one) => `${one.name} ${one.percent}% ${one.amount}`).join(', ');
  const settled = view.fromBalance === '0.00' ? '' : ` balance ${view.fromBalance}`;
  return [
    `${view.number} ${view.account.externalId} for ${view.billedOn}`,
    ...lines,
    `  = ${view.net} + ${tax || 'no tax'} = ${view.total}${settled}`,
  ].join('\n');
}
