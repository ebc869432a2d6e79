// The books in the database as an import's target: one transaction from `open` to `commit`.

import { findProvider, reserveIdentities, type Seller, upsertAccounts } from '../../../domains/accounts/index.ts';
import { findComponents, publishPlans } from '../../../domains/catalog/index.ts';
import { setUpProvider } from '../../../domains/invoicing/index.ts';
import { blankPrice } from '../../../domains/pricelists/index.ts';
import {
  addItems,
  type FactInput,
  findSubscriptions,
  loadFacts,
  publishPrices,
  recordFacts,
} from '../../../domains/subscriptions/index.ts';
import { addToReceipts, findRefused, insertRefusals, recordUsage } from '../../../domains/usage/index.ts';
import { ONE } from '../../../kernel/money/rational.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Database } from '../../../platform/postgres/pool.ts';
import { inTransaction, type Transaction } from '../../../platform/postgres/transaction.ts';
import { compareRecordedRows, findBills, insertBills, insertReport, NO_BILL } from './bill-store.ts';
import type {
  ImportAccount,
  ImportComponent,
  ImportEvent,
  ImportIdentity,
  ImportItem,
  ImportRefusal,
  ImportSubscription,
  ImportTarget,
  ImportTransaction,
} from './target.ts';

const DAY = 86_400_000;
const MONTH = { unit: 'month', count: 1 } as const;

export function createDatabaseTarget(database: Database, clock: { read(): Promise<number> }): ImportTarget {
  return {
    findCurrency: async () => (await inTransaction(database, (tx) => findProvider(tx), { readOnly: true }))?.currency ?? null,
    open: (identity) => begin(database, clock, identity),
  };
}

class RolledBack extends Error {}

/** Keeps a transaction open between calls: its work waits until somebody says how it ends. */
function begin(database: Database, clock: { read(): Promise<number> }, identity: ImportIdentity): Promise<ImportTransaction> {
  return new Promise((opened, failed) => {
    let isOpen = false;
    const whole = inTransaction(database, async (tx) => {
      const end = new Promise<void>((commit, rollback) => {
        void prepare(tx, clock, identity).then(({ seller, providerMade, now }) => {
          isOpen = true;
          const finish = (how: () => void): Promise<void> => {
            how();
            return whole.catch((error: unknown) => {
              if (!(error instanceof RolledBack)) throw error;
            });
          };
          const stage = new DatabaseImport(tx, seller, identity, now);
          opened({
            providerMade,
            recordedBills: (keys) => findBills(tx, seller.id, keys),
            compareRows: (bill, rows) => compareRecordedRows(tx, seller.id, bill, rows),
            addBills: (bills) => insertBills(tx, seller.id, bills, identity, now),
            addAccounts: (accounts) => stage.addAccounts(accounts),
            addComponents: (components) => stage.addComponents(components),
            addSubscriptions: (subscriptions) => stage.addSubscriptions(subscriptions),
            addEvents: (events) => stage.addEvents(events),
            addItems: (items) => stage.addItems(items),
            addRefusals: (refusals) => stage.addRefusals(refusals),
            commit: async (report) => {
              await insertReport(tx, seller.id, report, now);
              await finish(commit);
            },
            rollback: () => finish(() => rollback(new RolledBack())),
          });
        }, rollback);
      });
      await end;
    });
    whole.catch((error: unknown) => {
      if (!isOpen) failed(error);
    });
  });
}

async function prepare(
  tx: Transaction,
  clock: { read(): Promise<number> },
  identity: ImportIdentity,
): Promise<{ seller: Seller; providerMade: boolean; now: number }> {
  await tx.client.query(`select pg_advisory_xact_lock(hashtextextended('import', 0))`);
  const now = await clock.read();
  const found = await findProvider(tx);
  if (found !== null) return { seller: found, providerMade: false, now };
  // ISO 4217 codes begin with the country's code (EU for the euro); `prorata init` is the way to say it better.
  const country = identity.currency.slice(0, 2);
  const seller = await setUpProvider(tx, { legalName: 'Provider', country, currency: identity.currency, zone: 'UTC' }, now);
  return { seller, providerMade: true, now };
}

class DatabaseImport {
  private readonly tx: Transaction;
  private readonly seller: Seller;
  private readonly identity: ImportIdentity;
  private readonly now: number;

  constructor(tx: Transaction, seller: Seller, identity: ImportIdentity, now: number) {
    this.tx = tx;
    this.seller = seller;
    this.identity = identity;
    this.now = now;
  }

  async addAccounts(accounts: readonly ImportAccount[]): Promise<number> {
    const inputs = accounts.map(({ externalId, name, zone, currency }) => ({
      externalId,
      name: name.trim() === '' ? externalId : name,
      zone,
      currency,
    }));
    const { made, ids } = await upsertAccounts(this.tx, this.seller, inputs, this.now, 'keep');
    await this.refuseOtherZones([...ids.values()]);
    return made;
  }

  private async refuseOtherZones(ids: readonly bigint[]): Promise<void> {
    const { rows } = await this.tx.client.query<{ externalId: string; zone: string }>(
      `select external_id as "externalId", zone from account where seller_id = $1 and id = any($2::bigint[]) and zone not in ('UTC', 'Etc/UTC') limit 1`,
      [this.seller.id, ids],
    );
    const other = rows[0];
    if (other === undefined) return;
    throw new Refusal(
      'focus.account_zone',
      `The account "${other.externalId}" is billed by the days of ${other.zone}, the file counts those of UTC. Import it for another account.`,
      { parameters: { account: other.externalId, zone: other.zone } },
    );
  }

  /** Every price is a plan of its own with one metered component, "KEY/usage". */
  async addComponents(components: readonly ImportComponent[]): Promise<number> {
    const refs = components.map((one) => `${one.key}/usage`);
    const found = await findComponents(this.tx, this.seller.id, refs);
    const missing = components.filter((one) => !found.has(`${one.key}/usage`));
    if (missing.length === 0) return 0;
    await publishPlans(
      this.tx,
      this.seller.id,
      missing.map((one) => ({ key: one.key, name: one.name, period: MONTH, commitment: null, components: [usageComponent(one)] })),
      this.now,
    );
    const list = { currency: this.identity.currency, audience: null, buyerId: null, validFrom: null, correction: false };
    await publishPrices(
      this.tx,
      this.seller,
      missing.map((one) => ({ ...list, component: `${one.key}/usage`, price: { ...blankPrice('unit'), price: one.unitPrice } })),
      this.now,
    );
    return missing.length;
  }

  async addSubscriptions(subscriptions: readonly ImportSubscription[]): Promise<number> {
    const found = await findSubscriptions(this.tx, this.seller.id, subscriptions.map(subscriptionId));
    const timelines = await loadFacts(
      this.tx,
      this.seller.id,
      found.map((row) => row.id),
    );
    const startOf = new Map(
      found.map((row) => [
        row.externalId,
        Math.min(...(timelines.get(row.id) ?? []).map((fact) => (fact.kind === 'start' ? fact.at : Infinity))),
      ]),
    );
    const missing = subscriptions.filter((one) => (startOf.get(subscriptionId(one)) ?? Infinity) > one.startsOn * DAY);
    const { made } = await recordFacts(
      this.tx,
      this.seller,
      missing.map((one): FactInput => {
        const at = one.startsOn * DAY;
        const anchor = { kind: 'day', dayOfMonth: 1 } as const;
        return {
          subscription: subscriptionId(one),
          account: one.account,
          at,
          recorded: Math.min(at, this.now),
          change: { kind: 'start', plan: one.component, quantities: new Map(), anchor, anchorOn: null, trialUntil: null },
        };
      }),
      this.now,
    );
    return made;
  }

  /** The other system knew its events when they happened: that is when they count as recorded. */
  async addEvents(events: readonly ImportEvent[]): Promise<void> {
    const { refused } = await recordUsage(
      this.tx,
      this.seller,
      events.map((event) => ({
        source: event.bill,
        id: event.id,
        subscription: subscriptionId(event),
        meter: event.component,
        at: event.at,
        value: event.quantity,
        recorded: event.at,
      })),
      this.now,
      { retentionDays: null },
    );
    const first = refused[0];
    if (first !== undefined) throw new Refusal(first.code, `${first.event.id} of ${first.event.source}: ${first.reason}`);
  }

  async addItems(items: readonly ImportItem[]): Promise<void> {
    await addItems(
      this.tx,
      this.seller,
      items.map((item) => ({
        account: item.account,
        externalId: `${item.bill}/${item.id}`,
        description: item.name,
        at: item.at,
        amount: item.amount,
        quantity: ONE,
        taxCategory: null,
        every: null,
        until: null,
        recorded: item.at,
        facts: { bill: item.bill, id: item.id, kind: item.kind },
      })),
      this.now,
    );
  }

  async addRefusals(refusals: readonly ImportRefusal[]): Promise<void> {
    const fresh = await this.withoutKnown(refusals);
    const nextId = await reserveIdentities(this.tx, fresh.length);
    const counts = new Map<string, number>();
    for (const { bill } of fresh) counts.set(bill ?? NO_BILL, (counts.get(bill ?? NO_BILL) ?? 0) + 1);
    await insertRefusals(
      this.tx,
      this.seller.id,
      fresh.map(({ id, bill, ...row }) => ({
        id: nextId(),
        source: bill ?? NO_BILL,
        eventId: id,
        body: { ...row, import: this.identity.contentHash },
        code: row.code,
        reason: row.reason,
      })),
      this.now,
    );
    await addToReceipts(
      this.tx,
      [...counts].map(([source, refused]) => ({ sellerId: this.seller.id, source, stored: 0, repeated: 0, refused })),
    );
  }

  /** A bill is never taken twice; a row that belongs to none must be recognised by itself. */
  private async withoutKnown(refusals: readonly ImportRefusal[]): Promise<ImportRefusal[]> {
    const ids = refusals.filter((one) => one.bill === null).map((one) => one.id);
    const known = await findRefused(this.tx, this.seller.id, NO_BILL, ids);
    return refusals.filter((one) => one.bill !== null || !known.has(one.id));
  }
}

function subscriptionId(one: { readonly account: string; readonly component: string }): string {
  return `${one.account}/${one.component}`;
}

function usageComponent(one: ImportComponent): Parameters<typeof publishPlans>[2][number]['components'][number] {
  return {
    key: 'usage',
    description: one.name,
    unit: one.unit,
    kind: 'metered',
    timing: 'arrears',
    period: MONTH,
    quantity: ONE,
    namedItems: false,
    pool: null,
    fraction: 'days',
    charge: 'time',
    partPeriods: 'by_days',
    priceChange: { kind: 'period' },
    inTrial: false,
    meter: one.key,
    aggregate: 'sum',
    roundQuantity: null,
    taxCategory: 'standard',
  };
}
