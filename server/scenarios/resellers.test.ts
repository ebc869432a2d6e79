// Three levels of selling: the host sells to North, North to Fjord and to a company, Fjord to companies. Each edge has its own prices, currency,
// invoices and numbers; each seller may ask why a price is what it is and what he earns.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findAccounts, recordSettings, type Seller, switchCurrency, upsertAccounts } from '../src/domains/accounts/index.ts';
import { publishPlans, resellPlans } from '../src/domains/catalog/index.ts';
import { listInvoices, previewBilling, setUpReseller } from '../src/domains/invoicing/index.ts';
import { type ExplainedEdge, explainPrice, type NamedPrice } from '../src/domains/pricelists/index.ts';
import { publishPrices, recordFacts } from '../src/domains/subscriptions/index.ts';
import { fromInteger } from '../src/kernel/money/rational.ts';
import type { Database } from '../src/platform/postgres/pool.ts';
import { inTransaction, type Transaction } from '../src/platform/postgres/transaction.ts';
import { Books, component, day, instant, printInvoice, start, TestClock, unitPrice } from '../src/testing/books.ts';
import { createTestDatabase } from '../src/testing/database.ts';

describe('sellers below the provider', () => {
  let database: Database;
  let books: Books;
  let clock: TestClock;
  let host: Seller;
  let north: Seller;
  let fjord: Seller;

  beforeEach(async () => {
    ({ database } = await createTestDatabase());
    clock = new TestClock('2024-01-01T09:00:00Z');
    books = new Books(database, clock);
    await books.open();
    host = await books.seller();
    await has(host, { externalId: 'north', name: 'North GmbH', kind: 'reseller', country: 'DE', taxNumber: 'DE222' });
    north = await does((tx, now) =>
      setUpReseller(tx, host, { account: 'north', key: 'north', invoicePrefix: 'N-', creditNotePrefix: 'NC-' }, now),
    );
    await does((tx, now) => resellPlans(tx, north, ['P'], now));
    await has(north, { externalId: 'fjord', name: 'Fjord AB', kind: 'reseller', country: 'SE', taxNumber: 'SE333' });
    fjord = await does((tx, now) =>
      setUpReseller(tx, north, { account: 'fjord', key: 'fjord', currency: 'SEK', zone: 'Europe/Stockholm', invoicePrefix: 'F-' }, now),
    );
    await does((tx, now) => resellPlans(tx, fjord, ['P'], now));
  });

  afterEach(async () => {
    expect(await books.bill()).toMatchObject({ documents: 0, parked: [] });
    expect(await books.findings()).toEqual([]);
    await database.close();
  });

  async function does<T>(work: (tx: Transaction, now: number) => Promise<T>): Promise<T> {
    const now = await clock.read();
    return inTransaction(database, (tx) => work(tx, now));
  }

  async function has(seller: Seller, account: Parameters<typeof upsertAccounts>[2][number]): Promise<void> {
    await does((tx, now) => upsertAccounts(tx, seller, [account], now));
  }

  async function buyerId(seller: Seller, externalId: string): Promise<bigint> {
    return (await does((tx) => findAccounts(tx, seller.id, [externalId])))[0]!.id;
  }

  async function asks(
    seller: Seller,
    currency: string,
    price: string,
    to: { audience?: 'resellers' | 'companies'; buyer?: string; from?: string } = {},
  ): ReturnType<typeof publishPrices> {
    const entry = {
      currency,
      audience: to.audience ?? null,
      buyerId: to.buyer === undefined ? null : await buyerId(seller, to.buyer),
      validFrom: to.from === undefined ? null : day(to.from),
      correction: to.buyer !== undefined && to.from === undefined,
    };
    const inputs = ['P/seat', 'P/disk', 'P/gb'].map((ref) => ({
      ...entry,
      component: ref,
      price: unitPrice(ref === 'P/seat' ? price : '0.01'),
    }));
    return does((tx, now) => publishPrices(tx, seller, inputs, now));
  }

  /** What everybody asks: 31.00 of companies at the host stays as it was published. */
  async function pricesOfAll(): Promise<void> {
    await asks(host, 'EUR', '20', { audience: 'resellers' });
    await asks(host, 'EUR', '18', { buyer: 'north', from: '2024-02-01' });
    await asks(north, 'EUR', '24', { audience: 'resellers' });
    await asks(north, 'EUR', '30', { audience: 'companies' });
    await asks(north, 'EUR', '23', { buyer: 'fjord' });
    await asks(fjord, 'SEK', '350', { audience: 'companies' });
  }

  async function buys(seller: Seller, account: string, subscription: string, seats: string): Promise<void> {
    const at = instant('2024-01-01T00:00:00+01:00');
    const change = start('P', { seat: seats });
    await does((tx, now) => recordFacts(tx, seller, [{ subscription, account, at, change, reference: 'start' }], now));
  }

  async function printed(seller: Seller): Promise<string> {
    const list = await does((tx) => listInvoices(tx, seller.id, {}, 100));
    return list.map(({ view }) => `${view.seller.name} ${view.currency} ${printInvoice(view)}`).join('\n');
  }

  async function why(seller: Seller, account: string, date: string, currency?: string): Promise<ExplainedEdge[]> {
    return does(async (tx, now) => {
      const [buyer] = await findAccounts(tx, seller.id, [account]);
      const question = { account: buyer!, component: 'P/seat', day: day(date), quantity: fromInteger(3) };
      return explainPrice(tx, seller, { ...question, ...(currency === undefined ? {} : { currency }) }, now);
    });
  }

  /** `list of version from, known since: price`, and every other with why it is not the one. */
  function told({ seller, buyer, currency, price, amount, cost, margin, belowCost, considered }: ExplainedEdge): string {
    const line = (one: NamedPrice): string => {
      const known = new Date(one.recordedAt).toISOString().slice(0, 10);
      return `${one.list} of ${one.planVersion} from ${one.from ?? 'ever'}, known ${known}: ${one.price.price}`;
    };
    const head = `${seller} to ${buyer}: ${amount} ${currency}, cost ${cost ?? '-'}, margin ${margin ?? '-'}${belowCost ? ' BELOW COST' : ''}`;
    const chosen = price === null ? [] : [`  ${price.step}: ${line(price)}`];
    return [head, ...chosen, ...considered.map((one) => `  not ${line(one)}: ${one.whyNot}`)].join('\n');
  }

  it('are each billed by the one above and bill the ones below, at their own prices, in their own currency, with their own numbers', async () => {
    await pricesOfAll();
    await has(north, { externalId: 'shop', name: 'Shop KG', country: 'DE' });
    await has(fjord, { externalId: 'kari', name: 'Kari AB', country: 'SE' });
    // The same external id at another seller is another account.
    await has(fjord, { externalId: 'shop', name: 'Shop AB', country: 'SE' });
    for (const [seller, account, subscription, seats] of [
      [host, 'north', 'wholesale', '9'],
      [north, 'fjord', 'wholesale', '5'],
      [north, 'shop', 'own', '4'],
      [fjord, 'kari', 'own', '3'],
      [fjord, 'shop', 'other', '2'],
    ] as const)
      await buys(seller, account, subscription, seats);
    const preview = await previewBilling(database, clock, null);
    expect(preview.invoices.map((view) => `${view.seller.name}, ${view.account.externalId}: ${view.total}`)).toEqual([
      'Nord Hosting GmbH, north: 214.20',
      'North GmbH, fjord: 115.00',
      'North GmbH, shop: 142.80',
      'Fjord AB, kari: 1312.50',
      'Fjord AB, shop: 875.00',
    ]);
    await books.bill(null, { batchSize: 2 });
    clock.set('2024-02-01T09:00:00Z');
    await books.bill();
    expect(await printed(host)).toMatchInlineSnapshot(`
      "Nord Hosting GmbH EUR INV-000001 north for 2024-01-01
        P/seat 2024-01-01 2024-02-01 1 due ->9 180.00
        = 180.00 + VAT 19% 34.20 = 214.20
      Nord Hosting GmbH EUR INV-000002 north for 2024-02-01
        P/seat 2024-02-01 2024-03-01 1 due ->9 162.00
        = 162.00 + VAT 19% 30.78 = 192.78"
    `);
    expect(await printed(north)).toMatchInlineSnapshot(`
      "North GmbH EUR N-000001 fjord for 2024-01-01
        P/seat 2024-01-01 2024-02-01 1 due ->5 115.00
        = 115.00 + no tax = 115.00
      North GmbH EUR N-000002 shop for 2024-01-01
        P/seat 2024-01-01 2024-02-01 1 due ->4 120.00
        = 120.00 + VAT 19% 22.80 = 142.80
      North GmbH EUR N-000003 fjord for 2024-02-01
        P/seat 2024-02-01 2024-03-01 1 due ->5 115.00
        = 115.00 + no tax = 115.00
      North GmbH EUR N-000004 shop for 2024-02-01
        P/seat 2024-02-01 2024-03-01 1 due ->4 120.00
        = 120.00 + VAT 19% 22.80 = 142.80"
    `);
    expect(await printed(fjord)).toMatchInlineSnapshot(`
      "Fjord AB SEK F-000001 kari for 2024-01-01
        P/seat 2024-01-01 2024-02-01 1 due ->3 1050.00
        = 1050.00 + VAT 25% 262.50 = 1312.50
      Fjord AB SEK F-000002 shop for 2024-01-01
        P/seat 2024-01-01 2024-02-01 1 due ->2 700.00
        = 700.00 + VAT 25% 175.00 = 875.00
      Fjord AB SEK F-000003 kari for 2024-02-01
        P/seat 2024-02-01 2024-03-01 1 due ->3 1050.00
        = 1050.00 + VAT 25% 262.50 = 1312.50
      Fjord AB SEK F-000004 shop for 2024-02-01
        P/seat 2024-02-01 2024-03-01 1 due ->2 700.00
        = 700.00 + VAT 25% 175.00 = 875.00"
    `);
  });

  it('say why a price is what it is: list or override, version, dates, and what else was considered, on every edge', async () => {
    await pricesOfAll();
    await has(fjord, { externalId: 'kari', name: 'Kari AB', country: 'SE', currency: 'EUR' });
    await does((tx, now) => switchCurrency(tx, fjord, { currency: 'EUR', enabled: true }, now));
    await asks(fjord, 'EUR', '22', { audience: 'companies' });
    expect((await why(fjord, 'kari', '2024-01-15')).map(told).join('\n')).toMatchInlineSnapshot(`
      "provider to north: 60 EUR, cost -, margin -
        global: resellers of P from ever, known 2024-01-01: 20
        not everyone of P from ever, known 2024-01-01: 31: superseded
        not override of P from 2024-02-01, known 2024-01-01: 18: not_yet_valid
      north to fjord: 69 EUR, cost 60, margin 9
        override: override of P from ever, known 2024-01-01: 23
        not resellers of P from ever, known 2024-01-01: 24: overridden
        not companies of P from ever, known 2024-01-01: 30: other_audience
      fjord to kari: 66 EUR, cost 69, margin -3 BELOW COST
        global: companies of P from ever, known 2024-01-01: 22"
    `);
    const february = await why(fjord, 'kari', '2024-02-15');
    expect(february[0]?.price).toMatchObject({ list: 'override', step: 'override', from: '2024-02-01', planVersion: 'P' });
    expect(february.map((edge) => [edge.amount, edge.cost, edge.margin, edge.belowCost])).toEqual([
      ['54', null, null, false],
      ['69', '54', '15', false],
      ['66', '69', '-3', true],
    ]);
    // In kronor he has a price too, and no cost that could be compared.
    const kronor = await why(fjord, 'kari', '2024-02-15', 'SEK');
    expect(kronor[2]).toMatchObject({ currency: 'SEK', amount: '1050', cost: null, margin: null, belowCost: false });
    // Nobody sells in dollars to him.
    expect((await why(fjord, 'kari', '2024-02-15', 'USD'))[2]).toMatchObject({ price: null, amount: null, considered: [] });
  });

  it('are told what they earn by a price, and warned or refused where it is less than they pay', async () => {
    expect((await asks(host, 'EUR', '20', { audience: 'resellers' })).margins).toEqual([]);
    const good = await asks(north, 'EUR', '24', { audience: 'resellers' });
    expect(good.margins[0]).toEqual({ component: 'P/seat', currency: 'EUR', cost: '20', margin: '4', warning: null, at: null });
    const low = await asks(north, 'EUR', '19.50', { audience: 'companies' });
    expect(low.margins[0]).toEqual({
      component: 'P/seat',
      currency: 'EUR',
      cost: '20',
      margin: '-0.5',
      warning: 'below_cost',
      at: { quantity: '1', amount: '19.5', cost: '20' },
    });
    expect((await asks(fjord, 'SEK', '350', { audience: 'companies' })).margins[0]).toMatchObject({
      warning: 'other_currency',
      cost: null,
    });
    const own = [
      { key: 'OWN', name: 'His own', period: { unit: 'month', count: 1 } as const, commitment: null, components: [component('x')] },
    ];
    await does((tx, now) => publishPlans(tx, north.id, own, now));
    const list = { currency: 'EUR', audience: null, buyerId: null, validFrom: null, correction: false };
    const ofOwn = await does((tx, now) => publishPrices(tx, north, [{ ...list, component: 'OWN/x', price: unitPrice('1') }], now));
    expect(ofOwn).toEqual({ published: 1, margins: [] });
    await does((tx, now) => recordSettings(tx, host.id, [{ accountId: null, key: 'belowCost', value: 'refuse', validFrom: 0 }], now));
    await expect(asks(north, 'EUR', '19', { audience: 'companies', from: '2024-01-02' })).rejects.toMatchObject({
      code: 'price.below_cost',
    });
  });

  it('cannot be made, or take plans over, in ways that would mix them up', async () => {
    const make = (account: string, key: string): Promise<Seller> => does((tx, now) => setUpReseller(tx, host, { account, key }, now));
    await has(host, { externalId: 'firm', name: 'Firm', country: 'DE' });
    await has(host, { externalId: 'south', name: 'South', kind: 'reseller', country: 'DE' });
    await expect(make('firm', 'firm')).rejects.toMatchObject({ code: 'reseller.other_kind' });
    await expect(make('north', 'north-2')).rejects.toMatchObject({ code: 'reseller.exists' });
    await expect(make('south', 'north')).rejects.toMatchObject({ code: 'seller.key_taken' });
    await expect(make('south', 'South!')).rejects.toMatchObject({ code: 'seller.key' });
    await expect(make('nobody', 'nobody')).rejects.toMatchObject({ code: 'account.unknown' });
    await expect(has(host, { externalId: 'north', name: 'North', kind: 'company' })).rejects.toMatchObject({ code: 'account.kind_fixed' });
    const plan = { name: 'P', period: { unit: 'month', count: 1 } as const, commitment: null, components: [component('seat')] };
    await expect(does((tx, now) => publishPlans(tx, north.id, [{ ...plan, key: 'P' }], now))).rejects.toMatchObject({
      code: 'plan.resold',
    });
    await does((tx, now) => publishPlans(tx, north.id, [{ ...plan, key: 'Q' }], now));
    await does((tx, now) =>
      publishPlans(
        tx,
        host.id,
        [
          { ...plan, key: 'Q' },
          { ...plan, key: 'P' },
        ],
        now,
      ),
    );
    const resell = (seller: Seller, key: string): ReturnType<typeof resellPlans> => does((tx, now) => resellPlans(tx, seller, [key], now));
    await expect(resell(north, 'Q')).rejects.toMatchObject({ code: 'plan.key_taken' });
    await expect(resell(north, 'Z')).rejects.toMatchObject({ code: 'plan.not_offered' });
    await expect(resell(host, 'P')).rejects.toMatchObject({ code: 'plan.no_seller_above' });
    // A new version is taken over when he asks for it, and only that one.
    expect((await resell(north, 'P')).map((version) => version.ref)).toEqual(['P~2']);
    expect(await resell(north, 'P')).toEqual([]);
    const buyer = await buyerId(north, 'fjord');
    const entry = { component: 'P/seat', currency: 'EUR', audience: null, buyerId: buyer, validFrom: null, correction: true };
    await expect(does((tx, now) => publishPrices(tx, host, [{ ...entry, price: unitPrice('1') }], now))).rejects.toMatchObject({
      code: 'price.unknown_buyer',
    });
    // What nobody priced for him is not for sale, also where the seller above has a price.
    await expect(buys(north, 'fjord', 's', '1')).rejects.toMatchObject({ code: 'subscription.price_missing' });
  });
});
