// What the database can do at best of a billing run: the rows that a run wrote, by COPY into the same tables with their constraints and indexes,
// with the same row updates, in as many transactions over as many connections. Nothing is read and nothing is computed.
import { once } from 'node:events';
import type pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { type Database, newClient, type Target } from '../src/platform/postgres/pool.ts';

interface WrittenTable {
  readonly table: string;
  readonly columns: string;
  /** Rows `t` of the run with `b.batch`; $BEFORE is the last id from before the run. */
  readonly from: string;
}

const OF_INVOICE = (table: string): string =>
  `${table} t join invoice i on (i.seller_id, i.id) = (t.seller_id, t.invoice_id) and i.id > $BEFORE join bench_batch b on b.account_id = i.account_id`;

/** In the order in which a run writes them. */
const WRITTEN: readonly WrittenTable[] = [
  {
    table: 'charge_step',
    columns:
      'cell_id, seller_id, sequence, currency, before_minor, amount_minor, after_minor, gross_amount_minor, may_be_negative, run_id, invoice_id',
    from: OF_INVOICE('charge_step'),
  },
  {
    table: 'charge_cell',
    columns:
      'seller_id, id, account_id, subscription_id, kind, subject_id, item, window_from, window_to, hour_from, currency, sequence, gross_minor, net_minor, invoice_id, picture',
    from: 'charge_cell t join bench_batch b on b.account_id = t.account_id and t.id > $BEFORE',
  },
  {
    table: 'frozen_party',
    columns: 'seller_id, id, sha256, body',
    from: 'frozen_party t join invoice i on (i.seller_id, i.buyer_party_id) = (t.seller_id, t.id) and t.id > $BEFORE join bench_batch b on b.account_id = i.account_id',
  },
  {
    table: 'invoice',
    columns:
      'seller_id, id, account_id, run_id, kind, currency, billed_on, issued_on, tax_point, due_on, net_minor, tax_minor, total_minor, seller_party_id, buyer_party_id, facts',
    from: 'invoice t join bench_batch b on b.account_id = t.account_id and t.id > $BEFORE',
  },
  {
    table: 'invoice_line',
    columns:
      'seller_id, invoice_id, position, cell_id, sequence, currency, exact_amount, gross_minor, discount_minor, amount_minor, net_minor, tax_category, facts',
    from: OF_INVOICE('invoice_line'),
  },
  {
    table: 'invoice_tax',
    columns: 'seller_id, invoice_id, position, category, name, percent, currency, base_minor, amount_minor',
    from: OF_INVOICE('invoice_tax'),
  },
  {
    table: 'receivable',
    columns: 'seller_id, invoice_id, account_id, currency, due_on, open_minor',
    from: OF_INVOICE('receivable'),
  },
  {
    table: 'posting',
    columns: 'seller_id, journal_id, position, cause, posted_on, account_id, debit, credit, currency, amount_minor, service_month',
    from: 'posting t join bench_batch b on b.account_id = t.account_id and t.journal_id > $BEFORE',
  },
  {
    table: 'outbox_event',
    columns: 'seller_id, kind, subject, occurred_at, payload',
    from: `outbox_event t join account a on (a.seller_id, a.external_id) = (t.seller_id, t.payload ->> 'account') and t.id > $EVENT join bench_batch b on b.account_id = a.id`,
  },
];

const NUMBERS: WrittenTable = {
  table: 'invoice_number',
  columns: 'seller_id, series_id, number, invoice_id',
  from: OF_INVOICE('invoice_number'),
};

/** The rows that a run changes where they stand, each table as one statement over arrays. */
const UPDATES: readonly { readonly rows: string; readonly update: string; readonly types: readonly string[] }[] = [
  {
    rows: 'select b.batch, t.account_id, t.currency, t.receivable_minor::text, t.balance_minor::text from account_balance t join bench_batch b using (account_id)',
    types: ['bigint', 'text', 'bigint', 'bigint'],
    update: `update account_balance t set receivable_minor = u.c, balance_minor = u.d from $ROWS where (t.seller_id, t.account_id, t.currency) = ($SELLER, u.a, u.b)`,
  },
  {
    rows: 'select b.batch, t.id, t.billed_through::text, t.touched_from::text from subscription t join bench_batch b using (account_id)',
    types: ['bigint', 'date', 'date'],
    update: 'update subscription t set billed_through = u.b, touched_from = u.c from $ROWS where (t.seller_id, t.id) = ($SELLER, u.a)',
  },
  {
    rows: 'select b.batch, t.account_id, t.next_bill_at::text, t.last_run_on::text, t.items_touched_from::text from account_billing t join bench_batch b using (account_id)',
    types: ['bigint', 'timestamptz', 'date', 'date'],
    update:
      'update account_billing t set next_bill_at = u.b, last_run_on = u.c, items_touched_from = u.d from $ROWS where (t.seller_id, t.account_id) = ($SELLER, u.a)',
  },
];

interface FloorBatch {
  readonly copies: { readonly statement: string; readonly data: Buffer }[];
  readonly updates: { readonly text: string; readonly values: unknown[][] }[];
  readonly numbers: { readonly statement: string; readonly data: Buffer };
  readonly documents: number;
}

export interface BeforeRun {
  readonly identity: bigint;
  readonly event: bigint;
}

export async function marksBefore(database: Database): Promise<BeforeRun> {
  const { rows } = await database.pool.query<BeforeRun>(
    'select (select last_value from identity_block) as identity, (select coalesce(max(id), 0) from outbox_event) as event',
  );
  return rows[0]!;
}

/** Everything that a run wrote since the marks, by batches of accounts. */
export async function collectRows(database: Database, before: BeforeRun, batchSize: number): Promise<FloorBatch[]> {
  const client = await database.pool.connect();
  try {
    const seller = (await client.query<{ id: bigint }>('select id from seller')).rows[0]!.id;
    await client.query(
      `create temporary table bench_batch as
       select id as account_id, ((row_number() over (order by id) - 1) / ${batchSize})::integer as batch from account`,
    );
    await client.query('analyze bench_batch');
    const mark = (sql: string): string => sql.replaceAll('$BEFORE', String(before.identity)).replaceAll('$EVENT', String(before.event));
    const read = (one: WrittenTable): Promise<Buffer[]> =>
      readBatches(
        client,
        `select b.batch, ${one.columns
          .split(', ')
          .map((column) => `t.${column}`)
          .join(', ')} from ${mark(one.from)} order by 1`,
      );
    const tables: Buffer[][] = [];
    for (const table of WRITTEN) tables.push(await read(table));
    const numbers = await read(NUMBERS);
    const updates: { text: string; batches: unknown[][][] }[] = [];
    for (const { rows, update, types } of UPDATES) {
      const names = types.map((_, index) => 'abcd'[index]!);
      const unnest = `unnest(${types.map((type, index) => `$${index + 1}::${type}[]`).join(', ')}) as u(${names.join(', ')})`;
      const found = await client.query<unknown[]>({ text: `${rows} order by 1, 2`, rowMode: 'array' });
      updates.push({
        text: update.replace('$ROWS', unnest).replace('$SELLER', String(seller)),
        batches: columnsByBatch(found.rows, types.length),
      });
    }
    return numbers.map((data, batch) => ({
      copies: WRITTEN.flatMap((one, index) => {
        const rows = tables[index]![batch];
        return rows === undefined ? [] : [{ statement: copyStatement(one), data: rows }];
      }),
      updates: updates.map(({ text, batches }) => ({ text, values: batches[batch]! })),
      numbers: { statement: copyStatement(NUMBERS), data },
      documents: data.toString('latin1').split('\n').length - 1,
    }));
  } finally {
    client.release(true);
  }
}

const copyStatement = ({ table, columns }: WrittenTable): string => `copy ${table} (${columns}) from stdin`;

/** COPY's own text, cut where its first column changes. */
async function readBatches(client: pg.PoolClient, query: string): Promise<Buffer[]> {
  const stream = client.query(copyTo(`copy (${query}) to stdout`));
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  const batches: string[][] = [];
  for (const line of Buffer.concat(pieces).toString('utf8').split('\n')) {
    if (line === '') continue;
    const tab = line.indexOf('\t');
    const batch = Number(line.slice(0, tab));
    const lines = batches[batch] ?? [];
    lines.push(`${line.slice(tab + 1)}\n`);
    batches[batch] = lines;
  }
  return batches.map((lines) => Buffer.from(lines.join('')));
}

function columnsByBatch(rows: readonly unknown[][], columns: number): unknown[][][] {
  const batches: unknown[][][] = [];
  for (const [batch, ...values] of rows) {
    const into = batches[batch as number] ?? Array.from({ length: columns }, () => []);
    for (const [index, value] of values.entries()) into[index]!.push(value);
    batches[batch as number] = into;
  }
  return batches;
}

/** Documents a second into a copy of the database as it was before the run. */
export async function measureFloor(target: Target, batches: readonly FloorBatch[], connections: number): Promise<number> {
  const clients = Array.from({ length: connections }, () => newClient(target));
  for (const client of clients) await client.connect();
  const waiting = [...batches];
  const began = performance.now();
  try {
    await Promise.all(
      clients.map(async (client) => {
        for (let batch = waiting.shift(); batch !== undefined; batch = waiting.shift()) await writeBatch(client, batch);
      }),
    );
  } finally {
    for (const client of clients) await client.end();
  }
  const documents = batches.reduce((sum, batch) => sum + batch.documents, 0);
  return documents / ((performance.now() - began) / 1000);
}

async function writeBatch(client: pg.Client, batch: FloorBatch): Promise<void> {
  await client.query('begin');
  for (const { statement, data } of batch.copies) await copy(client, statement, data);
  for (const { text, values } of batch.updates) await client.query(text, values);
  await client.query({
    text: `update number_series set next_number = next_number + $1 where kind = 'invoice'`,
    values: [batch.documents],
  });
  await copy(client, batch.numbers.statement, batch.numbers.data);
  await client.query('commit');
}

async function copy(client: pg.Client, statement: string, data: Buffer): Promise<void> {
  const stream = client.query(copyFrom(statement));
  stream.end(data);
  await once(stream, 'finish');
}
