// Webhook endpoints and the feed over HTTP.
import { afterEach, describe, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';

const api = withApi();
const url = 'https://example.com/hooks';
const PATH = '/v1/webhook-endpoints';

afterEach(async () => {
  await api.current.books.database.pool.query('delete from webhook_endpoint');
});

async function made(body: Record<string, unknown> = {}) {
  const call = await api.current.as();
  const answer = await call('POST', PATH, { body: { url, ...body } });
  expect(answer.statusCode).toBe(201);
  return { call, answer: answer.json(), path: `${PATH}/${answer.json().endpoint.id}` };
}

describe('an endpoint', () => {
  it('is set up, and its secret told this once', async () => {
    const { call, answer, path } = await made({ types: ['invoice.issued'], description: 'Orders' });
    expect(answer).toMatchObject({
      endpoint: { url, description: 'Orders', types: ['invoice.issued'], enabled: true, disabled: null, secretBeforeUntil: null },
      secret: expect.stringMatching(/^whsec_[A-Za-z0-9+/]{43}=$/),
    });
    const read = await call('GET', `${path}?expand=health`);
    expect(read.json()).toEqual({ ...answer.endpoint, health: { failures: 0, failingSince: null, nextCallAt: null } });
    expect(read.body).not.toContain('whsec');
    expect((await call('GET', PATH)).json()).toEqual({ data: [answer.endpoint], nextCursor: null });
  });

  it('is not told again to who sends the same request again', async () => {
    const call = await api.current.as();
    const request = { body: { url }, headers: { 'idempotency-key': 'once' } };
    const first = await call('POST', PATH, request);
    const second = await call('POST', PATH, request);
    expect(first.json().secret).toMatch(/^whsec_/);
    expect(second.body).not.toContain('whsec_');
    expect((await call('GET', PATH)).json().data.length).toBe(1);
  });

  it('is changed from the state that was read', async () => {
    const { call, path } = await made();
    const { headers } = await call('GET', path);
    const tag = { 'if-match': String(headers.etag) };
    const changed = await call('PATCH', path, { body: { enabled: false, types: ['credit_note.issued'] }, headers: tag });
    expect(changed.json()).toMatchObject({ url, enabled: false, types: ['credit_note.issued'], disabled: null });
    expect((await call('PATCH', path, { body: { enabled: true }, headers: tag })).json()).toMatchObject({ code: 'edit.outdated' });
    expect((await call('PATCH', path, { body: { enabled: true } })).statusCode).toBe(428);
  });

  it('gets a new secret', async () => {
    const { call, answer, path } = await made();
    const rotated = await call('POST', `${path}/rotate-secret`, { body: { overlapHours: 2 } });
    expect(rotated.json()).toMatchObject({ endpoint: { secretBeforeUntil: '2026-01-01T02:00:00Z' } });
    expect(rotated.json().secret).not.toBe(answer.secret);
    const ended = await call('POST', `${path}/rotate-secret`, { body: { overlapHours: 0 } });
    expect(ended.json()).toMatchObject({ endpoint: { secretBeforeUntil: null } });
  });

  it('is tested, which makes a delivery', async () => {
    const { call, path } = await made({ types: ['invoice.issued'] });
    const tested = await call('POST', `${path}/test`);
    expect([tested.statusCode, tested.json()]).toMatchObject([
      202,
      { type: 'webhook_endpoint.tested', status: 'waiting', attempts: 0, lastAttempt: null, failure: null },
    ]);
    const listed = await call('GET', `${path}/deliveries?status=waiting&type=webhook_endpoint.tested`);
    expect(listed.json()).toEqual({ data: [tested.json()], nextCursor: null });
    expect((await call('GET', `${path}/deliveries?status=failed`)).json().data).toEqual([]);
    const again = await call('POST', `${path}/deliveries/${tested.json().id}/replay`);
    expect([again.statusCode, again.json().event]).toEqual([202, tested.json().event]);
    expect((await call('POST', `${path}/deliveries/whd_0000000000zzz/replay`)).json()).toMatchObject({ code: 'resource.not_found' });
  });

  it('gets everything since an instant again', async () => {
    const { call, path } = await made({ types: ['webhook_endpoint.created'] });
    const replayed = await call('POST', `${path}/replay`, { body: { since: '2026-01-01T01:00:00+01:00' } });
    expect([replayed.statusCode, replayed.json().deliveries]).toEqual([202, expect.any(Number)]);
    expect(replayed.json().deliveries).toBeGreaterThan(0);
    expect((await call('GET', `${path}?expand=health`)).json().health.nextCallAt).toBe('2026-01-01T00:00:00Z');
    expect((await call('POST', `${path}/replay`, { body: { since: 'yesterday' } })).statusCode).toBe(400);
  });

  it('that is off is neither tested nor sent anything again', async () => {
    const { call, path } = await made({ enabled: false });
    const answers = [await call('POST', `${path}/test`), await call('POST', `${path}/replay`, { body: { since: '2026-01-01T00:00:00Z' } })];
    expect(answers.map((answer) => [answer.statusCode, answer.json().code])).toEqual([
      [422, 'webhook.endpoint_disabled'],
      [422, 'webhook.endpoint_disabled'],
    ]);
  });

  it('is taken away with its deliveries', async () => {
    const { call, path } = await made();
    await call('POST', `${path}/test`);
    expect((await call('DELETE', path)).statusCode).toBe(204);
    expect((await call('GET', path)).statusCode).toBe(404);
    const left = await api.current.books.database.pool.query('select from webhook_delivery');
    expect(left.rowCount).toBe(0);
  });

  it.each([
    ['http://127.0.0.1/', 'outgoing.address'],
    ['http://localhost:8080/', 'outgoing.address'],
    ['http://[::ffff:169.254.169.254]/', 'outgoing.address'],
    ['ftp://example.com/', 'outgoing.scheme'],
    ['https://user:secret@example.com/', 'outgoing.user'],
    ['https://example.com:22/', 'outgoing.port'],
    ['example.com', 'outgoing.url'],
  ])('is not set up at %s', async (wrong, code) => {
    const call = await api.current.as();
    const answer = await call('POST', PATH, { body: { url: wrong } });
    expect([answer.statusCode, answer.json()]).toMatchObject([422, { code, path: 'url' }]);
    expect(answer.body).not.toContain('secret@');
  });

  it('of another seller is not there', async () => {
    const { path } = await made();
    const south = await api.current.as({ seller: 'south' });
    const calls = [
      await south('GET', path),
      await south('PATCH', path, { body: { enabled: false }, headers: { 'if-match': '*' } }),
      await south('DELETE', path),
      await south('GET', `${path}/deliveries`),
      await south('POST', `${path}/test`),
    ];
    expect(calls.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404, 404, 404]);
    expect((await south('GET', PATH)).json().data).toEqual([]);
  });

  it('is written into the audit log without its secret', async () => {
    await made();
    const { rows } = await api.current.books.database.pool.query<{ all: string }>(
      "select audit_entry::text as all from audit_entry where operation = 'createWebhookEndpoint'",
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.map((row) => row.all).join()).not.toContain('whsec');
  });
});

describe('the feed', () => {
  const FEED = '/v1/events';

  it('tells what happened, by cursor', async () => {
    const call = await api.current.as();
    const from = (await call('GET', `${FEED}?after=latest`)).json().nextCursor;
    const { answer } = await made();
    const page = (await call('GET', `${FEED}?after=${from}`)).json();
    expect(page).toMatchObject({
      data: [
        {
          id: expect.stringMatching(/^evt_/),
          type: 'webhook_endpoint.created',
          timestamp: '2026-01-01T00:00:00Z',
          subject: answer.endpoint.id,
          data: { url },
        },
      ],
      hasMore: false,
    });
    expect((await call('GET', `${FEED}?after=${page.nextCursor}`)).json().data).toEqual([]);
    expect((await call('GET', `${FEED}?after=${from}&type=invoice.issued`)).json().data).toEqual([]);
    const several = await call('GET', `${FEED}?after=${from}&type=invoice.issued&type=webhook_endpoint.created&limit=1`);
    expect(several.json().data.length).toBe(1);
  });

  it('belongs to its seller', async () => {
    await made();
    const south = await api.current.as({ seller: 'south' });
    const { data } = (await south('GET', `${FEED}?type=webhook_endpoint.created`)).json();
    expect(data).toEqual([]);
  });

  it('refuses what is no cursor, and one that would lead over a gap', async () => {
    const call = await api.current.as();
    expect((await call('GET', `${FEED}?after=nonsense`)).json()).toMatchObject({ code: 'feed.cursor', path: 'after' });
    const cursor = Buffer.from('0.1.1').toString('base64url');
    await api.current.books.database.pool.query("update feed set expired_era = 1, expired_written_by = '5', expired_id = 7");
    expect((await call('GET', `${FEED}?after=${cursor}`)).json()).toMatchObject({ status: 410, code: 'feed.cursor_expired' });
    expect((await call('GET', FEED)).statusCode).toBe(200);
  });
});
