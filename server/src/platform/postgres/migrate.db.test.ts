// Migrations on a real database: applied once, refused when the history is not ours, undone when they fail.
import { describe, expect, it } from 'vitest';
import { withDatabase } from '../../testing/database.ts';
import { copyInto } from './copy.ts';
import { type Migration, migrate, readMigrations } from './migrate.ts';
import { newClient } from './pool.ts';
import { inTransaction } from './transaction.ts';

describe('migrate', () => {
  const test = withDatabase();

  async function migrateWith(migrations: readonly Migration[]): Promise<string[]> {
    const client = newClient({ url: test.url });
    await client.connect();
    try {
      return await migrate(client, { migrations });
    } finally {
      await client.end();
    }
  }

  const extra = (number: number, sql: string): Migration => ({ number, name: `${number}_extra.sql`, sql, checksum: sql });

  it('finds nothing left to do in the copied template', async () => {
    expect(await migrateWith(readMigrations())).toEqual([]);
  });

  it('applies a migration once, also when several processes start together', async () => {
    const list = [...readMigrations(), extra(9000, 'create table extra (id int)')];
    const runs = await Promise.all([migrateWith(list), migrateWith(list), migrateWith(list)]);
    expect(runs.flat()).toEqual(['9000_extra.sql']);
  });

  it('refuses a database that a newer release has migrated', async () => {
    await expect(migrateWith(readMigrations())).rejects.toMatchObject({ code: 'database.newer' });
  });

  it('refuses a migration that was edited after it was applied', async () => {
    await expect(migrateWith([...readMigrations(), extra(9000, 'create table other (id int)')])).rejects.toMatchObject({
      code: 'database.migration_changed',
    });
  });

  it('leaves nothing of a migration that fails', async () => {
    const list = [...readMigrations(), extra(9000, 'create table extra (id int)'), extra(9001, 'create table half (id int); select 1/0')];
    await expect(migrateWith(list)).rejects.toThrow(/9001_extra.sql failed and was undone: division by zero/);
    const found = await test.database.pool.query("select to_regclass('half') as half");
    expect(found.rows).toEqual([{ half: null }]);
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
