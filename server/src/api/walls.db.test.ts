// The walls between sellers, asked of the database itself: every table of a seller has them, and whoever comes by request is behind them.
import { expect, it } from 'vitest';
import { listAccounts, upsertAccounts } from '../domains/accounts/index.ts';
import { auditBooks } from '../domains/reports/index.ts';
import { type Caller, NOBODY } from '../platform/http/principal.ts';
import { behindWalls, readRequestRole } from '../platform/http/work.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { Books, TestClock } from '../testing/books.ts';
import { createTestDatabase, withDatabase } from '../testing/database.ts';

const test = withDatabase();

it('stand around every table that has a seller, forced', async () => {
  const { rows } = await test.database.pool.query<{ name: string; fault: string }>(`
    select c.oid::regclass::text as name, case
        when not c.relrowsecurity then 'no row security'
        when not c.relforcerowsecurity then 'not forced'
        when not exists (select from pg_policy p where p.polrelid = c.oid and p.polpermissive) then 'no policy'
        when exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'account_id' and not a.attisdropped)
          and not exists (select from pg_policy p where p.polrelid = c.oid and not p.polpermissive) then 'no policy of the account'
      end as fault
    from pg_class c join pg_attribute s on s.attrelid = c.oid and s.attname = 'seller_id' and not s.attisdropped
    where c.relkind in ('r', 'p') and c.relnamespace in (select oid from pg_namespace where nspname not like 'pg_%' and nspname <> 'information_schema')`);
  expect(rows.filter((row) => row.fault !== null)).toEqual([]);
  expect(rows.length).toBeGreaterThan(30);
});

it('leave nobody anything', async () => {
  const { database } = test;
  const requestRole = await readRequestRole(database);
  const walls = { database, requestRole, role: 'request', principal: NOBODY } as const;
  await database.pool.query(
    `insert into seller (id, key, legal_name, country, currency, zone, created_at) values (1, 'x', 'X', 'DE', 'EUR', 'UTC', '2026-01-01')`,
  );
  await behindWalls(walls, async ({ client }) => {
    expect((await client.query('select from seller')).rowCount).toBe(0);
    await expect(client.query(`insert into meter (seller_id, id, key) values (1, 1, 'stolen')`)).rejects.toMatchObject({ code: '42501' });
  }).catch((error: { code?: string }) => expect(error.code).toBe('25P02'));
});

it('keep requests from documents and from what proves people', async () => {
  const { database } = test;
  const requestRole = await readRequestRole(database);
  const { rows } = await database.pool.query<{ table: string; right: string }>(
    `select t as "table", p as "right" from unnest(array['invoice', 'invoice_line', 'posting', 'charge_cell', 'charge_step', 'billing_run']) as t,
       unnest(array['insert', 'update', 'delete']) as p where has_table_privilege($1, t, p)
     union all select 'audit_entry', p from unnest(array['update', 'delete', 'truncate']) as p where has_table_privilege($1, 'audit_entry', p)
     union all select 'identity.password', 'select' where has_table_privilege($1, 'identity.password', 'select')`,
    [requestRole],
  );
  expect(rows).toEqual([]);
});

it('make an audit by a request fail instead of looking clean', async () => {
  const requestRole = await readRequestRole(test.database);
  await expect(
    inTransaction(test.database, async (tx) => {
      await tx.client.query(`set local role "${requestRole}"`);
      await tx.client.query('set local row_security = off');
      await tx.client.query('select count(*) from invoice');
    }),
  ).rejects.toMatchObject({ code: '42501' });
  expect((await auditBooks(test.database)).findings).toEqual([]);
});

it('let a search read what it finds and not all accounts there are', async () => {
  const { database } = await createTestDatabase();
  const books = new Books(database, new TestClock('2026-01-01T00:00:00Z'));
  await books.open();
  const accounts = Array.from({ length: 3000 }, (_, index) => ({ externalId: `c-${index}`, name: `Customer ${index}`, country: 'DE' }));
  await books.run((tx, seller, now) => upsertAccounts(tx, seller, accounts, now));
  await database.pool.query('analyze account');
  const seller = await books.seller();
  const principal = { ...NOBODY, kind: 'key', seller, above: [], account: null } as unknown as Caller;
  const walls = { database, requestRole: await readRequestRole(database), role: 'request', principal } as const;
  const scans = await behindWalls(walls, async (tx) => {
    const page = await listAccounts(tx, seller.id, { limit: 50, sort: 'name', search: 'c-29' }, async (rows) => rows);
    expect(page.data).toHaveLength(50);
    const { rows } = await tx.client.query<{ scans: bigint }>(
      "select seq_scan as scans from pg_stat_xact_user_tables where relid = 'account'::regclass",
    );
    return Number(rows[0]!.scans);
  });
  expect(scans).toBe(0);
  await database.close();
});
