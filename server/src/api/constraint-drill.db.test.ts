// The database as the last judge: each of its rules is broken once by plain SQL, by the engine and as a request; and as a request nobody reads or
// writes a row of another seller, whatever the table.
import { beforeAll, describe, expect, it } from 'vitest';
import { readRequestRole } from '../platform/http/work.ts';
import type { Database } from '../platform/postgres/pool.ts';
import { withApi } from '../testing/api.ts';
import { type Drilled, drill, drillAppendOnly, listRules } from '../testing/constraint-drill.ts';
import { Portal } from '../testing/portal.ts';
import { furnishTenants, type Tenants } from '../testing/tenants.ts';

/** Rules that no single row can break, with where they are tested. */
const notByOneRow: Readonly<Record<string, string>> = {
  'charge_step: unique charge_step_cell_id_sequence_after_minor_seller_id_key':
    'It is there to be referred to: another key holds with fewer columns.',
  'identity.session: foreign key session_impersonator_session_id_seller_id_fkey':
    'Who acts as somebody must be there too: people/impersonate.ts is tested on it.',
  'coupon_redemption: foreign key coupon_redemption_seller_id_account_id_fkey':
    'The drill finds no way to it alone: invoicing/discount-routes.db.test.ts redeems for accounts that are there.',
  'usage_upload: check usage_upload_total_check':
    'With less than no rows in the file, less than none must be taken, which the rule of the sums refuses first.',
};

const api = withApi();
let tenants: Tenants;
let database: Database;
let requestRole: string;

beforeAll(async () => {
  tenants = await furnishTenants(api.current);
  await new Portal(() => api.current).signedIn();
  database = api.current.books.database;
  requestRole = await readRequestRole(database);
});

const nameOf = ({ rule }: Drilled): string => `${rule.table}: ${rule.kind} ${rule.name}`;

describe('every rule', () => {
  let drilled: Drilled[];

  beforeAll(async () => {
    drilled = await drill(database, await listRules(database), requestRole);
  });

  it('is broken once, and says so itself', () => {
    const silent = drilled.filter(({ statement }) => statement === null).map(nameOf);
    expect(silent.filter((name) => notByOneRow[name] === undefined)).toEqual([]);
    expect(Object.keys(notByOneRow).filter((name) => !silent.includes(name))).toEqual([]);
    expect(drilled.length).toBeGreaterThan(200);
  });

  it('cannot be broken by a request either', () => {
    expect(drilled.filter(({ asRequest }) => asRequest === null).map(nameOf)).toEqual([]);
  });
});

it('keeps what is only added to', async () => {
  const done = await drillAppendOnly(database);
  expect(done.filter(({ told }) => told === null)).toEqual([]);
  expect(done.length).toBeGreaterThan(10);
});

interface Place {
  readonly name: string;
  readonly columns: string;
}

async function tablesOfSellers(): Promise<Place[]> {
  const { rows } = await database.pool.query<Place>(
    `select c.oid::regclass::text as name,
       (select string_agg(quote_ident(a.attname), ', ' order by a.attnum) from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
     from pg_class c join pg_attribute s on s.attrelid = c.oid and s.attname = 'seller_id' and not s.attisdropped
     where c.relkind in ('r', 'p') and c.relnamespace in ('public'::regnamespace, 'identity'::regnamespace) order by 1`,
  );
  return rows;
}

/** The outcome as a request for this seller; the whole is undone. */
async function asRequest(seller: bigint | null, statement: string): Promise<{ rows: number } | { code: string }> {
  const client = await database.pool.connect();
  try {
    await client.query('begin');
    await client.query(`set local prorata.seller = '${seller ?? ''}'; set local role "${requestRole}"`);
    const { rowCount } = await client.query(statement);
    return { rows: rowCount ?? 0 };
  } catch (error) {
    return { code: String((error as { code?: string }).code) };
  } finally {
    await client.query('rollback');
    client.release();
  }
}

/** What a request of the first seller gets at of the second's rows. */
async function reached(): Promise<string[]> {
  const found: string[] = [];
  const [mine, theirs] = [tenants.first.seller.id, tenants.second.seller.id];
  for (const { name, columns } of await tablesOfSellers()) {
    const attempts = [
      [mine, `select seller_id from ${name} where seller_id is distinct from ${mine}`],
      [null, `select seller_id from ${name}`],
      [mine, `update ${name} set seller_id = seller_id where seller_id = ${theirs}`],
      [mine, `delete from ${name} where seller_id = ${theirs}`],
      [mine, `insert into ${name} (${columns}) overriding system value select ${columns} from ${name} where seller_id = ${theirs}`],
    ] as const;
    for (const [seller, statement] of attempts) {
      const outcome = await asRequest(seller, statement);
      if ('rows' in outcome && outcome.rows > 0) found.push(statement);
      if ('code' in outcome && outcome.code !== '42501' && !outcome.code.startsWith('23')) found.push(`${statement}: ${outcome.code}`);
    }
  }
  return found;
}

describe('the walls between sellers', () => {
  it('stand around every table', async () => {
    expect(await reached()).toEqual([]);
  });

  it('are tried where there is something behind them', async () => {
    const filled: string[] = [];
    for (const { name } of await tablesOfSellers()) {
      const { rowCount } = await database.pool.query(`select from ${name} where seller_id = $1 limit 1`, [tenants.second.seller.id]);
      if (rowCount === 1) filled.push(name);
    }
    expect(filled.length).toBeGreaterThan(20);
  });

  it('refuse to write a row in another’s name', async () => {
    const theirs = tenants.second.seller.id;
    const outcome = await asRequest(tenants.first.seller.id, `insert into outbox_event (seller_id) values (${theirs})`);
    expect('code' in outcome).toBe(true);
  });
});

describe('the drill finds', () => {
  it('a rule that nothing can break', async () => {
    await database.pool.query('alter table account add constraint planted check (name is not null or name is null)');
    try {
      const rules = (await listRules(database)).filter(({ name }) => name === 'planted');
      expect((await drill(database, rules, requestRole)).map(({ statement }) => statement)).toEqual([null]);
    } finally {
      await database.pool.query('alter table account drop constraint planted');
    }
  });

  it('a wall that has fallen', async () => {
    await database.pool.query('alter table invoice disable row level security');
    try {
      expect((await reached()).some((statement) => statement.includes('from invoice '))).toBe(true);
    } finally {
      await database.pool.query('alter table invoice enable row level security');
    }
  });

  it('a guard that sleeps', async () => {
    await database.pool.query('alter table audit_entry disable trigger user');
    try {
      const let_ = (await drillAppendOnly(database)).filter(({ told }) => told === null).map(({ statement }) => statement);
      expect(let_).toContain('delete from audit_entry');
    } finally {
      await database.pool.query('alter table audit_entry enable trigger user');
    }
  });
});
