// Usage over HTTP: every mode of CloudEvents, verdicts, repeats, corrections, back-pressure; and what is read of it.
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { CloudEvent, emitterFor, HTTP, httpTransport, Mode } from 'cloudevents';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';
import { UsageWriter } from './index.ts';

const api = withApi();
const BATCH = 'application/cloudevents-batch+json';
const LINES = 'application/x-ndjson';

beforeAll(async () => {
  const { books } = api.current;
  await books.accounts('a', 'b');
  await books.start('s', 'a', '2026-01-01', { seat: '0' });
  await books.start('t', 'b', '2026-01-01', { seat: '0' });
  api.current.clock.set('2026-01-20T12:00:00Z');
});

afterAll(async () => expect(await api.current.books.findings()).toEqual([]));

const event = (id: string, data: Record<string, unknown> = {}, more: Record<string, unknown> = {}) => ({
  specversion: '1.0',
  id,
  source: 'router',
  type: 'traffic',
  subject: 's',
  time: '2026-01-10T12:00:00Z',
  data: { meter: 'traffic', value: '5', ...data },
  ...more,
});

async function post(body: unknown, type: string = BATCH, headers: Record<string, string> = {}, url = '/v1/events') {
  const token = await api.current.token();
  const payload = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  const response = await api.current.app.inject({
    method: 'POST',
    url,
    headers: { authorization: `Bearer ${token}`, 'content-type': type, ...headers },
    payload,
  });
  return { status: response.statusCode, body: response.json(), headers: response.headers };
}

async function get(url: string, choice: Parameters<typeof api.current.as>[0] = {}) {
  const answer = await (await api.current.as(choice))('GET', url);
  return [answer.statusCode, answer.json()] as const;
}

it('takes a batch once, and says of each what became of it', async () => {
  const events = [event('1'), event('2', { value: 2.5 }), event('2', { value: '2.50' }), event('3', { meter: 'sun' })];
  expect(await post(events)).toMatchObject({
    status: 207,
    body: {
      received: 4,
      stored: 2,
      repeated: 1,
      refused: 1,
      events: [
        { index: 3, id: '3', verdict: 'refused', code: 'usage.unknown_meter' },
        { index: 2, id: '2', verdict: 'repeated', code: null },
      ],
    },
  });
  expect((await post(events.slice(0, 2))).body).toMatchObject({ stored: 0, repeated: 2 });
  expect((await post([event('1', { value: '6' })])).body.events).toMatchObject([{ code: 'usage.other_body' }]);
  const all = await post([event('4'), event('1')], BATCH, {}, '/v1/events?verdicts=all');
  expect(all.body.events.map((one: { verdict: string }) => one.verdict)).toEqual(['stored', 'repeated']);
});

it('takes lines, packed and with one that is none, an array and one object', async () => {
  const lines = `${JSON.stringify(event('l1'))}\n\nnonsense\n${JSON.stringify(event('l2'))}`;
  const packed = await post(gzipSync(lines), LINES, { 'content-encoding': 'gzip' });
  expect(packed).toMatchObject({
    status: 207,
    body: { received: 3, stored: 2, refused: 1, events: [{ index: 1, code: 'usage.invalid' }] },
  });
  expect(await post([event('l3')], 'application/json')).toMatchObject({ status: 200, body: { stored: 1 } });
  expect(await post(event('l4'), 'application/json')).toMatchObject({ status: 200, body: { stored: 1 } });
});

it('takes one event structured and binary, and refuses it by its own status', async () => {
  expect(await post(event('o1'), 'application/cloudevents+json')).toMatchObject({ status: 200, body: { stored: 1 } });
  const headers = {
    'ce-specversion': '1.0',
    'ce-id': 'o2',
    'ce-source': 'router',
    'ce-type': 'traffic',
    'ce-time': '2026-01-10T12:00:00Z',
  };
  expect(await post({ meter: 'traffic', value: '1', account: 'a' }, 'application/json', headers)).toMatchObject({ status: 200 });
  expect(await post(event('o3', { subscription: 'none' }), 'application/cloudevents+json')).toMatchObject({
    status: 422,
    body: { code: 'usage.unknown_subscription' },
  });
});

it('works with the SDK of CloudEvents as it is', async () => {
  const { app } = api.current;
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const headers = { authorization: `Bearer ${await api.current.token()}` };
  const url = `http://127.0.0.1:${port}/v1/events`;
  const sdkEvent = (id: string) =>
    new CloudEvent({
      id,
      source: 'sdk',
      type: 'traffic',
      subject: 's',
      time: '2026-01-10T12:00:00Z',
      data: { meter: 'traffic', value: '1' },
    });
  for (const mode of [Mode.BINARY, Mode.STRUCTURED]) {
    const emit = emitterFor(httpTransport(url), { mode });
    await emit(sdkEvent(mode), { headers });
  }
  const message = HTTP.structured(sdkEvent('by hand'));
  const sent = await fetch(url, {
    method: 'POST',
    headers: { ...(message.headers as Record<string, string>), ...headers },
    body: message.body as string,
  });
  expect([sent.status, await sent.json()]).toMatchObject([200, { stored: 1 }]);
  for (const id of [Mode.BINARY, Mode.STRUCTURED]) {
    expect(await get(`/v1/usage/event?source=sdk&id=${id}`)).toMatchObject([200, { subscription: 's', value: '1' }]);
  }
});

it('refuses and keeps what is not as it should be', async () => {
  const wrong = [
    [{ specversion: '0.3' }, 'usage.invalid'],
    [{ id: '' }, 'usage.no_identity'],
    [{ source: 'two\nlines' }, 'usage.no_identity'],
    [{ time: 'yesterday' }, 'usage.invalid'],
    [{ data: 'x' }, 'usage.invalid'],
    [{ data: { meter: 'traffic', value: 'NaN' } }, 'usage.invalid'],
    [{ data: { meter: 'traffic', value: 1e21 } }, 'usage.invalid'],
    [{ data: { meter: 'tra\0ffic', value: '1' } }, 'usage.invalid'],
    [{ data: { meter: 'tra\ud800ffic', value: '1' } }, 'usage.invalid'],
    [{ time: '2020-01-01T00:00:00Z' }, 'usage.too_old'],
    [{ time: '2027-01-01T00:00:00Z' }, 'usage.in_future'],
    [{ data: { meter: 'traffic', value: '1', voids: 'nothing' } }, 'usage.unknown_event'],
  ] as const;
  const answer = await post(wrong.map(([more], index) => event(`w${index}`, {}, more)));
  expect(answer.body).toMatchObject({ refused: wrong.length, stored: 0 });
  expect(answer.body.events.map((one: { code: string }) => one.code)).toEqual(wrong.map(([, code]) => code));
  const named = await post([event('k', { meter: 'sun', 'a\0\ud800': '\\u0000\0' }), event('', { 'a\0\ud800': '\\u0000\0' })]);
  expect(named.body).toMatchObject({ refused: 2 });
  const [, kept] = await get('/v1/usage/refused?limit=2');
  expect(kept.data.map((one: { body: unknown }) => one.body)).toEqual([
    expect.objectContaining({ id: '', data: { meter: 'traffic', value: '5', 'a\ufffd\ufffd': '\\u0000\ufffd' } }),
    { subscription: 's', meter: 'sun', at: '2026-01-10T12:00:00Z', value: '5' },
  ]);
  for (const depth of [500, 20_000]) {
    const deep = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
    const told = await post(deep, 'application/json');
    expect([told.status, told.body.events[0].code]).toEqual([207, 'usage.invalid']);
  }
  const [, page] = await get('/v1/usage/refused?limit=5&source=router');
  expect(page.data).toHaveLength(5);
  const [, rest] = await get(`/v1/usage/refused?limit=5&source=router&cursor=${page.nextCursor}`);
  expect(new Set([...page.data, ...rest.data].map((one: { id: string }) => one.id)).size).toBe(10);
});

it('refuses bodies that are none', async () => {
  expect(await post('{', 'application/json')).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  expect(await post('x', 'text/plain')).toMatchObject({ status: 415, body: { code: 'usage.content_type' } });
  expect(await post('x', LINES, { 'content-encoding': 'br' })).toMatchObject({ status: 415 });
  expect(await post('x', LINES, { 'content-encoding': 'gzip' })).toMatchObject({ status: 400 });
  expect(await post([' '.repeat(9 * 1024 * 1024)])).toMatchObject({ status: 413, body: { code: 'usage.too_large' } });
});

it('takes events back and puts others in their place, once', async () => {
  const place = { subject: 't', source: 'fix' };
  await post([event('x', { value: '100' }, place), event('y', { value: '10' }, place)]);
  const changes = [event('x2', { value: '1', replaces: 'x' }, place), event('y2', { voids: 'y' }, place)];
  expect((await post(changes)).body).toMatchObject({ stored: 2 });
  expect((await post(changes)).body).toMatchObject({ repeated: 2 });
  expect((await post([event('y3', { voids: 'y' }, place)])).body.events).toMatchObject([{ code: 'usage.already_taken_back' }]);
  expect((await post([event('y2', { voids: 'x2' }, place)])).body.events).toMatchObject([{ code: 'usage.other_body' }]);
  const window = 'from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z';
  expect((await get(`/v1/usage/totals?subscription=t&${window}`))[1].data).toMatchObject([{ sum: '1', events: 1, meter: 'traffic' }]);
  expect(await get('/v1/usage/event?source=fix&id=y')).toMatchObject([200, { value: '10', takenBackBy: { id: 'y2', replaces: false } }]);
  api.current.clock.set('2026-02-01T12:00:00Z');
  await api.current.books.bill();
  await post([event('x4', { value: '3', replaces: 'x2' }, place)]);
  await api.current.books.bill();
  expect(await api.current.books.printed()).toContain('changed 1>3 0.10');
});

it('tells totals with their steps and gaps, to a member those of his account alone', async () => {
  const source = { source: 'steps', subject: 't' };
  const at = (time: string) => ({ ...source, time });
  await post([
    event('1', {}, at('2026-01-12T00:00:00Z')),
    event('2', {}, at('2026-01-12T23:59:59.999Z')),
    event('3', {}, at('2026-01-14T06:15:00Z')),
  ]);
  const window = 'from=2026-01-12T00:00:00Z&to=2026-01-16T00:00:00Z';
  const [, told] = await get(`/v1/usage/totals?account=b&${window}&step=day&zone=UTC`);
  expect(told.data).toMatchObject([
    {
      sum: '15',
      events: 3,
      steps: [
        { from: '2026-01-12T00:00:00Z', sum: '10', events: 2 },
        { from: '2026-01-14T00:00:00Z', sum: '5', events: 1 },
      ],
      gaps: [
        { from: '2026-01-13T00:00:00Z', to: '2026-01-14T00:00:00Z' },
        { from: '2026-01-15T00:00:00Z', to: '2026-01-16T00:00:00Z' },
      ],
    },
  ]);
  const part = 'from=2026-01-12T23:45:00Z&to=2026-01-14T06:15:00Z';
  expect((await get(`/v1/usage/totals?subscription=t&${part}&step=quarter`))[1].data).toMatchObject([{ sum: '5', events: 1 }]);
  const member = { account: 'a', permissions: ['usage.read'] };
  expect((await get(`/v1/usage/totals?account=b&${window}`, member))[1].data).toEqual([]);
  expect((await get('/v1/usage/event?source=steps&id=1', member))[0]).toBe(404);
  expect((await get(`/v1/usage/totals?${window}`))[1]).toMatchObject({ code: 'usage.whose' });
  expect((await get('/v1/usage/totals?account=a&from=2026-01-01T00:01:00Z&to=2026-01-02T00:00:00Z'))[1]).toMatchObject({
    code: 'usage.window',
  });
});

it('turns away what it cannot hold', async () => {
  const { books, clock } = api.current;
  const writer = new UsageWriter({ database: books.database, clock, queueEvents: 1 });
  const message = {
    source: 'q',
    id: '1',
    subscription: 's',
    account: undefined,
    meter: 'traffic',
    at: clock.now(),
    value: '1',
    takesBack: null,
  };
  const taken = writer.take(await books.seller(), [message]);
  expect(() => writer.refuseIfFull()).toThrow('More usage arrives');
  expect(await taken).toEqual(['stored']);
  await writer.drain();
  writer.refuseIfFull();
});
