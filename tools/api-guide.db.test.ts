// The calls of the guide to the API, made as they stand there, one after the other; and the amounts that it names.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { withApi } from '../server/src/testing/api.ts';

const guide = readFileSync(fileURLToPath(new URL('../docs/guides/api.md', import.meta.url)), 'utf8');
const api = withApi();

/** `api METHOD PATH [BODY]`, as the guide's own function of the shell takes it. */
const calls = [...guide.matchAll(/^api ([A-Z]+) ('[^']+'|\S+)(?: '([^']*)')?/gm)].map(([, method = '', path = '', body]) => ({
  method,
  path: path.replaceAll("'", ''),
  body: body === undefined ? undefined : JSON.parse(body),
}));

it('works as the guide says', async () => {
  const call = await api.current.as();
  api.current.clock.set('2026-02-10T12:00:00Z');
  expect(calls.length).toBeGreaterThan(10);
  for (const { method, path, body } of calls) {
    const answer = await call(method, path, { body });
    expect({ method, path, status: answer.statusCode, said: answer.statusCode < 300 ? '' : answer.body }).toMatchObject({
      status: expect.toSatisfy((status: number) => status < 300),
    });
    if (path === '/v1/billing-runs' && method === 'POST') await api.current.books.bill(body.asOf);
  }
  const { data } = (await call('GET', '/v1/invoices?account=acme')).json();
  const amounts = await Promise.all(
    data.map(async ({ number }: { number: string }) =>
      (await call('GET', `/v1/invoices/${number}`)).json().lines.map((line: { amount: string }) => line.amount),
    ),
  );
  expect(amounts.sort()).toEqual([
    ['30.00', '5.40'],
    ['9.68', '10.64'],
  ]);
});

it('leaves the books in order', async () => {
  expect(await api.current.books.findings()).toEqual([]);
});
