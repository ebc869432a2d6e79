// Whatever is sent as usage is answered as taken, as refused or as not understood, never as a failure of ours; and what was counted is what is stored.
// PRORATA_PROPERTY_SEED repeats a run.
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';
import { ingestRoutes } from './ingest-routes.ts';

const api = withApi();
const CASES = 250;
const seed = Number(process.env.PRORATA_PROPERTY_SEED ?? Date.now() % 1_000_000_000);
const known = new Set([...ingestRoutes.flatMap((route) => route.refusals), 'request.invalid']);

beforeAll(async () => {
  const { books } = api.current;
  await books.accounts('a');
  await books.start('s', 'a', '2026-01-01', { seat: '0' });
  api.current.clock.set('2026-01-20T12:00:00Z');
});

const texts = fc.constantFrom(
  's',
  'a',
  'traffic',
  'router',
  '',
  ' ',
  '\0',
  'a\0b',
  '\ud800',
  '\udc00x',
  '\ud83d\ude00',
  'x'.repeat(512),
  'x'.repeat(513),
  'ü'.repeat(512),
  '\ud83d\ude00'.repeat(256),
  'two\nlines',
  '\\u0000',
  '\\',
  "'; drop table usage_event; --",
  '\u202e\ufeff',
);
const instants = fc.constantFrom(
  '2026-01-10T12:00:00Z',
  '2026-01-10T12:00:00.123456789+14:00',
  '0000-01-01T00:00:00Z',
  '0001-01-01T00:00:00+23:59',
  '9999-12-31T23:59:59.999Z',
  '9999-12-31T23:59:59-23:59',
  '-0001-01-01T00:00:00Z',
  '2026-02-30T00:00:00Z',
  '2026-01-10T23:59:60Z',
  '2026-01-10T24:00:00Z',
  '2024-12-16T12:00:00Z',
  '294277-01-01T00:00:00Z',
);
const values = fc.constantFrom(
  '1',
  '-1',
  '+5',
  '007',
  '-0',
  '9'.repeat(30),
  `-${'9'.repeat(30)}.${'9'.repeat(30)}`,
  '9'.repeat(31),
  '1e400',
  'NaN',
  'Infinity',
  '1.',
  '.1',
  '１',
  0,
  -0,
  1e21,
  1e-7,
  123456789012345,
  Number.MAX_VALUE,
);
const anything = fc.oneof(texts, instants, values, fc.jsonValue({ maxDepth: 2 }));
const field = fc.constantFrom(
  ...['specversion', 'id', 'source', 'type', 'time', 'subject', 'data', 'datacontenttype', 'data_base64', '__proto__', 'a\0', '\ud800'],
);
const dataField = fc.constantFrom(
  ...['subscription', 'account', 'meter', 'value', 'replaces', 'voids', '__proto__', 'constructor', '\0', '\udfff'],
);

/** A good event with some of its fields spoilt. */
const events = fc
  .record({
    id: fc.oneof({ weight: 3, arbitrary: fc.nat(40).map(String) }, { weight: 1, arbitrary: texts }),
    time: fc.oneof({ weight: 2, arbitrary: fc.constant('2026-01-10T12:00:00Z') }, { weight: 1, arbitrary: instants }),
    value: fc.oneof({ weight: 2, arbitrary: fc.constant('1') }, { weight: 1, arbitrary: values }),
    outer: fc.array(fc.tuple(field, anything), { maxLength: 2 }),
    inner: fc.array(fc.tuple(dataField, fc.oneof(fc.nat(40).map(String), anything)), { maxLength: 2 }),
    isNaming: fc.constantFrom('subscription', 'account', 'none'),
  })
  .map(({ id, time, value, outer, inner, isNaming }) => {
    const named = isNaming === 'none' ? {} : { [isNaming]: isNaming === 'account' ? 'a' : 's' };
    const data = Object.fromEntries([...Object.entries({ meter: 'traffic', value, ...named }), ...inner]);
    return Object.fromEntries([...Object.entries({ specversion: '1.0', id, source: 'fuzz', type: 'traffic', time, data }), ...outer]);
  });

const types = fc.constantFrom(
  'application/json',
  'application/cloudevents+json',
  'application/cloudevents-batch+json',
  'application/x-ndjson',
  'application/x-ndjson; charset=utf-16',
  'APPLICATION/JSON ; charset="iso-8859-1"',
  'application/jsonl',
  'text/plain',
  'application/',
  ';',
  'multipart/form-data; boundary=x',
);

/** Texts that no writer of JSON makes. */
const spoil = fc.constantFrom<(text: string) => Buffer>(
  (text) => Buffer.from(text),
  (text) => Buffer.from(text),
  (text) => Buffer.from(text),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(text.slice(0, text.length >> 1)),
  (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xc0, 0x80, 0xed, 0xa0, 0x80])]),
  (text) => Buffer.from(text.replace('"1"', '1e400')),
  (text) => Buffer.from(text.replace('"1"', `-${'9'.repeat(400)}`)),
  (text) => Buffer.from(text.replace('"value"', '"value":"2","value"')),
  (text) => Buffer.from(text.replace('fuzz', '\xff\0\x01')),
  (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
  () => Buffer.alloc(0),
  () => Buffer.from('null'),
  () => Buffer.from('[]'),
  () => Buffer.from('[[[]]]'),
  () => Buffer.from('[null,1,"x",{}]'),
  () => Buffer.from(`${'['.repeat(5000)}${']'.repeat(5000)}`),
  () => Buffer.alloc(70_000, 'x'),
);

const packings = fc.constantFrom<readonly [string | null, (bytes: Buffer) => Buffer]>(
  [null, (bytes) => bytes],
  [null, (bytes) => bytes],
  ['identity', (bytes) => bytes],
  ['gzip', (bytes) => gzipSync(bytes)],
  ['gzip', (bytes) => gzipSync(bytes).subarray(0, -5)],
  ['gzip', (bytes) => Buffer.concat([gzipSync(bytes), Buffer.from('more')])],
  ['gzip', (bytes) => Buffer.concat([gzipSync(bytes), gzipSync(bytes)])],
  ['gzip', (bytes) => bytes],
  ['gzip, gzip', (bytes) => gzipSync(gzipSync(bytes))],
  ['br', (bytes) => bytes],
);

const attributes = fc.oneof(
  { weight: 3, arbitrary: fc.constant({}) },
  {
    weight: 1,
    arbitrary: fc.record(
      {
        'ce-specversion': fc.constantFrom('1.0', '0.3', ''),
        'ce-id': fc.constantFrom('1', '%00', '%ff', '%', '', 'x'.repeat(600)),
        'ce-source': fc.constantFrom('fuzz', 'two%0Alines', '%ED%A0%80'),
        'ce-type': fc.constantFrom('traffic', ''),
        'ce-time': instants,
        'ce-subject': fc.constantFrom('s', 'none'),
      },
      { requiredKeys: ['ce-specversion'] },
    ),
  },
);

const requests = fc.record({
  list: fc.array(events, { maxLength: 6 }),
  layout: fc.constantFrom<(list: readonly object[]) => string>(
    (list) => JSON.stringify(list),
    (list) => JSON.stringify(list[0] ?? {}),
    (list) => JSON.stringify((list[0] as { data?: unknown } | undefined)?.data ?? 0),
    (list) => list.map((one) => JSON.stringify(one)).join('\n'),
    (list) => `${list.map((one) => JSON.stringify(one)).join('\n\n')}\nnone\n`,
  ),
  type: types,
  spoil,
  packing: packings,
  attributes,
});

async function send(payload: Buffer, headers: Record<string, string>) {
  const response = await api.current.app.inject({ method: 'POST', url: '/v1/events?verdicts=all', headers, payload });
  return { status: response.statusCode, body: response.json() };
}

let stored = 0;
let refused = 0;

it('answers whatever is sent', async () => {
  const authorization = `Bearer ${await api.current.token()}`;
  await fc.assert(
    fc.asyncProperty(requests, async ({ list, layout, type, spoil: spoiled, packing: [encoding, pack], attributes: more }) => {
      const headers = { authorization, 'content-type': type, ...(encoding === null ? {} : { 'content-encoding': encoding }), ...more };
      const { status, body } = await send(pack(spoiled(layout(list))), headers);
      if (status === 200 || status === 207) {
        expect(body.received).toBe(body.stored + body.repeated + body.refused);
        expect(body.events).toHaveLength(body.received);
        for (const one of body.events) if (one.code !== null) expect(known).toContain(one.code);
        stored += body.stored;
        refused += body.refused;
      } else {
        expect([status >= 400 && status < 500, body.code]).toEqual([true, expect.toBeOneOf([...known])]);
        if (body.code !== 'request.invalid' && !/content_type|too_large/.test(body.code)) refused += 1;
      }
    }),
    { numRuns: CASES, seed },
  );
});

it('bounds what packed bodies grow to', async () => {
  const authorization = `Bearer ${await api.current.token()}`;
  const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024, ' '));
  for (const type of ['application/json', 'application/x-ndjson']) {
    const { status, body } = await send(bomb, { authorization, 'content-type': type, 'content-encoding': 'gzip' });
    expect([status, body.code]).toEqual([413, 'usage.too_large']);
  }
});

afterAll(async () => {
  const { books } = api.current;
  expect(await books.findings()).toEqual([]);
  const { rows } = await books.database.pool.query(
    `select (select coalesce(sum(stored), 0)::integer from usage_receipt) as stored,
            (select count(*)::integer from refused_event) as refused`,
  );
  expect(rows[0]).toEqual({ stored, refused });
});
