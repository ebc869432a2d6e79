// Test support: breaks every rule that the database keeps, once, by plain SQL. The list is the catalog's, so that a new rule is drilled as it comes.
import type pg from 'pg';
import type { Database } from '../platform/postgres/pool.ts';

export interface Rule {
  /** `schema.table`, quoted where needed. */
  readonly table: string;
  readonly name: string;
  readonly kind: 'check' | 'foreign key' | 'unique';
  readonly columns: readonly string[];
}

export interface Drilled {
  readonly rule: Rule;
  /** The statement that the rule refused. Null where nothing was found that breaks it. */
  readonly statement: string | null;
  /** What the request's role was told when it tried the same; null: it was let. */
  readonly asRequest: string | null;
}

interface Column {
  readonly name: string;
  /** An enumeration with its words: `enum:invoice|credit_note`. */
  readonly type: string;
  readonly isNeeded: boolean;
}

type Row = Readonly<Record<string, unknown>>;

interface Table {
  readonly columns: readonly Column[];
  /** Columns that a rule is about, by its name. */
  readonly columnsOf: ReadonlyMap<string, readonly string[]>;
  readonly rows: readonly Row[];
  /** The rows are not there: they were thought of. */
  readonly isThought: boolean;
}

const SQLSTATES = { check: '23514', 'foreign key': '23503', unique: '23505' } as const;
const ROWS_TRIED = 40;
const MOST_MENDS = 200;

export async function listRules(database: Database): Promise<Rule[]> {
  const { rows } = await database.pool.query<Rule>(
    `select c.conrelid::regclass::text as "table", c.conname as name,
       case c.contype when 'c' then 'check' when 'f' then 'foreign key' else 'unique' end as kind,
       array(select a.attname::text from unnest(c.conkey) k join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k) as columns
     from pg_constraint c join pg_class t on t.oid = c.conrelid
     where c.contype in ('c', 'f', 'u', 'p', 'x') and not t.relispartition and t.relnamespace in ('public'::regnamespace, 'identity'::regnamespace)
     union all
     select i.indrelid::regclass::text, x.relname, 'unique',
       array(select a.attname::text from unnest(i.indkey::smallint[]) k join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k)
     from pg_index i join pg_class x on x.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
     where i.indisunique and not t.relispartition and t.relnamespace in ('public'::regnamespace, 'identity'::regnamespace)
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid and c.contype in ('u', 'p', 'x'))
     order by 1, 2`,
  );
  return rows;
}

/** `requestRole` tries with the seller of the row that is copied. */
export async function drill(database: Database, rules: readonly Rule[], requestRole: string): Promise<Drilled[]> {
  const known = await listRules(database);
  const client = await database.pool.connect();
  const tables = new Map<string, Table>();
  const drilled: Drilled[] = [];
  try {
    for (const rule of rules) {
      const table = tables.get(rule.table) ?? (await readTable(client, rule.table, known));
      tables.set(rule.table, table);
      const broken = await breakRule(client, rule, table);
      const asRequest = broken === null ? 'not tried' : await tryAs(client, requestRole, broken);
      drilled.push({ rule, statement: broken?.statement ?? null, asRequest });
    }
  } finally {
    client.release();
  }
  return drilled;
}

interface Complaint {
  readonly code?: string;
  readonly constraint?: string;
  readonly column?: string;
}

interface Broken {
  readonly statement: string;
  readonly seller: string;
}

/**
 * Copies a row with something in it that the rule forbids. Where another rule speaks first, the columns that it is about are mended, but never those
 * that make the fault.
 */
async function breakRule(client: pg.PoolClient, rule: Rule, table: Table): Promise<Broken | null> {
  for (const row of table.rows) {
    for (const fault of faultsFor(rule, table, row)) {
      const kept = rule.kind === 'foreign key' ? Object.keys(fault) : rule.columns;
      const statement = await climb(client, rule, table, row, { ...row, ...fault }, kept);
      if (statement !== null) return { statement, seller: String(row.seller_id ?? '') };
    }
  }
  return null;
}

async function climb(
  client: pg.PoolClient,
  rule: Rule,
  table: Table,
  row: Row,
  begun: Row,
  kept: readonly string[],
): Promise<string | null> {
  const state = { ...begun };
  const tried = new Map<string, number>();
  for (let mend = 0; mend < MOST_MENDS; mend += 1) {
    const copy = copyOf(rule.table, table, state);
    const statement = rule.kind === 'unique' && table.isThought ? `${copyOf(rule.table, table, row)}; ${copy}` : copy;
    const error = await undone(client, statement, `alter table ${rule.table} disable trigger user`);
    if (error === null) return null;
    const isBroken = error.code === SQLSTATES[rule.kind] || (rule.kind === 'unique' && error.code === '23P01');
    if (isBroken && error.constraint === rule.name) return statement;
    const place = error.constraint ?? error.column ?? '';
    const about = table.columnsOf.get(place) ?? (error.column === undefined ? [] : [error.column]);
    const free = about.filter((column) => !kept.includes(column) && column !== 'seller_id');
    const values = error.code === SQLSTATES.unique ? freshValues : usualValues;
    if (!mendOne(state, place, free, table, tried, values)) return null;
  }
  return null;
}

/** What a row must say for the rule to be broken, the likeliest first. For a key the row as it is says it twice. */
function* faultsFor(rule: Rule, table: Table, row: Row): Generator<Row> {
  if (rule.kind === 'unique') yield {};
  else if (rule.kind === 'check') {
    yield* combinations(rule.columns, table);
    for (const one of rule.columns) for (const other of rule.columns) yield { [one]: row[other] };
  } else {
    const targets = [...rule.columns.filter((column) => column !== 'seller_id'), ...rule.columns];
    for (const target of new Set(targets)) yield { [target]: strangeReference(typeOf(table, target)) };
    yield Object.fromEntries(rule.columns.filter((one) => one !== 'seller_id').map((one) => [one, strangeReference(typeOf(table, one))]));
  }
}

/** A row like this one, but for some of its columns. */
function copyOf(name: string, { columns }: Pick<Table, 'columns'>, row: Row): string {
  const list = columns.map((column) => `"${column.name}"`).join(', ');
  const json = JSON.stringify(row).replaceAll("'", "''");
  return `insert into ${name} (${list}) overriding system value select ${list} from jsonb_populate_record(null::${name}, '${json}')`;
}

/** One column after another, then two at a time. */
function* combinations(columns: readonly string[], table: Table): Generator<Row> {
  const valuesOf = (column: string) => strangeValues(typeOf(table, column));
  for (const one of columns) for (const value of valuesOf(one)) yield { [one]: value };
  for (const [index, one] of columns.entries()) {
    for (const other of columns.slice(index + 1)) {
      for (const value of valuesOf(one)) for (const second of valuesOf(other)) yield { [one]: value, [other]: second };
    }
  }
}

function strangeValues(type: string): readonly unknown[] {
  if (type.startsWith('enum:')) return [...type.slice('enum:'.length).split('|'), null];
  if (/^(bigint|integer|smallint|numeric)/.test(type)) return [-1, 0, null, 1, 2, 999_999_999, '-0.5'];
  if (type === 'boolean') return [false, true, null];
  if (type === 'date') return [null, '0001-01-01', '2300-01-02'];
  if (type.startsWith('timestamp')) return [null, '0001-01-01T00:00:00Z', '2300-01-01T00:00:00Z'];
  if (type === 'bytea') return ['\\x', '\\x00', null];
  if (type === 'jsonb') return [null, {}, [], 'text', 1];
  if (type.endsWith('[]')) return [[], null];
  return ['', '!', 'no such thing', null, 'A', 'x'.repeat(400), 'company', 'XYZ', 'eur'];
}

/** Not what a row gets that needs a new key: it would then refer to itself. */
function strangeReference(type: string): unknown {
  const value = freshValue(type);
  return typeof value === 'number' ? value - 1 : typeof value === 'string' && type === 'text' ? `${value}-nobody` : value;
}

function freshValue(type: string): unknown {
  if (type.startsWith('enum:')) return type.split('|').at(-1);
  if (/^(bigint|integer|numeric)/.test(type)) return 1_999_999_999;
  if (type === 'smallint') return 29_999;
  if (type === 'boolean') return true;
  if (type === 'date') return '2299-12-31';
  if (type.startsWith('timestamp')) return '2299-12-31T00:00:00Z';
  if (type === 'bytea') return `\\x${'7f'.repeat(32)}`;
  if (type === 'uuid') return '7f7f7f7f-7f7f-4f7f-8f7f-7f7f7f7f7f7f';
  if (type === 'jsonb') return { fresh: true };
  return type.endsWith('[]') ? [] : 'drill';
}

const freshValues = (type: string): readonly unknown[] => [freshValue(type), ...(type === 'text' ? ['DRILL', 'DRI', 'd@r.ill'] : [])];

const typeOf = (table: Table, name: string): string => table.columns.find((column) => column.name === name)?.type ?? 'text';

async function readTable(client: pg.PoolClient, name: string, rules: readonly Rule[]): Promise<Table> {
  const columnsOf = new Map(rules.filter((rule) => rule.table === name).map((rule) => [rule.name, rule.columns]));
  const columns = await client.query<Column>(
    `select attname as name, attnotnull as "isNeeded", case when y.typtype = 'e'
         then 'enum:' || (select string_agg(enumlabel, '|' order by enumsortorder) from pg_enum e where e.enumtypid = y.oid)
         else format_type(atttypid, null) end as type
     from pg_attribute a join pg_type y on y.oid = a.atttypid
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [name],
  );
  const rows = await client.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${name} t limit ${ROWS_TRIED}`);
  const table = { columns: columns.rows, columnsOf, rows: rows.rows.map(({ row }) => row), isThought: false };
  if (table.rows.length > 0) return table;
  const made = await makeRow(client, name, table);
  return { ...table, rows: made === null ? [] : [made], isThought: true };
}

/** A row of a table that has none: begun from references and plain values, and mended where the database says what is wrong with it. */
async function makeRow(client: pg.PoolClient, name: string, table: Table): Promise<Readonly<Record<string, unknown>> | null> {
  const row: Record<string, unknown> = {};
  for (const column of table.columns) row[column.name] = column.isNeeded ? usualValues(column.type)[0] : null;
  for (const reference of await listReferences(client, name)) Object.assign(row, reference);
  const tried = new Map<string, number>();
  for (let mend = 0; mend < MOST_MENDS; mend += 1) {
    const error = await undone(client, copyOf(name, table, row), `alter table ${name} disable trigger user`);
    if (error === null) return row;
    const wanted = error.code === '23502' ? [error.column ?? ''] : (table.columnsOf.get(error.constraint ?? '') ?? []);
    const free = wanted.filter((column) => column !== 'seller_id');
    if (!mendOne(row, error.constraint ?? error.column ?? '', free, table, tried, usualValues)) return null;
  }
  return null;
}

/** Tries the values of the columns that a rule speaks of, in all combinations, one at each call. */
function mendOne(
  row: Record<string, unknown>,
  rule: string,
  columns: readonly string[],
  table: Table,
  tried: Map<string, number>,
  valuesOf: (type: string) => readonly unknown[],
): boolean {
  const choices = columns.map((name) => {
    const column = table.columns.find((one) => one.name === name);
    return valuesOf(column?.type ?? 'text').filter((value) => value !== null || column?.isNeeded === false);
  });
  const total = choices.reduce((count, values) => count * values.length, 1);
  const number = tried.get(rule) ?? 0;
  if (columns.length === 0 || number >= total) return false;
  tried.set(rule, number + 1);
  let rest = number;
  for (const [index, column] of columns.entries()) {
    const values = choices[index]!;
    row[column] = values[rest % values.length];
    rest = Math.floor(rest / values.length);
  }
  return true;
}

function plainValue(type: string): unknown {
  if (/^(bigint|integer|smallint|numeric)/.test(type)) return 1;
  if (type === 'boolean') return true;
  if (type === 'date') return '2026-01-01';
  if (type.startsWith('timestamp')) return '2026-01-01T00:00:00Z';
  if (type === 'bytea') return `\\x${'01'.repeat(32)}`;
  if (type === 'uuid') return '01010101-0101-4101-8101-010101010101';
  if (type === 'jsonb') return {};
  return type.endsWith('[]') ? [] : 'one';
}

/** What such columns usually hold, by which most rules are met. */
function usualValues(type: string): readonly unknown[] {
  if (type.startsWith('enum:')) return [...type.slice('enum:'.length).split('|'), null];
  if (/^(bigint|integer|smallint|numeric)/.test(type)) return [1, null, 0, 2, 200, -1];
  if (type !== 'text' && !type.startsWith('char')) return [plainValue(type), null, ...(type === 'boolean' ? [false] : [])];
  return [...TEXTS, null];
}

const TEXTS = [
  'one',
  'EUR',
  'DE',
  '$scrypt$1',
  'a@b.example',
  'ONE',
  'once',
  'percent',
  'amount',
  'waiting',
  'staff',
  'second_factor',
  'invitation',
];

/** Of each foreign key, the columns as some row that it may refer to has them. */
async function listReferences(client: pg.PoolClient, name: string): Promise<Record<string, unknown>[]> {
  const { rows } = await client.query<{ target: string; from: string[]; to: string[] }>(
    `select c.confrelid::regclass::text as target,
       array(select a.attname::text from unnest(c.conkey) with ordinality k(n, o) join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.n order by o) as "from",
       array(select a.attname::text from unnest(c.confkey) with ordinality k(n, o) join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.n order by o) as "to"
     from pg_constraint c where c.conrelid = $1::regclass and c.contype = 'f' order by cardinality(c.conkey)`,
    [name],
  );
  const found: Record<string, unknown>[] = [];
  for (const { target, from, to } of rows) {
    const { rows: targets } = await client.query<{ row: Record<string, unknown> }>(`select to_jsonb(t) as row from ${target} t limit 1`);
    const referred = targets[0]?.row;
    if (referred !== undefined) found.push(Object.fromEntries(from.map((column, index) => [column, referred[to[index]!]])));
  }
  return found;
}

async function undone(client: pg.PoolClient, statement: string, first = 'select 1'): Promise<Complaint | null> {
  try {
    await client.query(`begin; ${first}`);
    await client.query(statement);
    await client.query('set constraints all immediate');
    return null;
  } catch (error) {
    return error as Complaint;
  } finally {
    await client.query('rollback');
  }
}

async function tryAs(client: pg.PoolClient, role: string, { statement, seller }: Broken): Promise<string | null> {
  const error = await undone(client, statement, `set local prorata.seller = '${seller}'; set local role "${role}"`);
  return error === null ? null : (error.code ?? 'broken');
}

const STATEMENTS = [
  { bit: 16, text: (name: string, column: string) => `update ${name} set ${column} = ${column}` },
  { bit: 8, text: (name: string) => `delete from ${name}` },
  { bit: 32, text: (name: string) => `truncate ${name} cascade` },
];

/** What a guard of append-only tables is there to refuse, each with what it was told; null: it was let. */
export async function drillAppendOnly(database: Database): Promise<{ readonly statement: string; readonly told: string | null }[]> {
  const client = await database.pool.connect();
  try {
    const { rows } = await client.query<{ name: string; column: string; kind: number }>(
      `select t.tgrelid::regclass::text as name, t.tgtype::integer as kind,
         (select quote_ident(attname) from pg_attribute a where a.attrelid = t.tgrelid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
            and a.attidentity = '' order by attnum limit 1) as column
       from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_class c on c.oid = t.tgrelid
       where p.proname in ('refuse_change', 'refuse_event_change') and not c.relispartition and not t.tgisinternal and t.tgattr = '' order by 1`,
    );
    const done = [];
    for (const { name, column, kind } of rows) {
      for (const { text } of STATEMENTS.filter((one) => (kind & one.bit) > 0)) {
        const error = await undone(client, text(name, column));
        done.push({ statement: text(name, column), told: error === null ? null : (error.code ?? 'broken') });
      }
    }
    return done;
  } finally {
    client.release();
  }
}
