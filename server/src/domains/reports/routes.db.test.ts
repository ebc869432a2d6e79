// The audit over HTTP: the provider's, one at a time, and it finds what is planted.
import { expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';

const api = withApi();
const report = '/v1/audit-report';

it('answers that the books hold, and what does not', async () => {
  const { books } = api.current;
  await books.accounts('a');
  await books.start('s', 'a', '2026-01-01');
  await books.bill();
  const call = await api.current.as();
  const clean = await call('GET', report);
  expect([clean.statusCode, clean.json()]).toEqual([200, { invariants: expect.any(Number), findings: [] }]);
  const { pool } = books.database;
  await pool.query('alter table invoice_line disable trigger user');
  const found = (await call('GET', report)).json().findings;
  expect(found).toMatchObject([{ invariant: 'frozen_tables_are_frozen', examples: [{ place: expect.any(String) }] }]);
  await pool.query('alter table invoice_line enable trigger user');
});

it('is the provider’s, with the permission', async () => {
  const codeOf = async (choice: Parameters<typeof api.current.as>[0]) => (await (await api.current.as(choice))('GET', report)).json().code;
  expect(await codeOf({ seller: 'south' })).toBe('access.provider_only');
  expect(await codeOf({ permissions: ['billing.read'] })).toBe('access.denied');
  expect(await codeOf({ account: 'a' })).toBe('access.wrong_caller');
});

it('is asked by one at a time', async () => {
  const client = await api.current.books.database.pool.connect();
  try {
    await client.query('begin');
    await client.query(`select pg_advisory_xact_lock(hashtextextended('audit', 0))`);
    const answer = await (await api.current.as())('GET', report);
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'audit.busy']);
  } finally {
    await client.query('rollback');
    client.release();
  }
});

it('leaves the books in order', async () => {
  expect(await api.current.books.findings()).toEqual([]);
});
