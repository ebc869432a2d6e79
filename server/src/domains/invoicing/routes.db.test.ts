// Issued documents over HTTP: lists, one with its lines, why a line is what it is down to the events, and the bytes of the PDF.
import { beforeAll, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';

const api = withApi();

beforeAll(async () => {
  const { books, clock } = api.current;
  await books.accounts('acme', 'other');
  await books.start('s-acme', 'acme', '2026-01-01', { seat: '5' });
  await books.start('s-other', 'other', '2026-01-01');
  await books.bill();
  clock.set('2026-01-21');
  await books.usage('s-acme', '2026-01-10T10:00:00Z', '8');
  await books.fact('s-acme', '2026-01-21', { kind: 'quantity', component: 'seat', value: { n: 10n, d: 1n } });
  clock.set('2026-02-01');
  await books.bill();
});

const numbers = (answer: { json(): { data: { number: string }[] } }) => answer.json().data.map((one) => one.number);

it('lists the latest first, and by page', async () => {
  const call = await api.current.as();
  const all = await call('GET', '/v1/invoices');
  expect(all.json().data[0]).toMatchObject({ issuedOn: '2026-02-01', total: expect.stringMatching(/^\d+\.\d\d$/), currency: 'EUR' });
  expect(all.json().data[0].lines).toBeUndefined();
  for (const sort of ['issuedOn', '-issuedOn', 'issue', '-issue']) {
    const first = await call('GET', `/v1/invoices?limit=3&sort=${sort}`);
    const rest = await call('GET', `/v1/invoices?limit=3&sort=${sort}&cursor=${first.json().nextCursor}`);
    expect([...numbers(first), ...numbers(rest)].sort()).toEqual(numbers(all).sort());
    expect(rest.json().nextCursor).toBeNull();
  }
});

it('filters by account, number, kind and day', async () => {
  const call = await api.current.as();
  const acme = (await call('GET', '/v1/accounts/acme')).json();
  expect(numbers(await call('GET', '/v1/invoices?account=acme'))).toEqual(numbers(await call('GET', `/v1/invoices?account=${acme.id}`)));
  expect(numbers(await call('GET', '/v1/invoices?account=nobody'))).toEqual([]);
  expect(numbers(await call('GET', '/v1/invoices?number=INV-000001'))).toEqual(['INV-000001']);
  expect(numbers(await call('GET', '/v1/invoices?number=INV-9'))).toEqual([]);
  expect(numbers(await call('GET', '/v1/invoices?kind=credit_note'))).toEqual([]);
  expect((await call('GET', '/v1/invoices?issuedFrom=2026-01-01&issuedBefore=2026-02-01')).json().data).toHaveLength(2);
  expect((await call('GET', '/v1/invoices?billedFrom=2026-02-01')).json().data.length).toBeGreaterThan(0);
});

it('reads one by number or id, and explains its lines', async () => {
  const call = await api.current.as();
  const [latest] = (await call('GET', '/v1/invoices?account=acme')).json().data;
  const invoice = (await call('GET', `/v1/invoices/${latest.id}`)).json();
  expect((await call('GET', `/v1/invoices/${latest.number}`)).json()).toEqual(invoice);
  expect(invoice).toMatchObject({ number: latest.number, account: { externalId: 'acme' }, facts: { digits: 2 } });
  const place = (component: string) => invoice.lines.findIndex((line: { component: string }) => line.component === component) + 1;
  const traffic = await call('GET', `/v1/invoices/${latest.number}/lines/${place('P/gb')}/explanation`);
  expect(traffic.json()).toMatchObject({
    line: { component: 'P/gb' },
    usage: [{ meter: 'traffic', total: 1, sum: '8', events: [{ value: '8', at: '2026-01-10T10:00:00Z', source: 'test' }] }],
  });
  expect(traffic.json().arithmetic[0]).toContain('8 × 0.05');
  const changed = invoice.lines.findIndex((line: { reason: string }) => line.reason === 'changed') + 1;
  const seats = await call('GET', `/v1/invoices/${latest.number}/lines/${changed}/explanation?events=0`);
  expect(seats.json()).toMatchObject({ line: { fraction: '11/31' }, usage: [] });
  for (const missing of [
    '/v1/invoices/INV-99',
    `/v1/invoices/${latest.number}/lines/99/explanation`,
    `/v1/invoices/${latest.number}/lines/x/explanation`,
  ]) {
    expect((await call('GET', missing)).json()).toMatchObject({ status: 404, code: 'resource.not_found' });
  }
});

it('gives the bytes of the PDF, the same ones each time', async () => {
  const call = await api.current.as();
  const first = await call('GET', '/v1/invoices/INV-000001/pdf');
  expect([first.statusCode, first.headers['content-type'], first.rawPayload.subarray(0, 5).toString()]).toEqual([
    200,
    'application/pdf',
    '%PDF-',
  ]);
  const second = await call('GET', '/v1/invoices/INV-000001/pdf');
  expect(second.rawPayload.equals(first.rawPayload)).toBe(true);
  const unchanged = await call('GET', '/v1/invoices/INV-000001/pdf', { headers: { 'if-none-match': String(first.headers.etag) } });
  expect(unchanged.statusCode).toBe(304);
});

it('shows a customer his own and nobody another seller’s', async () => {
  const member = await api.current.as({ account: 'other' });
  expect(
    new Set((await member('GET', '/v1/invoices')).json().data.map((one: { account: { externalId: string } }) => one.account.externalId)),
  ).toEqual(new Set(['other']));
  const staff = await api.current.as();
  const [foreign] = (await staff('GET', '/v1/invoices?account=acme')).json().data;
  const south = await api.current.as({ seller: 'south' });
  for (const call of [member, south]) {
    for (const url of [
      `/v1/invoices/${foreign.id}`,
      `/v1/invoices/${foreign.id}/pdf`,
      `/v1/invoices/${foreign.number}/lines/1/explanation`,
    ]) {
      expect((await call('GET', url)).json()).toMatchObject({ status: 404, code: 'resource.not_found' });
    }
  }
  expect((await south('GET', '/v1/invoices')).json()).toEqual({ data: [], nextCursor: null });
});

it('leaves the books in order', async () => {
  expect(await api.current.books.findings()).toEqual([]);
});
