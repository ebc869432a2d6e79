// Test support: what a transaction has written, row by row, so that two transactions can be compared.
import type pg from 'pg';

/** Rows as JSON by table. */
export type WrittenRows = Readonly<Record<string, readonly Readonly<Record<string, unknown>>[]>>;

let question: string | null = null;

/** Asks within the transaction. Rows of savepoints are not seen. */
export async function readWrittenRows(client: pg.PoolClient): Promise<WrittenRows> {
  question ??= await writeQuestion(client);
  const { rows } = await client.query<{ place: string; told: Record<string, unknown> }>(question);
  const found: Record<string, Record<string, unknown>[]> = {};
  for (const { place, told } of rows) found[place] = [...(found[place] ?? []), told];
  return found;
}

async function writeQuestion(client: pg.PoolClient): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c
     where c.relkind = 'r' and c.relnamespace in ('public'::regnamespace, 'identity'::regnamespace) order by 1`,
  );
  const own = `t.xmin::text::bigint = pg_current_xact_id_if_assigned()::text::bigint % 4294967296`;
  return rows.map(({ name }) => `select '${name}' as place, to_jsonb(t) as told from ${name} t where ${own}`).join(' union all ');
}

/** Columns that are another each time, such as ids and hashes: they differ between two transactions that did the same. */
export function volatileColumns(one: WrittenRows, other: WrittenRows): ReadonlySet<string> {
  const found = new Set<string>();
  for (const table of new Set([...Object.keys(one), ...Object.keys(other)])) {
    const [first, second] = [one[table] ?? [], other[table] ?? []];
    for (const column of Object.keys({ ...first[0], ...second[0] })) {
      const values = (rows: WrittenRows[string]) => JSON.stringify(rows.map((row) => JSON.stringify(row[column])).sort());
      if (values(first) !== values(second)) found.add(`${table}.${column}`);
    }
  }
  return found;
}

/** Comparable text, without those columns. */
export function printRows(rows: WrittenRows, without: ReadonlySet<string>): string {
  const tables = Object.entries(rows).map(([table, list]) => {
    const told = list.map((row) => JSON.stringify(Object.entries(row).filter(([column]) => !without.has(`${table}.${column}`))));
    return `${table}\n${told.sort().join('\n')}`;
  });
  return tables.sort().join('\n');
}
