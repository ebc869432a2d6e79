// Migrations on a real database: applied once, refused when the history is not ours, undone when they fail.
import { describe, expect, it } from 'vitest';
import { withDatabase } from '../../testing/database.ts';
import { copyInto } from './copy.ts';
import { type Migrated, type MigrateOptions, migrate } from './migrate.ts';
import { type Migration, readMigrations } from './migration-file.ts';
import { newClient } from './pool.ts';
import { inTransaction } from './transaction.ts';

describe('migrate', () => {
  const test = withDatabase();

  async function migrateWith(migrations: readonly Migration[], options: MigrateOptions = {}): Promise<Migrated> {
    const client = newClient({ url: test.url });
    await client.connect();
    try {
      return await migrate(client, { ...options, migrations });
    } finally {
      await client.end();
    }
  }

  const extra = (number: number, sql: string): Migration => ({ number, name: `${number}_extra.sql`, sql, checksum: sql });
  const found = async (statement: string) => (await test.database.pool.query({ text: statement, rowMode: 'array' })).rows;
  const history: Migration[] = readMigrations();

  it('finds nothing left to do in the copied template', async () => {
    expect(await migrateWith(history)).toEqual({ applied: [], newer: [] });
  });

  it('applies a migration once, also when several processes start together', async () => {
    const before = [...history];
    history.push(extra(9000, 'create table extra (id int)'));
    const runs = await Promise.all([migrateWith(history), migrateWith(history), migrateWith(history)]);
    expect(runs.flatMap((run) => run.applied)).toEqual(['9000_extra.sql']);
    expect(await migrateWith(before)).toEqual({ applied: [], newer: ['9000_extra.sql'] });
  });

  it('refuses a program that a newer release no longer works with', async () => {
    const before = [...history];
    history.push(extra(9001, '-- needs programs from 9000\ncreate table other (id int)'));
    await migrateWith(history);
    expect(await migrateWith(before)).toMatchObject({ newer: ['9001_extra.sql'] });
    await expect(migrateWith(readMigrations())).rejects.toMatchObject({ code: 'database.newer' });
  });

  it('refuses a migration that was edited after it was applied', async () => {
    const edited = history.map((one) => (one.number === 9000 ? extra(9000, 'create table others (id int)') : one));
    await expect(migrateWith(edited)).rejects.toMatchObject({ code: 'database.migration_changed' });
  });

  it('leaves nothing of a migration that fails', async () => {
    const list = [...history, extra(9002, 'create table half (id int); select 1/0')];
    await expect(migrateWith(list)).rejects.toThrow(/9002_extra.sql failed and was undone: division by zero/);
    expect(await found("select to_regclass('half')")).toEqual([[null]]);
  });

  it('does work on a large table in steps, and all of them again when one failed', async () => {
    const { pool } = test.database;
    await pool.query('create table large (id int, done boolean); insert into large select n from generate_series(1, 25) n');
    const steps = (last: string) => `-- in steps
-- step
drop index concurrently if exists large_id;
-- step
create index concurrently if not exists large_id on large (id);
-- step, until nothing changes
update large set done = true where id in (select id from large where done is null order by id limit 10);
-- step
${last}`;
    await expect(migrateWith([...history, extra(9002, steps('select 1/0'))])).rejects.toThrow(/done again from the first/);
    expect(await found('select count(*)::int from large where done')).toEqual([[25]]);
    expect(await found('select count(*)::int from migration where number = 9002')).toEqual([[0]]);
    history.push(extra(9002, steps('select 1')));
    expect((await migrateWith(history)).applied).toEqual(['9002_extra.sql']);
    expect(await found("select indisvalid from pg_index where indexrelid = 'large_id'::regclass")).toEqual([[true]]);
  });

  it('gives way while others hold a table, so that nobody behind it waits long, and comes back', async () => {
    const { pool } = test.database;
    await pool.query('create table busy (id int)');
    const [reader, writer] = [await pool.connect(), await pool.connect()];
    await reader.query('begin; lock table busy in access share mode');
    await writer.query("set lock_timeout = '2s'");
    let tries = 0;
    const counted = async () => {
      const seen = await pool.query("select from pg_locks where relation = 'busy'::regclass and not granted");
      tries += seen.rowCount ?? 0;
    };
    history.push(extra(9003, 'alter table busy add column note text'));
    const migrated = migrateWith(history, { lockMs: 100 });
    for (let row = 0; tries < 3; row += 1) {
      await counted();
      await writer.query('insert into busy values ($1)', [row]);
    }
    expect(await found('select count(*)::int from migration where number = 9003')).toEqual([[0]]);
    await reader.query('commit');
    expect((await migrated).applied).toEqual(['9003_extra.sql']);
    reader.release();
    writer.release(true);
  });

  it('gives up in the end, names who is in the way, and leaves nothing', async () => {
    const reader = await test.database.pool.connect();
    await reader.query('begin; lock table busy in access share mode');
    const list = [...history, extra(9004, 'alter table busy add column other text')];
    const given = migrateWith(list, { lockMs: 10, patienceMs: 50 });
    await expect(given).rejects.toMatchObject({
      code: 'database.migration_blocked',
      message: expect.stringMatching(/process \d+ \(prorata\), at work/),
    });
    await reader.query('rollback');
    reader.release();
    expect((await migrateWith(list)).applied).toEqual(['9004_extra.sql']);
  });
});

describe('column types and COPY', () => {
  const test = withDatabase();

  it('brings exact values through COPY and back', async () => {
    const rows = [
      [1n, '0.100000000000000000000000000001', '2024-02-29', '2024-02-29T23:59:59.125Z', 'tab\tnew\nline\\N\r'],
      [9223372036854775807n, '-5', '0001-01-01', '1969-12-31T23:59:59.000Z', null],
      [null, null, null, null, ''],
    ];
    const columns = ['a', 'b', 'c', 'd', 'e'];
    await inTransaction(test.database, async (tx) => {
      await tx.client.query('create table sample (n serial, a bigint, b numeric, c date, d timestamptz, e text)');
      expect(await copyInto(tx.client, 'sample', columns, rows)).toBe(3);
    });
    const found = await test.database.pool.query({ text: 'select a, b, c, d, e from sample order by n', rowMode: 'array' });
    expect(found.rows).toEqual([
      [1n, '0.100000000000000000000000000001', '2024-02-29', Date.UTC(2024, 1, 29, 23, 59, 59, 125), 'tab\tnew\nline\\N\r'],
      [9223372036854775807n, '-5', '0001-01-01', -1000, null],
      [null, null, null, null, ''],
    ]);
    const arrays = await test.database.pool.query("select array[1::bigint, null] a, array[1.50::numeric] b, array['2024-01-01'::date] c");
    expect(arrays.rows).toEqual([{ a: [1n, null], b: ['1.50'], c: ['2024-01-01'] }]);
  });

  it('takes back everything when the work fails, and gives the connection back', async () => {
    const before = test.database.pool.totalCount;
    await expect(
      inTransaction(test.database, async (tx) => {
        await tx.client.query('create table gone (n int)');
        await copyInto(tx.client, 'gone', ['n'], [['not a number']]);
      }),
    ).rejects.toThrow(/invalid input syntax for type integer/);
    expect((await test.database.pool.query("select to_regclass('gone') as gone")).rows).toEqual([{ gone: null }]);
    expect(test.database.pool.totalCount).toBe(before);
    expect(test.database.pool.idleCount).toBe(before);
  });
});
