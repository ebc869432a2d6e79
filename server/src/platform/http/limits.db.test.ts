// What the server bears: too many requests, requests that dribble, headers without end; and who may see its figures.
import { connect } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { withDatabase } from '../../testing/database.ts';
import { createLog } from '../log.ts';
import { patience } from './patience.ts';
import { type Caller, NOBODY } from './principal.ts';
import { addressGroup } from './rate-limit.ts';
import { createHttpServer, type HttpOptions, listen } from './server.ts';

const test = withDatabase();
const few = { perSecond: 0.001, burst: 2 };
const off = { address: null, caller: null, seller: null };

function createApp(more: Partial<HttpOptions>) {
  const { app } = createHttpServer({
    database: test.database,
    clock: { now: () => 0 },
    log: createLog('silent'),
    version: '1.2.3',
    ...more,
  });
  onTestFinished(() => app.close());
  return app;
}

/** A route whose caller and seller its headers name. */
function createCalledApp(more: Partial<HttpOptions>) {
  const app = createApp(more);
  app.decorateRequest('principal');
  app.post('/called', {
    onRequest: async (request) => {
      const { caller, seller } = request.headers;
      request.principal = caller === undefined ? NOBODY : ({ kind: 'key', id: caller, seller: { id: BigInt(String(seller)) } } as Caller);
    },
    handler: async (request) => request.body,
  });
  return (remoteAddress: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'POST', url: '/called', remoteAddress, headers });
}

it('refuses an address that asks too often, tells it when to come again, and lets others in', async () => {
  const call = createCalledApp({ limits: { ...off, address: few } });
  const first = await call('192.0.2.1');
  expect(first.headers).toMatchObject({ 'ratelimit-limit': '2', 'ratelimit-remaining': '1', 'ratelimit-reset': '1000' });
  await call('192.0.2.1');
  const refused = await call('192.0.2.1');
  expect([refused.statusCode, refused.headers['retry-after'], refused.headers['content-type']]).toEqual([
    429,
    '1000',
    'application/problem+json; charset=utf-8',
  ]);
  expect(refused.json()).toMatchObject({ code: 'rate.limited', status: 429, parameters: { by: 'address', seconds: '1000' } });
  expect((await call('192.0.2.2')).statusCode).toBe(200);
});

it('counts a caller wherever he calls from, and a seller whoever calls for him', async () => {
  const call = createCalledApp({ limits: { address: null, caller: few, seller: { ...few, burst: 3 } } });
  const statuses = [];
  for (const [address, caller, seller] of [
    ['192.0.2.1', 'key_1', '1'],
    ['192.0.2.2', 'key_1', '1'],
    ['192.0.2.3', 'key_1', '1'],
    ['192.0.2.1', 'key_2', '1'],
    ['192.0.2.1', 'key_3', '1'],
    ['192.0.2.1', 'key_4', '2'],
  ]) {
    statuses.push((await call(address!, { caller: caller!, seller: seller! })).statusCode);
  }
  expect(statuses).toEqual([200, 200, 429, 200, 429, 200]);
});

it('never refuses those who watch, and counts whom it refused', async () => {
  const app = createApp({ limits: { ...off, address: few } });
  for (let turn = 0; turn < 5; turn += 1) expect((await app.inject('/health')).statusCode).toBe(200);
  for (let turn = 0; turn < 5; turn += 1) await app.inject('/');
  expect((await app.inject('/metrics')).body).toMatch(/prorata_http_limited_requests_total\{by="address"\} 3/);
});

it.each([
  ['192.0.2.1', '192.0.2.1'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8:1:2::9', '2001:db8:1:2::/64'],
  ['unknown', 'unknown'],
])('counts %s as %s', (address, group) => expect(addressGroup(address)).toBe(group));

it('believes a proxy only if it is told to', async () => {
  const forwarded = { 'x-forwarded-for': '198.51.100.7' };
  const trusting = createCalledApp({ limits: { ...off, address: few }, trustedProxies: ['192.0.2.0/24'] });
  for (const status of [200, 200, 429]) expect((await trusting('192.0.2.9', forwarded)).statusCode).toBe(status);
  expect((await trusting('192.0.2.9', { 'x-forwarded-for': '198.51.100.8' })).statusCode).toBe(200);
  const doubting = createCalledApp({ limits: { ...off, address: few } });
  for (const [at, status] of [200, 200, 429].entries()) {
    expect((await doubting('192.0.2.9', { 'x-forwarded-for': `198.51.100.${at}` })).statusCode).toBe(status);
  }
});

it('gives its figures to the own network that comes directly, or to who has the token', async () => {
  const open = createApp({});
  const ask = async (remoteAddress: string, headers = {}) => (await open.inject({ url: '/metrics', remoteAddress, headers })).statusCode;
  expect([await ask('127.0.0.1'), await ask('10.1.2.3'), await ask('fd00::1'), await ask('::ffff:172.16.0.9')]).toEqual([
    200, 200, 200, 200,
  ]);
  expect([await ask('198.51.100.7'), await ask('127.0.0.1', { 'x-forwarded-for': '198.51.100.7' })]).toEqual([404, 404]);
  const closed = createApp({ metricsToken: 'a-token-of-ours-1' });
  const show = async (authorization?: string) =>
    (await closed.inject({ url: '/metrics', headers: authorization === undefined ? {} : { authorization } })).statusCode;
  expect([await show(), await show('Bearer a-token-of-ours-2'), await show('Bearer a-token-of-ours-1')]).toEqual([404, 404, 200]);
});

/** Sends this and nothing more, and waits until the server ends it. */
async function say(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk.toString();
  });
  socket.on('error', () => undefined);
  socket.write(text);
  await new Promise((settle) => socket.once('close', settle));
  return answer;
}

it('ends what dribbles in and what never ends, each with a problem document', async () => {
  const app = createApp({ patience: { ...patience, headersMs: 200, bodyMs: 200 } });
  app.post('/echo', async (request) => request.body);
  const port = Number(new URL(await listen(app, { host: '127.0.0.1', port: 0, portIsChosen: true }, () => undefined)).port);
  const head = 'POST /echo HTTP/1.1\r\nhost: here\r\ncontent-type: application/json\r\n';
  const [inHeaders, inBody, inChunks, headers, nonsense] = await Promise.all([
    say(port, head),
    say(port, `${head}content-length: 100\r\n\r\n{"a":`),
    say(port, `${head}transfer-encoding: chunked\r\n\r\n5\r\n{"a":`),
    say(port, `${head}x-long: ${'x'.repeat(20_000)}\r\n\r\n`),
    say(port, 'HELO there\r\n\r\n'),
  ]);
  for (const answer of [inHeaders, inBody, inChunks]) {
    expect(answer).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
    expect(answer).toMatch(/application\/problem\+json[\s\S]*"code":"request\.too_slow"/);
  }
  expect(headers).toMatch(/^HTTP\/1\.1 431 [\s\S]*"code":"request\.invalid"/);
  expect(nonsense).toMatch(/^HTTP\/1\.1 400 [\s\S]*"code":"request\.invalid"/);
});

it('takes no body beyond its limit, said or unsaid', async () => {
  const app = createApp({});
  app.post('/echo', async (request) => request.body);
  const big = JSON.stringify({ text: 'x'.repeat(1024 * 1024) });
  const answer = await app.inject({ method: 'POST', url: '/echo', headers: { 'content-type': 'application/json' }, payload: big });
  expect([answer.statusCode, answer.json()]).toMatchObject([413, { status: 413 }]);
});
