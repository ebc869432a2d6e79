// Writes events by the thousand: into a temporary table by COPY, and from there to where they count, in one statement.
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';

/** An event that has a place. Ids are decimal text: nothing is computed with them here. */
export interface BatchRow {
  readonly identity: string;
  readonly sellerId: string;
  readonly subscriptionId: string;
  readonly meterId: string;
  readonly at: number;
  readonly recorded: number;
  /** A plain decimal. */
  readonly value: string;
  readonly source: string;
  readonly eventId: string;
}

const TABLE = `create temporary table if not exists usage_batch (
  place integer, identity uuid, seller_id bigint, subscription_id bigint, meter_id bigint, at_ms bigint, recorded_ms bigint, value numeric,
  source text, event_id text) on commit delete rows`;
const COPY = 'copy usage_batch from stdin';

/** Connections that have the temporary table. */
const prepared = new WeakSet<pg.ClientBase>();

const SPECIAL = /[\\\t\n\r]/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const escaped = (text: string): string => (SPECIAL.test(text) ? text.replace(/[\\\t\n\r]/g, (one) => ESCAPES[one]!) : text);

/** Puts events beside the tables, the first of them at `firstPlace`. */
export async function copyBatch(tx: Transaction, rows: readonly BatchRow[], firstPlace: number): Promise<void> {
  if (!prepared.has(tx.client)) {
    await tx.client.query(TABLE);
    prepared.add(tx.client);
  }
  let text = '';
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index]!;
    text += `${firstPlace + index}\t${row.identity}\t${row.sellerId}\t${row.subscriptionId}\t${row.meterId}\t${row.at}\t${row.recorded}\t${row.value}\t${escaped(row.source)}\t${escaped(row.eventId)}\n`;
  }
  const stream = tx.client.query(copyFrom(COPY));
  await new Promise<void>((resolve, reject) => {
    stream.on('error', reject);
    stream.on('finish', resolve);
    stream.end(Buffer.from(text));
  });
}

const instantOf = (column: string): string => `timestamptz 'epoch' + ${column} * interval '1 millisecond'`;
const ADD_TO = 'set total = kept.total + excluded.total, events = kept.events + excluded.events, version = kept.version + 1';

/** Which were there before is decided by the unique identity alone, whoever else writes at the same time. Sums are taken in the order of their keys. */
const WRITE = `
  with fresh as (
    insert into usage_identity (identity, seller_id, subscription_id, meter_id, at)
    select identity, seller_id, subscription_id, meter_id, ${instantOf('at_ms')} from usage_batch
    on conflict (identity) do nothing
    returning identity
  ), taken as materialized (
    select b.* from usage_batch b join fresh using (identity)
  ), written as (
    insert into usage_event (seller_id, subscription_id, meter_id, at, recorded_at, arrival, value, source, event_id)
    select seller_id, subscription_id, meter_id, ${instantOf('at_ms')}, ${instantOf('recorded_ms')}, $1, value, source, event_id from taken
  ), sums as materialized (
    select seller_id, subscription_id, meter_id, at_ms / 900000 - (at_ms % 900000 < 0)::integer as quarter, sum(value) as total, count(*) as events
    from taken group by 1, 2, 3, 4
  ), quarters as (
    insert into usage_total as kept (seller_id, subscription_id, meter_id, quarter, total, events, version)
    select seller_id, subscription_id, meter_id, timestamptz 'epoch' + quarter * interval '15 minutes', total, events, 1
    from sums order by subscription_id, meter_id, quarter
    on conflict (subscription_id, meter_id, quarter, seller_id) do update ${ADD_TO}
  ), days as (
    insert into usage_day_total as kept (seller_id, subscription_id, meter_id, day, total, events, version)
    select seller_id, subscription_id, meter_id, (date 'epoch' + (quarter / 96 - (quarter % 96 < 0)::integer)::integer) as day, sum(total), sum(events), 1
    from sums group by 1, 2, 3, 4 order by 2, 3, 4
    on conflict (subscription_id, meter_id, day, seller_id) do update ${ADD_TO}
  )
  select b.place from usage_batch b where not exists (select from fresh where fresh.identity = b.identity)`;

/** Whether the event that is there says the same: as a row of the batch was told apart by its identity, the rest must be equal. */
const COMPARE = `
  select b.place,
         (i.subscription_id, i.meter_id, i.at) = (b.subscription_id, b.meter_id, ${instantOf('b.at_ms')})
         and exists (select from usage_event e
                     where (e.subscription_id, e.meter_id, e.at) = (i.subscription_id, i.meter_id, i.at)
                       and (e.seller_id, e.source, e.event_id) = (b.seller_id, b.source, b.event_id) and e.value = b.value) as same
  from usage_batch b join usage_identity i on i.identity = b.identity
  where b.place = any($1::integer[])`;

/** Writes what was copied, in which no identity may stand twice. Answers the places of those that were there already. */
export async function writeBatch(tx: Transaction, arrival: bigint): Promise<number[]> {
  const { rows } = await tx.client.query<{ place: number }>({ name: 'usage_write', text: WRITE, values: [arrival] });
  return rows.map((row) => row.place);
}

/** Of copied events whose identity is there: the places of those that say the same as what is there. */
export async function compareBatch(tx: Transaction, places: readonly number[]): Promise<Set<number>> {
  if (places.length === 0) return new Set();
  const { rows } = await tx.client.query<{ place: number; same: boolean }>(COMPARE, [places]);
  return new Set(rows.flatMap((row) => (row.same ? [row.place] : [])));
}

/** Months are made before the first event of theirs is written. */
export async function makeMonths(tx: Transaction, instants: readonly number[]): Promise<void> {
  await tx.client.query('select make_usage_month(at) from unnest($1::timestamptz[]) as m(at)', [instants.map(formatInstant)]);
}
