// A database whose owner is an ordinary role: he migrates, sees the whole of the books, and requests still see one seller's rows.
import { expect, inject, it, onTestFinished } from 'vitest';
import { newClient, openDatabase } from '../../platform/postgres/pool.ts';
import { prepareDatabase } from '../../platform/postgres/prepare.ts';
import { Books, TestClock } from '../../testing/books.ts';
import { administer, urlOf } from '../../testing/global-setup.ts';
import { auditBooks } from './index.ts';

const name = `prorata_owner_${process.pid}`;

async function databaseOfAnOrdinaryRole(): Promise<string> {
  const { url: server } = inject('testServer');
  await administer(server, `create role ${name} login password 'x' createrole`);
  await administer(server, `create database ${name} owner ${name} encoding 'UTF8' template template0`);
  onTestFinished(async () => {
    await administer(server, `drop database ${name} with (force)`);
    await administer(server, `drop role ${name}_request`);
    await administer(server, `drop role ${name}`);
  });
  const url = new URL(urlOf(server, name));
  url.username = name;
  url.password = 'x';
  return url.href;
}

it('lets an owner who is no superuser audit everything, and requests see nothing of others', async () => {
  const url = await databaseOfAnOrdinaryRole();
  await prepareDatabase({ url }, { allowUnsafe: true });
  const database = openDatabase({ url });
  onTestFinished(() => database.close());
  const books = new Books(database, new TestClock('2024-01-01T09:00:00Z'));
  await books.open();
  await books.accounts('a');
  await books.start('s', 'a', '2024-01-01');
  await books.bill();
  expect((await auditBooks(database)).findings).toEqual([]);
  const client = newClient({ url });
  await client.connect();
  await client.query(`set role ${name}_request; set prorata.seller = '1'`);
  expect((await client.query('select from account')).rowCount).toBe(0);
  await client.query(`set prorata.seller = '${(await books.seller()).id}'`);
  expect((await client.query('select from account')).rowCount).toBe(1);
  await client.query('set row_security = off');
  await expect(client.query('select from account')).rejects.toThrow(/row-level security/);
  await client.end();
});
