// The HTTP server: what each address answers, and that nothing of an error leaks.
import { createServer } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { Refusal } from '../../kernel/refusal.ts';
import { createTestDatabase, withDatabase } from '../../testing/database.ts';
import { createLog } from '../log.ts';
import type { Database } from '../postgres/pool.ts';
import { html } from './html.ts';
import { addFrontPage, createHttpServer, listen, stopHttp } from './server.ts';

const test = withDatabase();
const now = Date.UTC(2026, 0, 31, 12);

function createApp(database: Database = test.database) {
  const { app } = createHttpServer({ database, clock: { now: () => now }, log: createLog('silent'), version: '1.2.3' });
  addFrontPage(app, { clock: { now: () => now }, version: '1.2.3' });
  app.get('/refused', () => {
    throw new Refusal('invoice.not_found', 'There is no such invoice. Look it up in the list.', {
      path: 'number',
      parameters: { number: 'X1' },
    });
  });
  app.get('/bug', () => {
    throw new Error('secret detail');
  });
  onTestFinished(() => app.close());
  return app;
}

it('says that it works', async () => {
  const response = await createApp().inject('/health');
  expect([response.statusCode, response.json()]).toEqual([
    200,
    { status: 'ok', version: '1.2.3', time: '2026-01-31T12:00:00.000Z', checks: { database: 'ok' } },
  ]);
});

it('says that it does not reach its database', async () => {
  const { database } = await createTestDatabase();
  const app = createApp(database);
  await database.close();
  const response = await app.inject('/health');
  expect([response.statusCode, response.json()]).toMatchObject([503, { status: 'failing', checks: { database: 'unreachable' } }]);
});

it('has figures for Prometheus', async () => {
  const app = createApp();
  await app.inject('/health');
  const response = await app.inject('/metrics');
  expect(response.headers['content-type']).toMatch(/^text\/plain/);
  expect(response.body).toMatch(/prorata_http_request_seconds_count\{method="GET",route="\/health",status="200"\} 1/);
});

it('has a first page that allows nothing but its own style', async () => {
  const response = await createApp().inject('/');
  expect(response.headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'/);
  expect(response.body).toMatch(/Version 1\.2\.3 is running/);
  expect(response.body).not.toMatch(/<script|<img|https?:/);
});

it('escapes whatever is put into a page', () => {
  expect(html`<p title="${'"><script>'}">${"a & 'b'"}${[html`<b>${1}</b>`]}</p>`.text).toBe(
    '<p title="&quot;&gt;&lt;script&gt;">a &amp; &#39;b&#39;<b>1</b></p>',
  );
});

it('answers a refusal as a problem that can be mended', async () => {
  const response = await createApp().inject('/refused');
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  expect(response.json()).toEqual({
    type: 'about:blank',
    title: 'Not found',
    status: 404,
    code: 'invoice.not_found',
    detail: 'There is no such invoice. Look it up in the list.',
    path: 'number',
    parameters: { number: 'X1' },
    requestId: response.headers['x-request-id'],
  });
});

it('answers a bug of ours, an unknown address and a broken body without telling more than they need', async () => {
  const app = createApp();
  app.post('/echo', async (request) => request.body);
  const bug = await app.inject('/bug');
  expect(bug.statusCode).toBe(500);
  expect(bug.body).not.toContain('secret detail');
  expect((await app.inject('/nowhere')).json()).toMatchObject({
    status: 404,
    code: 'request.no_such_route',
    detail: expect.stringContaining('/docs'),
  });
  const broken = await app.inject({ method: 'POST', url: '/echo', headers: { 'content-type': 'application/json' }, payload: '{"a":' });
  expect(broken.json()).toMatchObject({ status: 400, code: 'request.invalid' });
});

it('asks to come again when the database is slow or away', async () => {
  const { database } = await createTestDatabase();
  const app = createApp(database);
  app.get('/slow', () => database.pool.query("set statement_timeout = '10ms'; select pg_sleep(10)"));
  app.get('/broken', () => database.pool.query('select pg_terminate_backend(pg_backend_pid())'));
  for (const [url, code] of [
    ['/slow', 'server.too_slow'],
    ['/broken', 'server.unavailable'],
  ]) {
    const response = await app.inject(url!);
    expect([response.statusCode, response.json(), response.headers['retry-after']]).toMatchObject([503, { code }, '5']);
  }
  await database.close();
});

it('takes a free port when the usual one is busy, and says so', async () => {
  const squatter = createServer();
  const port = await new Promise<number>((settle) =>
    squatter.listen(0, '127.0.0.1', () => settle((squatter.address() as { port: number }).port)),
  );
  onTestFinished(() => void squatter.close());
  const app = createApp();
  const lines: string[] = [];
  const address = await listen(app, { host: '127.0.0.1', port, portIsChosen: false }, (line) => lines.push(line));
  expect(lines).toEqual([`Port ${port} is in use by another program, so another one is taken. PORT chooses one.`]);
  expect((await fetch(`${address}/health`)).status).toBe(200);
  await stopHttp(app);
});
