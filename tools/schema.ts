// Writes the picture of the migrated database: server/migrations/schema.sql for people who review a change, and the table types for the program.
// `node --import ./server/typescript.mjs tools/schema.ts` starts a database of its own in a temporary folder; `--check` only says whether the files are up to date.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type pg from 'pg';
import { openEmbedded } from '../server/src/platform/postgres/embedded/index.ts';
import { newClient } from '../server/src/platform/postgres/pool.ts';
import { prepareDatabase } from '../server/src/platform/postgres/prepare.ts';
import { makeTemporaryFolder } from '../server/src/testing/temporary-folder.ts';

export const SCHEMA_FILE = fileURLToPath(new URL('../server/migrations/schema.sql', import.meta.url));
export const TYPES_FILE = fileURLToPath(new URL('../server/src/platform/postgres/tables.generated.ts', import.meta.url));

interface Column {
  table: string;
  column: string;
  type: string;
  base: string;
  /** The values of an enumeration. */
  labels: string[] | null;
  array: boolean;
  required: boolean;
  /** Of a column's default, or of a generated column. */
  expression: string | null;
  identity: '' | 'a' | 'd';
  generated: boolean;
}

/** Where our tables are; the queue's stand in one of its own. */
const SCHEMAS = "('public', 'identity')";

/** Every table of ours with its columns in order; those of `public` without its name. A domain is shown by its name and typed by what it stands on. */
async function readColumns(client: pg.ClientBase): Promise<Column[]> {
  const found = await client.query<Column>(`
    select c.oid::regclass::text as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type, a.attnotnull as required,
      coalesce(b.typname, e.typname, t.typname)::text as base,
      (select array_agg(v.enumlabel::text order by v.enumsortorder) from pg_enum v where v.enumtypid = t.oid) as labels, t.typcategory = 'A' as array,
      pg_get_expr(d.adbin, d.adrelid) as expression, a.attidentity::text as identity, a.attgenerated::text <> '' as generated
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace and n.nspname in ${SCHEMAS}
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    join pg_type t on t.oid = a.atttypid
    left join pg_type b on b.oid = nullif(t.typbasetype, 0)
    left join pg_type e on e.oid = nullif(t.typelem, 0) and t.typcategory = 'A'
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where c.relkind in ('r', 'p', 'v', 'm') and not c.relispartition
    order by c.oid::regclass::text collate "C", a.attnum`);
  return found.rows;
}

/** Constraints, indexes, triggers, policies and functions as PostgreSQL itself prints them. Not-null ones are on the columns: only 18 lists them. */
async function readDefinitions(client: pg.ClientBase): Promise<{ table: string; text: string }[]> {
  const found = await client.query<{ table: string; text: string }>(`
    select "table", text from (
      select c.conrelid::regclass::text as "table", 1 as kind, c.conname::text as name,
        'constraint ' || c.conname || ' ' || pg_get_constraintdef(c.oid) as text
      from pg_constraint c where c.connamespace::regnamespace::text in ${SCHEMAS} and c.contype in ('p', 'u', 'f', 'c', 'x') and c.conrelid <> 0
      union all
      select i.indrelid::regclass::text, 2, x.relname, pg_get_indexdef(i.indexrelid)
      from pg_index i join pg_class x on x.oid = i.indexrelid and x.relnamespace::regnamespace::text in ${SCHEMAS}
      where not exists (select 1 from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('p', 'u', 'x'))
      union all
      select t.tgrelid::regclass::text, 3, t.tgname, pg_get_triggerdef(t.oid)
      from pg_trigger t join pg_class c on c.oid = t.tgrelid and c.relnamespace::regnamespace::text in ${SCHEMAS} where not t.tgisinternal
      union all
      select format('%I.%I', schemaname, tablename)::regclass::text, 4, policyname, 'policy ' || policyname || ' for ' || lower(cmd) || ' to ' || array_to_string(roles, ', ')
        || coalesce(' using (' || qual || ')', '') || coalesce(' with check (' || with_check || ')', '')
      from pg_policies where schemaname in ${SCHEMAS}
      union all
      select c.oid::regclass::text, 0, '', 'row security' || case when c.relforcerowsecurity then ' (forced)' else '' end
      from pg_class c where c.relnamespace::regnamespace::text in ${SCHEMAS} and c.relrowsecurity
      union all
      select c.oid::regclass::text, 5, '', 'view ' || pg_get_viewdef(c.oid, true)
      from pg_class c where c.relnamespace::regnamespace::text in ${SCHEMAS} and c.relkind in ('v', 'm')
      union all
      select '', 6, p.proname || pg_get_function_identity_arguments(p.oid), pg_get_functiondef(p.oid)
      from pg_proc p where p.pronamespace::regnamespace::text in ${SCHEMAS}
        and not exists (select 1 from pg_depend d where d.objid = p.oid and d.deptype = 'e')
    ) as all_of_them order by "table" collate "C", kind, name collate "C", text collate "C"`);
  return found.rows;
}

export async function describeSchema(client: pg.ClientBase): Promise<{ sql: string; types: string }> {
  const columns = await readColumns(client);
  const definitions = await readDefinitions(client);
  const tables = [...new Set(columns.map((column) => column.table))];
  return { sql: printSql(tables, columns, definitions), types: printTypes(tables, columns) };
}

function printSql(tables: string[], columns: Column[], definitions: { table: string; text: string }[]): string {
  const blocks = tables.map((table) => {
    const lines = columns.filter((column) => column.table === table).map((column) => `  ${printColumn(column)}`);
    const about = definitions.filter((definition) => definition.table === table).map((definition) => `  ${definition.text.trimEnd()}`);
    return [`table ${table}`, ...lines, ...about].join('\n');
  });
  const functions = definitions.filter((definition) => definition.table === '').map((definition) => definition.text.trimEnd());
  const head =
    '-- The picture of the database after all migrations, for reading and for comparing. Written by tools/schema.ts; never run, never edited.';
  return `${[head, ...blocks, ...functions].join('\n\n')}\n`;
}

function printColumn(column: Column): string {
  const identity = { a: ' generated always as identity', d: ' generated by default as identity', '': '' }[column.identity];
  const expression =
    column.expression === null ? '' : column.generated ? ` generated as (${column.expression})` : ` default ${column.expression}`;
  return `${column.column} ${column.type}${column.required ? ' not null' : ''}${identity}${expression}`;
}

const TYPES: Readonly<Record<string, string>> = {
  int2: 'number',
  int4: 'number',
  oid: 'number',
  float4: 'number',
  float8: 'number',
  int8: 'Integer',
  bool: 'boolean',
  timestamptz: 'Instant',
  json: 'Json',
  jsonb: 'Json',
  bytea: 'Buffer',
};

function printTypes(tables: string[], columns: Column[]): string {
  const interfaces = tables.map((table) => {
    const lines = columns.filter((column) => column.table === table).map((column) => `  ${column.column}: ${columnType(column)};`);
    return `export interface ${interfaceName(table)} {\n${lines.join('\n')}\n}`;
  });
  const list = tables.map((table) => `  ${table.includes('.') ? `'${table}'` : table}: ${interfaceName(table)};`).join('\n');
  return `${TYPES_HEAD}\n${interfaces.join('\n\n')}\n\nexport interface Tables {\n${list}\n}\n`;
}

/** Numeric, date, uuid and all else arrive as text. What the database fills in by itself need not be given. */
function columnType(column: Column): string {
  const labels = column.labels?.map((label) => `'${label}'`).join(' | ');
  const single = labels ?? TYPES[column.base.replace(/^_/, '')] ?? 'string';
  const type = `${column.array ? `${single}[]` : single}${column.required ? '' : ' | null'}`;
  if (column.identity === 'a' || column.generated) return `GeneratedAlways<${single === 'Integer' ? 'bigint' : type}>`;
  return column.identity === 'd' || column.expression !== null ? `Generated<${type}>` : type;
}

function interfaceName(table: string): string {
  return table
    .split(/[_.]/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');
}

const TYPES_HEAD = `// Written by tools/schema.ts from the migrated database. Do not edit.
import type { ColumnType, GeneratedAlways } from 'kysely';

/** Filled in by the database when it is not given. */
export type Generated<T> = T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>;
/** Exact. A number may be given where it is a safe integer. */
export type Integer = ColumnType<bigint, bigint | number, bigint | number>;
/** Read as milliseconds since 1970, written as RFC 3339 (\`toTimestamp\`). */
export type Instant = ColumnType<number, string, string>;
/** Read parsed, written as text (\`JSON.stringify\`), since the driver takes a list for a PostgreSQL array. */
export type Json = ColumnType<unknown, string, string>;
`;

async function main(): Promise<void> {
  const folder = makeTemporaryFolder();
  const embedded = await openEmbedded({ dataFolder: join(folder, 'data') });
  try {
    const target = { address: embedded.address, name: 'postgres' };
    await prepareDatabase(target);
    const client = newClient(target);
    await client.connect();
    const { sql, types } = await describeSchema(client);
    await client.end();
    report([keep(SCHEMA_FILE, sql), keep(TYPES_FILE, types)]);
  } finally {
    await embedded.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function keep(file: string, text: string): string | null {
  if (isCurrent(file, text)) return null;
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  return file;
}

export function isCurrent(file: string, text: string): boolean {
  try {
    return readFileSync(file, 'utf8') === text;
  } catch {
    return false;
  }
}

function report(changed: (string | null)[]): void {
  for (const file of changed) {
    if (file !== null) process.stdout.write(`${process.argv.includes('--check') ? 'out of date' : 'written'}: ${file}\n`);
  }
  if (process.argv.includes('--check') && changed.some((file) => file !== null)) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
