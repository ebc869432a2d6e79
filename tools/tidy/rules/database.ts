// What every table of the business must have, read from the migrations; and where SQL and its clock may stand.
import { isShipped, placeOf } from '../places.ts';
import { migrations, type Table, tablesOf } from '../sql.ts';
import type { Rule, Tree, Violation } from '../tree.ts';

const platformMigration = /\/0000_/;
const schemaPath = 'server/migrations/schema.sql';

function businessTables(tree: Tree): Table[] {
  return migrations(tree)
    .filter(({ path }) => !platformMigration.test(path))
    .flatMap(({ path, text }) => tablesOf(path, text));
}

function violation(table: Table, message: string): Violation {
  return { path: table.path, line: table.line, message: `table ${table.name} ${message}` };
}

function plant(text: string) {
  return { at: 'server/migrations/0001_a.sql', files: { 'server/migrations/0001_a.sql': text } };
}

export const tablesHaveATenant: Rule = {
  name: 'a business table carries its seller',
  reason:
    'Every row belongs to one seller, and the wall between sellers is a comparison on that column. A table that truly has none says so: "-- no seller: why".',
  check: (tree) =>
    businessTables(tree)
      .filter(
        ({ name, columns, comments }) =>
          name !== 'seller' && !columns.some((column) => column.name === 'seller_id') && !/no seller: \S/.test(comments),
      )
      .map((table) => violation(table, 'has no seller_id')),
  planted: [
    plant('create table invoice (\n  id bigint primary key,\n  total_minor bigint not null, currency text not null);'),
    plant('-- invoices, by seller_id\ncreate table invoice (id bigint, foreign key (seller_id) references seller);'),
  ],
  allowed: {
    'server/migrations/0000_platform.sql': 'create table clock (offset_ms bigint);',
    'server/migrations/0001_a.sql':
      'create table seller (id bigint);\ncreate table invoice (\n  seller_id bigint not null, -- (the tenant)\n  id bigint,\n  primary key (seller_id, id));\n-- no seller: ISO 4217 is the same for all\ncreate table currency_code (code text);',
  },
};

export const moneyHasACurrency: Rule = {
  name: 'money is a bigint of minor units beside its currency',
  reason:
    'An amount without a currency is a number that someone will add to another. Where the currency stands in the row that this one belongs to, ' +
    'the table says so: "-- currency: of its invoice". Binary fractions and the type money cannot hold amounts.',
  check: (tree) =>
    businessTables(tree).flatMap((table) => {
      const minor = table.columns.filter(({ name }) => name.endsWith('_minor'));
      const money = [...minor, ...table.columns.filter(({ name }) => /(^|_)(amount|price)$/.test(name))];
      const wrong = minor
        .filter(({ type }) => !type.startsWith('bigint'))
        .map(({ name }) => violation(table, `keeps ${name} not as bigint`));
      const inexact = table.columns
        .filter(({ type }) => /^(real|float|double precision|money)\b/.test(type))
        .map(({ name }) => violation(table, `keeps ${name} in a type that rounds`));
      const hasCurrency = table.columns.some(({ name }) => /(^|_)currency$/.test(name)) || /currency: \S/.test(table.comments);
      return [...wrong, ...inexact, ...(money.length > 0 && !hasCurrency ? [violation(table, 'has money without a currency')] : [])];
    }),
  planted: [
    plant('create table invoice (seller_id bigint, total_minor bigint not null);'),
    plant('create table invoice (seller_id bigint, total_minor numeric not null, currency text);'),
    plant('create table usage (seller_id bigint, quantity double precision);'),
    plant('create table extra_item (seller_id bigint, amount numeric not null);'),
  ],
  allowed: {
    'server/migrations/0001_a.sql':
      'create table invoice (seller_id bigint, total_minor bigint, currency text, check (total_minor >= 0));\n' +
      '-- currency: of its invoice\ncreate table invoice_line (seller_id bigint, amount_minor bigint, exact numeric);',
  },
};

export const tablesHaveOneWriter: Rule = {
  name: 'a table is written by one domain or adapter, and reports write none',
  reason:
    'What a row means is decided where it is written. With two writers there are two meanings; a domain that wants another one’s rows changed calls its verb. ' +
    'An adapter keeps only what is its own; commands and the API hold no writing SQL at all.',
  check: (tree) => {
    const owners = new Map<string, string>();
    for (const { path, text } of migrations(tree)) {
      for (const { name } of tablesOf(path, text)) owners.set(name, platformMigration.test(path) ? 'platform' : '');
    }
    return writesIn(tree).flatMap(({ path, line, table }) => {
      const owner = owners.get(table);
      const place = placeOf(path);
      if (owner === undefined || place === null) return [];
      const writer = place.domain ?? place.layer;
      if (writer === 'reports' || !['platform', 'domains', 'adapters'].includes(place.layer))
        return [{ path, line, message: `${writer} writes ${table}` }];
      if (owner === '') owners.set(table, writer);
      else if (owner !== writer) return [{ path, line, message: `${writer} writes ${table}, which ${owner} writes` }];
      return [];
    });
  },
  planted: [
    {
      at: 'server/src/domains/tax/store.ts',
      files: {
        'server/migrations/0001_a.sql': 'create table invoice (id bigint);',
        'server/src/domains/invoicing/store.ts': 'sql`insert into invoice (id) values (1)`;',
        'server/src/domains/tax/store.ts': "database.updateTable('invoice');",
      },
    },
    {
      at: 'server/src/domains/invoicing/store.ts',
      files: {
        'server/migrations/0001_a.sql': 'create table invoice (id bigint);',
        'server/src/adapters/import/focus/store.ts': 'sql`insert into invoice (id) values (1)`;',
        'server/src/domains/invoicing/store.ts': 'sql`update invoice set id = 2`;',
      },
    },
    {
      at: 'server/src/domains/reports/margin.ts',
      files: {
        'server/migrations/0001_a.sql': 'create table invoice (id bigint);',
        'server/src/domains/reports/margin.ts': 'sql`delete from invoice`;',
      },
    },
    {
      at: 'server/src/commands/fix.ts',
      files: {
        'server/migrations/0001_a.sql': 'create table invoice (id bigint);',
        'server/src/commands/fix.ts': 'sql`update invoice set id = 2`;',
      },
    },
    {
      at: 'server/src/domains/tax/store.ts',
      files: {
        'server/migrations/0000_platform.sql': 'create table outbox (id bigint);',
        'server/src/domains/tax/store.ts': 'sql`insert into outbox`;',
      },
    },
  ],
  allowed: {
    'server/migrations/0001_a.sql': 'create table invoice (id bigint);',
    'server/src/domains/invoicing/store.ts':
      'sql`insert into invoice (id) values (1)`;\nsql`update invoice set id = 2`;\n// update receivable set',
    'server/src/domains/tax/store.ts': 'sql`select * from invoice`;',
    'server/src/domains/tax/store.db.test.ts': 'sql`delete from invoice`;',
  },
};

const writing =
  /\b(?:insert\s+into|delete\s+from|copy|insertInto\('|updateTable\('|deleteFrom\(')\s*([\w.]+)|\bupdate\s+([\w.]+)\s+(?:as\s+\w+\s+|(?!set\b)\w+\s+)?set\b/gi;

function writesIn(tree: Tree): { path: string; line: number; table: string }[] {
  const writes: { path: string; line: number; table: string }[] = [];
  for (const [path, text] of tree) {
    if (!isShipped(path) && !(path.startsWith('server/src/') && path.endsWith('.sql'))) continue;
    for (const match of text.matchAll(writing)) {
      writes.push({ path, line: text.slice(0, match.index).split('\n').length, table: match[1] ?? match[2] ?? '' });
    }
  }
  return writes;
}

export const schemaPictureKnowsEveryTable: Rule = {
  name: 'schema.sql knows every table of the migrations',
  reason:
    'It is the one picture of the database as it is; made anew by `node --import ./server/typescript.mjs tools/schema.ts`. A database test compares it to the letter.',
  check: (tree) => {
    const schema = tree.get(schemaPath);
    const all = migrations(tree).flatMap(({ path, text }) => tablesOf(path, text));
    if (all.length > 0 && schema === undefined) return [{ path: schemaPath, line: 0, message: 'does not exist' }];
    const dropped = new Set(
      migrations(tree).flatMap(({ text }) => [...text.matchAll(/drop table (?:if exists )?([\w.]+)/gi)].map((match) => match[1] ?? '')),
    );
    return all
      .filter(({ name }) => !dropped.has(name) && !new RegExp(`\\b${name.replace('.', '\\.')}\\b`).test(schema ?? ''))
      .map(({ name }) => ({ path: schemaPath, line: 0, message: `does not know table ${name}` }));
  },
  planted: [
    { at: schemaPath, files: { 'server/migrations/0001_a.sql': 'create table invoice (id bigint);' } },
    { at: schemaPath, files: { 'server/migrations/0001_a.sql': 'create table invoice (id bigint);', [schemaPath]: 'table invoice_line' } },
  ],
  allowed: { 'server/migrations/0001_a.sql': 'create table invoice (id bigint);', [schemaPath]: 'create table invoice (id bigint);' },
};

export const migrationsAreNumbered: Rule = {
  name: 'migrations are numbered without gap or repeat',
  reason: 'Two migrations with one number run in an order that nobody chose.',
  check: (tree) =>
    migrations(tree)
      .map(({ path }, index) => ({ path, expected: index, actual: Number(/\/(\d+)_/.exec(path)?.[1]) }))
      .filter(({ expected, actual }) => actual !== expected)
      .map(({ path, expected }) => ({ path, line: 0, message: `should have the number ${String(expected).padStart(4, '0')}` })),
  planted: [
    { at: 'server/migrations/0002_b.sql', files: { 'server/migrations/0000_a.sql': '', 'server/migrations/0002_b.sql': '' } },
    { at: 'server/migrations/0000_b.sql', files: { 'server/migrations/0000_a.sql': '', 'server/migrations/0000_b.sql': '' } },
  ],
  allowed: { 'server/migrations/0000_a.sql': '', 'server/migrations/0001_b.sql': '', [schemaPath]: '' },
};

export const businessTimeComesFromTheClock: Rule = {
  name: 'business time comes from the clock, never from SQL',
  reason:
    'The clock can be moved to rehearse months, and all servers share it; the database’s own time cannot. ' +
    'A column that truly means the machine’s time says so on its line: "-- machine time".',
  check: (tree) => {
    const violations: Violation[] = [];
    for (const [path, text] of tree) {
      const isMigration = /^server\/migrations\/\d+_.*\.sql$/.test(path) && !platformMigration.test(path);
      if (!isMigration && !/^server\/src\/(domains|adapters)\/.*\.(ts|sql)$/.test(path)) continue;
      text.split('\n').forEach((line, index) => {
        const found = /(?<!\.)\b(now\(\)|current_timestamp\b|current_date\b|clock_timestamp\(\))/i.exec(line.replace(/(--|\/\/).*$/, ''));
        const isDateNow = found !== null && /Date\.now\(\)/.test(line);
        if (found !== null && !isDateNow && !line.includes('machine time'))
          violations.push({ path, line: index + 1, message: `uses ${found[1]}` });
      });
    }
    return violations;
  },
  planted: [
    plant('create table invoice (seller_id bigint, issued_at timestamptz default now());'),
    { at: 'server/src/domains/tax/store.ts', files: { 'server/src/domains/tax/store.ts': 'await sql`select current_date`;' } },
  ],
  allowed: {
    'server/migrations/0000_platform.sql': 'select now();',
    'server/migrations/0001_a.sql': 'create table billing_run (seller_id bigint, began_at timestamptz default now()); -- machine time',
    'server/src/domains/tax/store.ts': '// never now()\nclock.now();',
  },
};
