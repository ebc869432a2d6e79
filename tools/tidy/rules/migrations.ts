// What a migration may do to tables that are already in use: only what takes a moment, and nothing that the release before cannot bear.
import { migrations, tablesOf } from '../sql.ts';
import type { Rule, Tree, Violation } from '../tree.ts';

/** The first of these was written before databases were in use. */
const FIRST_CAREFUL = 9;
/** They have one row, or a row a seller. */
const SMALL = new Set([
  'installation',
  'clock',
  'worker',
  'migration',
  'seller',
  'seller_currency',
  'account_zone',
  'book',
  'number_series',
]);

interface Statement {
  readonly sql: string;
  readonly line: number;
  /** What the file says right above it. */
  readonly remark: string;
}

interface File {
  readonly path: string;
  readonly inSteps: boolean;
  readonly contracts: boolean;
  readonly made: ReadonlySet<string>;
  readonly statements: readonly Statement[];
}

function careful(tree: Tree): File[] {
  return migrations(tree)
    .filter(({ path }) => Number(/\/(\d+)_/.exec(path)?.[1]) >= FIRST_CAREFUL)
    .map(({ path, text }) => ({
      path,
      inSteps: /^-- in steps$/m.test(text),
      contracts: /^-- needs programs from \d{4}$/m.test(text),
      made: new Set(tablesOf(path, text).map((table) => table.name)),
      statements: statementsOf(text),
    }));
}

/** Split at semicolons outside of comments, quotes and bodies in dollars. */
function statementsOf(text: string): Statement[] {
  const statements: Statement[] = [];
  const mark = /--[^\n]*|'(?:[^']|'')*'|\$(\w*)\$[\s\S]*?\$\1\$|;/g;
  let from = 0;
  const take = (to: number) => {
    const part = text.slice(from, to);
    const sql = part.replace(/--[^\n]*/g, ' ').trim();
    const skipped = part.length - part.replace(/^(?:\s|--[^\n]*)+/, '').length;
    const line = text.slice(0, from + skipped).split('\n').length;
    if (sql !== '') statements.push({ sql, line, remark: part.slice(0, skipped) });
    from = to + 1;
  };
  for (const match of text.matchAll(mark)) if (match[0] === ';') take(match.index);
  take(text.length);
  return statements;
}

const tableOf = (pattern: RegExp, sql: string): string | null => pattern.exec(sql)?.[1]?.replace(/^public\./, '') ?? null;

/** Each with the table it works on. Dynamic SQL inside of a body is not looked into. */
const slow: readonly { readonly pattern: RegExp; readonly unless?: RegExp; readonly message: string }[] = [
  {
    pattern: /^create\s+(?:unique\s+)?index\s+(?:if not exists\s+)?[\w.]+\s+on\s+(?:only\s+)?([\w.]+)/i,
    message: 'builds an index in place: use concurrently, in steps',
  },
  {
    pattern: /^alter table (?:only )?([\w.]+)[\s\S]*\balter (?:column )?\w+ (?:set data )?type\b/i,
    message: 'may write every row anew: add a column of the new type',
  },
  {
    pattern: /^alter table (?:only )?([\w.]+)[\s\S]*\balter (?:column )?\w+ set not null\b/i,
    message: 'looks at every row: add a check that is not null, not valid, and validate it in a step',
  },
  {
    pattern: /^alter table (?:only )?([\w.]+)[\s\S]*\badd (?:constraint \w+ )?(?:check|foreign key)\b/i,
    unless: /\bnot valid\b/i,
    message: 'looks at every row: add it not valid, and validate it in a step',
  },
  {
    pattern: /^alter table (?:only )?([\w.]+)[\s\S]*\badd (?:constraint \w+ )?(?:primary key|unique|exclude)\b/i,
    unless: /\busing index\b/i,
    message: 'builds an index in place: build it concurrently in a step, then add it using index',
  },
  {
    pattern:
      /^alter table (?:only )?([\w.]+)[\s\S]*\badd (?:column )?(?!constraint)\w+ [^;]*(?:generated|serial|\bdefault\s+(?:\w+\(|nextval))/i,
    message: 'writes every row anew: add the column without, fill it in steps',
  },
  {
    pattern: /^alter table (?:only )?([\w.]+)[\s\S]*\badd (?:column )?(?!constraint)\w+ [^;]*\breferences\b/i,
    message: 'looks at every row: add the column, then its foreign key not valid',
  },
  {
    pattern: /^(?:update|delete from)\s+(?:only\s+)?([\w.]+)/i,
    unless: /\blimit \d+/i,
    message: 'changes every row at once: use a step that is repeated, with a limit',
  },
  { pattern: /^(?:cluster|vacuum full|reindex table|lock table|lock)\s+([\w.]+)/i, message: 'keeps everybody from the table' },
];

export const migrationsAreBrief: Rule = {
  name: 'a migration keeps nobody waiting',
  reason:
    'Servers go on working while a database is migrated, and none may be kept for two seconds. Work on all rows of a table in use is done in steps (CONTRIBUTING.md, ' +
    '"Change the database"); where a table stays small for certain, "-- brief: why" above the statement says so.',
  check: (tree) =>
    careful(tree).flatMap((file) =>
      file.statements.flatMap((statement) => {
        if (/^-- brief: \S/m.test(statement.remark)) return [];
        return slow.flatMap(({ pattern, unless, message }) => {
          const table = tableOf(pattern, statement.sql);
          if (table === null || file.made.has(table) || SMALL.has(table) || unless?.test(statement.sql)) return [];
          return [{ path: file.path, line: statement.line, message: `${table}: ${message}` }];
        });
      }),
    ),
  planted: [
    'create index event_age on event (at);',
    'create unique index if not exists event_age on event (at);',
    'alter table event alter column at type date;',
    'alter table event alter at set not null;',
    'alter table event add check (value > 0);',
    'alter table event add constraint owner foreign key (seller_id) references seller (id);',
    'alter table event add constraint one unique (id);',
    'alter table event add column number bigint generated always as identity;',
    'alter table event add column made_at timestamptz default clock_timestamp();',
    'alter table event add column seller_id bigint references seller (id);',
    'update event set value = 1;',
    '-- in steps\n-- step, until nothing changes\ndelete from event where done;',
    'lock table event;',
  ].map((sql) => ({ at: 'server/migrations/0009_b.sql', files: { 'server/migrations/0009_b.sql': `-- What this is.\n${sql}\n` } })),
  allowed: {
    'server/migrations/0001_a.sql': 'create table event (id bigint);\nupdate event set id = 1;\ncreate index event_id on event (id);',
    'server/migrations/0009_b.sql':
      'create table fresh (id bigint);\ncreate index fresh_id on fresh (id);\nalter table event add column note text not null default $$none$$;\n' +
      "alter table event add constraint positive check (value > 0) not valid;\nupdate clock set offset_ms = 1;\n-- brief: a row for each plan\nalter table plan add check (key <> '');",
    'server/migrations/0010_c.sql':
      '-- in steps\n-- step\ndrop index concurrently if exists event_age;\n-- step\ncreate index concurrently if not exists event_age on event (at);\n' +
      '-- step\nalter table event validate constraint positive;\n-- step, until nothing changes\nupdate event set value = 1 where id in (select id from event where value is null limit 1000);',
  },
};

const takenAway: readonly RegExp[] = [
  /^drop (?:table|view|function|sequence|type)\b/i,
  /^alter table (?:only )?[\w.]+[\s\S]*\b(?:drop column|rename)\b/i,
  /^alter (?:type|function|sequence|view)\b[\s\S]*\brename\b/i,
];

export const migrationsLeaveTheReleaseBefore: Rule = {
  name: 'a migration takes away nothing that the release before uses',
  reason:
    'While servers are replaced one by one, two releases work on one database. What old programs use goes when the release that no longer uses it is everywhere; ' +
    'such a file says "-- needs programs from NNNN", and older programs are then refused.',
  check: (tree) =>
    careful(tree)
      .filter((file) => !file.contracts)
      .flatMap((file) =>
        file.statements
          .filter(({ sql }) => takenAway.some((pattern) => pattern.test(sql)))
          .map(({ line }) => ({ path: file.path, line, message: 'takes something away and does not say from which programs on' })),
      ),
  planted: [
    'drop table event;',
    'alter table event drop column value;',
    'alter table event rename column value to amount;',
    'alter type kind rename value $$a$$ to $$b$$;',
  ].map((sql) => ({ at: 'server/migrations/0009_b.sql', files: { 'server/migrations/0009_b.sql': sql } })),
  allowed: {
    'server/migrations/0009_b.sql': '-- needs programs from 0008\nalter table event drop column value;',
    'server/migrations/0010_c.sql': 'drop policy of_account on event;\ndrop trigger event_append_only on event;',
  },
};

export const stepsBearRepeating: Rule = {
  name: 'a step of a migration bears being done twice',
  reason:
    'A file in steps begins again from its first when one fails, so a step that cannot find its own work done would never get past it.',
  check: (tree) =>
    careful(tree)
      .filter((file) => file.inSteps)
      .flatMap((file) => file.statements.flatMap((statement) => judgeStep(file, statement))),
  planted: [
    'create index concurrently event_age on event (at);',
    'drop index concurrently event_age;',
    'alter table event add column note text;',
    'alter table event add constraint positive check (value > 0) not valid;',
    'select 1;\ncreate index concurrently if not exists event_age on event (at);',
  ].map((sql) => ({ at: 'server/migrations/0009_b.sql', files: { 'server/migrations/0009_b.sql': `-- in steps\n-- step\n${sql}\n` } })),
  allowed: {
    'server/migrations/0009_b.sql':
      '-- in steps\n-- step\nalter table event drop constraint if exists positive, add constraint positive check (value > 0) not valid;\n-- step\nselect 1;',
    'server/migrations/0010_c.sql': 'alter table event add column note text;',
  },
};

function judgeStep(file: File, { sql, line, remark }: Statement): Violation[] {
  const at = { path: file.path, line };
  const found: Violation[] = [];
  if (/\bconcurrently\b/i.test(sql) && !/^-- step$/m.test(remark))
    found.push({ ...at, message: 'shares its step, which concurrently cannot' });
  if (/^create (?!or replace)/i.test(sql) && !/\bif not exists\b/i.test(sql) && !isDroppedFirst(file, sql))
    found.push({ ...at, message: 'creates without "if not exists"' });
  if (/^drop /i.test(sql) && !/\bif exists\b/i.test(sql)) found.push({ ...at, message: 'drops without "if exists"' });
  if (/\badd column (?!if not exists)/i.test(sql)) found.push({ ...at, message: 'adds a column without "if not exists"' });
  if (/\badd constraint\b/i.test(sql) && !/\bdrop constraint if exists\b/i.test(sql))
    found.push({ ...at, message: 'adds a constraint without dropping it first' });
  return found;
}

function isDroppedFirst(file: File, sql: string): boolean {
  const name = /^create (?:unique )?index (?:concurrently )?(\w+)/i.exec(sql)?.[1];
  return (
    name !== undefined && file.statements.some((other) => new RegExp(`^drop index concurrently if exists ${name}$`, 'i').test(other.sql))
  );
}
