// The client against servers that fail in every way a client has to bear; the answers are scripted, nothing of ours is replaced.
import { describe, expect, it } from 'vitest';
import { createClient } from './client.ts';
import { ProblemError } from './problem-error.ts';
import { UnreachableError } from './retrying-fetch.ts';

type Scripted = Response | Error;

/** A client whose requests are answered by the script, one after another. */
function scripted(script: readonly Scripted[], tries = 5) {
  const requests: { method: string; url: string; key: string | null; body: string }[] = [];
  const waits: number[] = [];
  const client = createClient({
    baseUrl: 'https://billing.test/',
    key: 'prk_test',
    tries,
    wait: async (milliseconds) => void waits.push(milliseconds),
    fetch: async (request) => {
      const answer = script[requests.length];
      requests.push({
        method: request.method,
        url: request.url,
        key: request.headers.get('idempotency-key'),
        body: await request.text(),
      });
      if (answer === undefined) throw new Error('the script has ended');
      if (answer instanceof Error) throw answer;
      return answer;
    },
  });
  return { client, requests, waits };
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Response =>
  new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json', ...headers } });
const problem = (status: number, code: string, headers: Record<string, string> = {}): Response =>
  json(status, { type: 'about:blank', title: 'No', status, code, detail: 'Do otherwise.', requestId: 'r1' }, headers);

const put = {
  params: { path: { account: 'acme' } },
  body: { name: 'Acme Ltd' },
};

describe('a request that fails in passing', () => {
  it('is sent again with the same key and body until it is answered', async () => {
    const { client, requests, waits } = scripted([
      new TypeError('fetch failed'),
      problem(503, 'server.stopping'),
      problem(409, 'idempotency.in_flight'),
      json(201, { id: 'acc_1' }),
    ]);
    expect((await client.put('/v1/accounts/{account}', put)).data).toEqual({ id: 'acc_1' });
    expect(requests).toHaveLength(4);
    expect(new Set(requests.map(({ key, body }) => `${key} ${body}`)).size).toBe(1);
    expect(requests[0]!.key).toMatch(/^[\da-f-]{36}$/);
    expect(requests[0]!.url).toBe('https://billing.test/v1/accounts/acme');
    expect(waits.map((wait, index) => wait >= 125 * 2 ** index && wait <= 250 * 2 ** index)).toEqual([true, true, true]);
  });

  it('waits as long as the server asks, within reason', async () => {
    const ask = (text: string) => problem(429, 'rate.limited', { 'retry-after': text });
    const { client, waits } = scripted([ask('7'), ask('86400'), ask(new Date(0).toUTCString()), json(200, { data: [], nextCursor: null })]);
    await client.get('/v1/accounts');
    expect(waits).toEqual([7000, 30_000, 0]);
  });

  it('is given up after so many tries', async () => {
    const cut = scripted([new TypeError('one'), new TypeError('two')], 2);
    await expect(cut.client.get('/v1/accounts')).rejects.toThrow(UnreachableError);
    const busy = scripted([problem(503, 'server.stopping'), problem(503, 'server.stopping')], 2);
    await expect(busy.client.get('/v1/accounts')).rejects.toMatchObject({ status: 503, code: 'server.stopping' });
  });

  it('keeps the key that the caller chose, and gives none to reading', async () => {
    const { client, requests } = scripted([json(200, {}), json(200, {})]);
    const header = { 'Idempotency-Key': 'mine' };
    await client.put('/v1/accounts/{account}', { ...put, params: { ...put.params, header } });
    await client.get('/v1/accounts');
    expect(requests.map(({ key }) => key)).toEqual(['mine', null]);
  });

  it('is not sent again once the caller has given up', async () => {
    const abort = new AbortController();
    abort.abort(new Error('enough'));
    const { client, requests } = scripted([new TypeError('aborted'), json(200, {})]);
    await expect(client.get('/v1/accounts', { signal: abort.signal })).rejects.toThrow();
    expect(requests.length).toBeLessThan(2);
  });
});

describe('a refusal', () => {
  it('is thrown with its code, and asked for once', async () => {
    const { client, requests } = scripted([problem(422, 'zone.unknown')]);
    const error = await client.put('/v1/accounts/{account}', put).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(ProblemError);
    expect(error).toMatchObject({ status: 422, code: 'zone.unknown', requestId: 'r1', message: 'zone.unknown: Do otherwise.' });
    expect(requests).toHaveLength(1);
  });

  it('of something that stands between says what it can', async () => {
    const { client } = scripted([new Response('<h1>Nope</h1>', { status: 413, statusText: 'Too Large' })]);
    await expect(client.get('/v1/accounts')).rejects.toMatchObject({ code: 'http.413', problem: { title: 'Too Large' } });
  });
});

it('reads a list to its end, keeping the filters', async () => {
  const { client, requests } = scripted([
    json(200, { data: [{ externalId: 'a' }, { externalId: 'b' }], nextCursor: 'c1' }),
    json(200, { data: [{ externalId: 'c' }], nextCursor: null }),
  ]);
  const seen: string[] = [];
  for await (const account of client.each('/v1/accounts', { params: { query: { country: 'IE' } } })) seen.push(account.externalId);
  expect(seen).toEqual(['a', 'b', 'c']);
  expect(requests.map(({ url }) => new URL(url).search)).toEqual(['?country=IE', '?country=IE&cursor=c1']);
});

it('hands on the tag of what was read', async () => {
  const { client } = scripted([json(200, { id: 'acc_1' }, { etag: '"t"' })]);
  expect((await client.get('/v1/accounts/{account}', { params: { path: { account: 'acc_1' } } })).etag).toBe('"t"');
});
