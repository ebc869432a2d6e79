// The accounts of the billing benchmark: one whose whole life the program itself recorded and billed, and as many copies of it as asked for,
// made by the database with other ids, so that the books hold together as if each had been lived.
import { reserveIdentities } from '../src/domains/accounts/index.ts';
import { dayFromCivil, formatDay } from '../src/kernel/calendar/civil.ts';
import { addPeriod } from '../src/kernel/calendar/period.ts';
import type { Database } from '../src/platform/postgres/pool.ts';
import { inTransaction, type Transaction } from '../src/platform/postgres/transaction.ts';
import { Books, TestClock } from '../src/testing/books.ts';

export interface Population {
  readonly accounts: number;
  /** Periods that lie behind each account, billed. */
  readonly past: number;
  /** Usage events of an account in a period. */
  readonly events: number;
}

/** When every account is due. */
export const BILLING_INSTANT = Date.UTC(2024, 1, 1, 9);
const MODEL = 'customer-0';
const MONTH = { unit: 'month', count: 1 } as const;

/** Fills an empty database. Its last billing was a month ago. */
export async function populate(database: Database, population: Population): Promise<void> {
  const clock = new TestClock('2020-01-01T09:00:00Z');
  const books = new Books(database, clock);
  clock.set(instantOn(monthOf(0, population.past), 1));
  await books.open();
  const low = await nextIdentity(database);
  await liveModelLife(books, clock, population);
  const high = await nextIdentity(database);
  await copyModel(database, population, low, high);
  await database.pool.query('vacuum (analyze)');
  await database.pool.query('checkpoint');
}

/** First day of the month of that index; the last one before the billing day has the index `past`. */
function monthOf(index: number, past: number): number {
  return addPeriod(dayFromCivil(2024, 1, 1), MONTH, index - past);
}

function instantOn(month: number, dayOfMonth: number): string {
  return `${formatDay(month + dayOfMonth - 1)}T09:00:00Z`;
}

async function liveModelLife(books: Books, clock: TestClock, { past, events }: Population): Promise<void> {
  await books.accounts(MODEL);
  await books.start('s-0', MODEL, formatDay(monthOf(0, past)), { seat: '3', disk: '100', gb: '1' });
  await books.bill();
  for (let index = 0; index <= past; index += 1) {
    const month = monthOf(index, past);
    clock.set(instantOn(month, 25));
    for (let event = 0; event < events; event += 1) {
      const at = month + 1 + Math.floor((event * 24) / events);
      await books.usage('s-0', formatDay(at), String(10 + ((index * 7 + event * 13) % 40)), `${MODEL}/${index}/${event}`);
    }
    if (index === past) {
      await books.fact('s-0', `${formatDay(month + 9)}T10:30:00Z`, { kind: 'quantity', component: 'disk', value: { n: 150n, d: 1n } });
      await books.fact('s-0', `${formatDay(month + 19)}T17:45:00Z`, { kind: 'quantity', component: 'disk', value: { n: 120n, d: 1n } });
      // The server bills every hour, and so has looked at what changed.
      await books.bill();
    }
    clock.set(instantOn(monthOf(index + 1, past), 1));
    if (index < past) await books.bill();
  }
}

async function nextIdentity(database: Database): Promise<bigint> {
  return inTransaction(database, async (tx) => (await reserveIdentities(tx, 1))());
}

type Change = 'shifted' | { readonly sql: string };

/** What differs from copy to copy, by table; tables in the order in which they refer to each other. `n` is the copy's number. */
const COPIED: Readonly<Record<string, { readonly where?: string; readonly changes: Readonly<Record<string, Change>> }>> = {
  account: { changes: { id: 'shifted', external_id: { sql: `'customer-' || n` }, name: { sql: `'Customer customer-' || n` } } },
  account_billing: { changes: { account_id: 'shifted' } },
  subscription: { changes: { id: 'shifted', account_id: 'shifted', external_id: { sql: `'s-' || n` } } },
  subscription_fact: { changes: { subscription_id: 'shifted' } },
  usage_event: { changes: { subscription_id: 'shifted', event_id: { sql: `replace(event_id, '${MODEL}', 'customer-' || n)` } } },
  usage_identity: {
    changes: {
      subscription_id: 'shifted',
      identity: {
        sql: `(select encode(substr(sha256(convert_to(e.seller_id || E'\\n' || e.source || E'\\n' || replace(e.event_id, '${MODEL}', 'customer-' || n), 'UTF8')), 1, 16), 'hex')::uuid
               from usage_event e
               where (e.subscription_id, e.meter_id, e.at) = (model.subscription_id, model.meter_id, model.at)
                 and encode(substr(sha256(convert_to(e.seller_id || E'\\n' || e.source || E'\\n' || e.event_id, 'UTF8')), 1, 16), 'hex')::uuid = model.identity)`,
      },
    },
  },
  usage_total: { changes: { subscription_id: 'shifted' } },
  usage_day_total: { changes: { subscription_id: 'shifted' } },
  frozen_party: {
    where: `body ->> 'externalId' = '${MODEL}'`,
    changes: {
      id: 'shifted',
      body: { sql: `replace(body::text, '${MODEL}', 'customer-' || n)::jsonb` },
      sha256: { sql: `sha256(convert_to(replace($4, '${MODEL}', 'customer-' || n), 'UTF8'))` },
    },
  },
  invoice: { changes: { id: 'shifted', account_id: 'shifted', buyer_party_id: 'shifted' } },
  charge_step: { changes: { cell_id: 'shifted', invoice_id: 'shifted' } },
  charge_cell: { changes: { id: 'shifted', account_id: 'shifted', subscription_id: 'shifted', invoice_id: 'shifted' } },
  invoice_line: { changes: { invoice_id: 'shifted', cell_id: 'shifted' } },
  invoice_tax: { changes: { invoice_id: 'shifted' } },
  invoice_number: { changes: { number: { sql: 'number + n' }, invoice_id: 'shifted' } },
  receivable: { changes: { invoice_id: 'shifted', account_id: 'shifted' } },
  account_balance: { changes: { account_id: 'shifted' } },
  posting: { where: 'account_id is not null', changes: { journal_id: 'shifted', account_id: 'shifted' } },
};

async function copyModel(database: Database, { accounts, past }: Population, low: bigint, high: bigint): Promise<void> {
  const body = await modelPartyBody(database);
  await inTransaction(database, async (tx) => {
    // Numbers are spread first, by way of greater ones, so that those of the copies fit between; what keeps them frozen looks away meanwhile.
    await tx.client.query('set local session_replication_role = replica');
    await tx.client.query('update invoice_number set number = (number - 1) * $1::bigint + 1 + 1e12::bigint', [accounts]);
    await tx.client.query('update invoice_number set number = number - 1e12::bigint');
    await tx.client.query('set local session_replication_role = origin');
    for (const [table, { where, changes }] of Object.entries(COPIED)) {
      const columns = await columnsOf(tx, table);
      const values = columns.map((column) => valueFor(column, changes[column]));
      await tx.client.query(
        `insert into ${table} (${columns.join(', ')})
         select ${values.join(', ')} from (select * from ${table} where ${where ?? 'true'}) model
         cross join generate_series(1, $3::bigint - 1) n
         where $1::bigint < $2::bigint and $4::text <> ''`,
        [low, high, accounts, body],
      );
    }
    await multiplySums(tx, accounts, past);
    const last = high + (high - low + 1n) * BigInt(accounts);
    await tx.client.query(`select setval('identity_block', $1)`, [(last / 1000n + 1n) * 1000n]);
  });
}

function valueFor(column: string, change: Change | undefined): string {
  if (change === undefined) return column;
  return change === 'shifted' ? `$2::bigint + (${column} - $1::bigint) * $3::bigint + n` : change.sql;
}

async function columnsOf(tx: Transaction, table: string): Promise<string[]> {
  const { rows } = await tx.client.query<{ name: string }>(
    `select attname as name from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [table],
  );
  return rows.map((row) => row.name);
}

/** The text whose hash stands beside it: as the program wrote it, not as the database shows it. */
async function modelPartyBody(database: Database): Promise<string> {
  const { rows } = await database.pool.query<{ body: Record<string, unknown> }>(
    `select body from frozen_party where body ->> 'externalId' = $1`,
    [MODEL],
  );
  const { name, address, country, taxNumber, externalId, purchaseOrder, buyerReference } = rows[0]!.body;
  return JSON.stringify({ name, address, country, taxNumber, externalId, purchaseOrder, buyerReference });
}

/** What the books keep once for all accounts together. */
async function multiplySums(tx: Transaction, accounts: number, past: number): Promise<void> {
  await tx.client.query(`update usage_receipt set received = received * $1::bigint, stored = stored * $1::bigint`, [accounts]);
  await tx.client.query(`update number_series set next_number = 1 + $1::bigint where kind = 'invoice'`, [accounts * (past + 1)]);
  const nextId = await reserveIdentities(tx, 1);
  await tx.client.query(
    `insert into posting (seller_id, journal_id, position, cause, posted_on, account_id, debit, credit, currency, amount_minor, service_month)
     select seller_id, $2, row_number() over (), cause, posted_on, null, debit, credit, currency, amount_minor * ($1::bigint - 1), service_month
     from posting where cause = 'release'`,
    [accounts, nextId()],
  );
}
