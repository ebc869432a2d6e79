// Files of usage: taken once whatever happens meanwhile, with progress and a report; refused with line and column where their shape is wrong.
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { parseIdentifier } from '../../kernel/identifier.ts';
import { armFailpoint, disarmFailpoints } from '../../platform/failpoint.ts';
import { withApi } from '../../testing/api.ts';
import { doUpload } from './index.ts';

const api = withApi();

beforeAll(async () => {
  const { books } = api.current;
  await books.accounts('a', 'b');
  await books.start('s', 'a', '2026-01-01', { seat: '0' });
  await books.start('t', 'b', '2026-01-01', { seat: '0' });
  api.current.clock.set('2026-01-20T12:00:00Z');
});

afterEach(() => disarmFailpoints());
afterAll(async () => expect(await api.current.books.findings()).toEqual([]));

async function send(payload: string | Buffer, { url = '/v1/usage-uploads', type = 'text/csv', packing = {} } = {}) {
  const token = await api.current.token();
  const headers = { authorization: `Bearer ${token}`, 'content-type': type, ...packing };
  const response = await api.current.app.inject({ method: 'POST', url, headers, payload });
  return { status: response.statusCode, body: response.json() };
}

const gzip = { packing: { 'content-encoding': 'gzip' } };

async function get(url: string) {
  return (await api.current.as())('GET', url);
}

/** What a worker does with the job. */
async function take(id: string, stopping?: AbortSignal) {
  const { books, clock } = api.current;
  const payload = { sellerId: String((await books.seller()).id), id: String(parseIdentifier('upl', id)) };
  return doUpload(books.database, clock, payload, stopping ?? new AbortController().signal);
}

const rows = (from: number, to: number, meter = 'traffic') =>
  Array.from({ length: to - from }, (_none, index) => `s,${meter},2026-01-10T12:00:00Z,1,id-${from + index}\n`).join('');
const file = (body: string) => `subscription,meter,time,value,id\n${body}`;

describe('a file', () => {
  it('is answered when it is written down, and taken in the background', async () => {
    const sent = await send(file(`${rows(0, 3)}s,sun,2026-01-10T12:00:00Z,1,x\ns,traffic,yesterday,1,y\n${rows(0, 1)}`), {
      url: '/v1/usage-uploads?source=fra1&fileName=january.csv',
    });
    expect(sent).toMatchObject({ status: 202, body: { state: 'waiting', total: 6, taken: 0, source: 'fra1', fileName: 'january.csv' } });
    const { id } = sent.body;
    await take(id);
    const told = { id, state: 'done', total: 6, taken: 6, stored: 3, repeated: 1, refused: 2, endedAt: '2026-01-20T12:00:00Z' };
    expect((await get(`/v1/usage-uploads/${id}`)).json()).toMatchObject(told);
    expect((await get('/v1/usage-uploads')).json().data[0]).toMatchObject(told);
    const report = await get(`/v1/usage-uploads/${id}/report`);
    expect(report.headers['content-type']).toContain('text/csv');
    const [head, meter, time] = report.body.split('\r\n');
    expect(head).toBe('line,column,id,code,reason');
    expect(meter).toMatch(/^5,meter,x,usage.unknown_meter,"There is no meter ""sun""/);
    expect(time).toMatch(/^6,time,y,usage.invalid,"It must be the instant/);
    const { rows: left } = await api.current.books.database.pool.query('select from usage_upload_part');
    expect(left).toEqual([]);
    const feed = (await get('/v1/events?type=usage_upload.finished')).json();
    expect(feed.data.at(-1)).toMatchObject({ subject: id, data: { stored: 3, repeated: 1, refused: 2 } });
  });

  it('sent again stores nothing twice, packed or not, with ids or without', async () => {
    const text = 'Value;Time;Meter;Account\n5;2026-01-11T10:00:00+01:00;traffic;a\n5;2026-01-11T10:00:00+01:00;traffic;b\n';
    for (const [payload, packing, stored] of [
      [text, {}, 2],
      [gzipSync(`\ufeff${text}`), gzip, 0],
    ] as const) {
      const { body } = await send(payload, packing);
      expect(await take(body.id)).toMatchObject({ total: 2, stored, repeated: 2 - stored });
    }
  });

  it('that holds nothing is done at once', async () => {
    const { body } = await send(file(''));
    expect(await take(body.id)).toMatchObject({ state: 'done', total: 0 });
  });

  it.each(['usage.upload_batch_written', 'usage.upload_batch_committed', 'usage.upload_ended'])(
    'is counted once when %s fails',
    async (name) => {
      const { body } = await send(file(rows(0, 12_000)), { url: `/v1/usage-uploads?source=${name}` });
      armFailpoint(name, 'throw', name === 'usage.upload_ended' ? 0 : 1);
      await expect(take(body.id)).rejects.toThrow(`failpoint ${name}`);
      disarmFailpoints();
      expect(await take(body.id)).toMatchObject({ state: 'done', stored: 12_000, repeated: 0, refused: 0 });
      expect(await take(body.id)).toMatchObject({ state: 'done', stored: 12_000 });
    },
  );

  it('is left to another job when the server stops, and taken by two at once', async () => {
    const { body } = await send(file(rows(0, 17_000)), { url: '/v1/usage-uploads?source=stopped' });
    expect(await take(body.id, AbortSignal.abort())).toMatchObject({ state: 'running', taken: 5000 });
    const both = await Promise.all([take(body.id), take(body.id), take(body.id)]);
    expect(both).toMatchObject(both.map(() => ({ state: 'done', stored: 17_000, repeated: 0 })));
  });

  it('is not there at all when it could not be kept', async () => {
    armFailpoint('usage.upload_kept', 'throw');
    expect((await send(file(rows(0, 2)), { url: '/v1/usage-uploads?source=lost' })).status).toBe(500);
    disarmFailpoints();
    expect((await get('/v1/usage-uploads')).json().data[0].source).toBe('stopped');
  });

  it('has to wait where too many do', async () => {
    const { pool } = api.current.books.database;
    const sent = [];
    for (let count = 0; count < 21; count += 1) sent.push(await send(file('')));
    expect(sent.map((one) => one.status)).toEqual([...Array(20).fill(202), 429]);
    expect(sent[20]!.body.code).toBe('usage.uploads_full');
    for (const { body } of sent.slice(0, 20)) await take(body.id);
    expect((await pool.query(`select from usage_upload where state <> 'done'`)).rowCount).toBe(0);
  });
});

describe('what is no such file is refused', () => {
  it.each([
    ['nothing', '', 'usage.csv_empty', undefined],
    ['without the columns that are needed', 'meter,time\n', 'usage.csv_columns_missing', 'line 1'],
    ['with a column of its own', file('').replace('id', 'identity'), 'usage.csv_column_unknown', 'line 1, column 5'],
    ['with a column twice', file('').replace('id', 'time'), 'usage.csv_column_twice', 'line 1, column 5'],
    ['with a field too many', file('s,traffic,2026-01-10T12:00:00Z,1,2,3\n'), 'usage.csv_fields', 'line 2'],
    ['with a stray quote', file('s,traf"fic,2026-01-10T12:00:00Z,1,2\n'), 'usage.csv_quote', 'line 2, column 2'],
    ['with an open quote', file('s,"traffic,2026-01-10T12:00:00Z,1,2\n'), 'usage.csv_quote_open', 'line 2, column 2'],
    ['with an endless row', file(`s,"${'x'.repeat(70_000)}`), 'usage.csv_row_too_long', 'line 2'],
    ['in Latin-1', Buffer.from(file('').replace('id', 'ä'), 'latin1'), 'usage.csv_encoding', undefined],
  ])('%s', async (_name, payload, code, path) => {
    const { status, body } = await send(payload);
    expect([status, body.code, body.path]).toEqual([422, code, path]);
  });

  it('of another type, packed otherwise, or damaged', async () => {
    expect(await send('{}', { type: 'application/json' })).toMatchObject({ status: 415, body: { code: 'usage.csv_content_type' } });
    expect(await send('x', { packing: { 'content-encoding': 'br' } })).toMatchObject({ status: 415 });
    expect(await send('x', gzip)).toMatchObject({ status: 422, body: { code: 'usage.csv_gzip' } });
    expect(await send(gzipSync(file(rows(0, 2000))).subarray(0, 200), gzip)).toMatchObject({ body: { code: 'usage.csv_gzip' } });
  });

  it('that is too large when it is unpacked', async () => {
    const row = `s,traffic,2026-01-10T12:00:00Z,1,"${'x'.repeat(60_000)}"\n`;
    const bomb = gzipSync(file(row.repeat(4500)), { level: 1 });
    expect(await send(bomb, gzip)).toMatchObject({ status: 413, body: { code: 'usage.upload_too_large' } });
  });

  it('while it is still being sent: the answer arrives all the same', async () => {
    const { app } = api.current;
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const headers = { authorization: `Bearer ${await api.current.token()}`, 'content-type': 'text/csv' };
    const body = `${file('').replace('id', 'colour')}${rows(0, 200_000)}`;
    const answer = await fetch(`http://127.0.0.1:${port}/v1/usage-uploads`, { method: 'POST', headers, body });
    expect([answer.status, await answer.json()]).toMatchObject([422, { code: 'usage.csv_column_unknown' }]);
  });
});
