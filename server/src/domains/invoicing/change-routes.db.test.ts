// Subscriptions, extra items, credits, prices, runs and quotes over HTTP: what somebody buys and changes, what it would bill, and that it does.
import { readFileSync } from 'node:fs';
import { beforeAll, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';
import { BILLING_JOB, billOnSchedule, doBillingOrder } from './billing-orders.ts';

const api = withApi();

beforeAll(() => api.current.books.accounts('acme', 'other'));

const start = { externalId: 'web-1', account: 'acme', plan: 'P', quantities: { seat: '5' }, at: '2026-01-01' };

async function counts(): Promise<unknown> {
  const { rows } = await api.current.books.database.pool.query(
    'select (select count(*)::int from subscription) as subscriptions, (select count(*)::int from subscription_fact) as facts, (select count(*)::int from audit_entry) as entries',
  );
  return rows[0];
}

it('shows what a start would bill, keeps nothing, and then is right', async () => {
  const call = await api.current.as();
  const before = await counts();
  const headers = { 'idempotency-key': 'start-1' };
  const preview = await call('POST', '/v1/subscriptions?preview=true', { body: start, headers });
  expect([preview.statusCode, preview.json()]).toMatchObject([
    200,
    {
      subscription: { externalId: 'web-1', state: { phase: 'active', plan: 'P', quantities: { seat: '5' } } },
      preview: { invoices: [{ total: '184.45' }], wouldPark: null },
    },
  ]);
  expect(await counts()).toEqual(before);
  const made = await call('POST', '/v1/subscriptions', { body: start, headers });
  expect([made.statusCode, made.json().preview]).toEqual([201, null]);
  expect((await call('POST', '/v1/subscriptions', { body: start })).json()).toMatchObject({ status: 409, code: 'subscription.exists' });
  await api.current.books.bill();
  expect((await call('GET', '/v1/invoices?account=acme')).json().data).toMatchObject([{ total: '184.45' }]);
});

it('changes one, backdated and taken back', async () => {
  const call = await api.current.as();
  api.current.clock.set('2026-01-25');
  const url = '/v1/subscriptions/web-1/changes';
  const upgrade = { do: 'quantity', component: 'seat', value: '10', at: '2026-01-21', reference: 'up' };
  const preview = await call('POST', `${url}?preview=true&asOf=2026-02-01`, { body: upgrade });
  const reasons = preview.json().preview.invoices.flatMap((one: { lines: { reason: string }[] }) => one.lines.map((line) => line.reason));
  expect(reasons).toContain('changed');
  expect((await call('POST', url, { body: upgrade })).json()).toMatchObject({ subscription: { state: { quantities: { seat: '10' } } } });
  expect((await call('POST', url, { body: { do: 'void', ref: 'up' } })).json()).toMatchObject({
    subscription: {
      state: { quantities: { seat: '5' } },
      timeline: [{ do: 'start' }, { do: 'quantity', voided: true }, { do: 'void', ref: 'up' }],
    },
  });
  for (const one of [
    { do: 'pause' },
    { do: 'resume' },
    { do: 'discount', percent: '10' },
    { do: 'anchor', anchor: { day: 15 } },
    { do: 'plan', plan: 'P' },
    { do: 'end', at: '2026-03-01' },
  ]) {
    expect((await call('POST', url, { body: one })).statusCode).toBe(200);
  }
  expect((await call('GET', '/v1/subscriptions/web-1?at=2026-03-02T00:00:00Z')).json().state.phase).toBe('ended');
  expect((await call('GET', '/v1/subscriptions?account=acme')).json().data).toMatchObject([
    { externalId: 'web-1', account: { externalId: 'acme' } },
  ]);
});

it('refuses what makes no sense, and says where', async () => {
  const call = await api.current.as();
  const url = '/v1/subscriptions/web-1/changes';
  const codeOf = async (body: unknown) => (await call('POST', url, { body })).json().code;
  expect(await codeOf({ do: 'quantity', component: 'nothing', value: '1' })).toBe('subscription.unknown_component');
  expect(await codeOf({ do: 'quantity', component: 'seat', value: '-1' })).toBe('subscription.negative_quantity');
  expect(await codeOf({ do: 'dance' })).toBe('request.invalid');
  expect(await codeOf({ do: 'quantity', component: 'seat', value: 'NaN' })).toBe('request.invalid');
  expect(await codeOf({ do: 'pause', at: '2026-02-30' })).toBe('request.date');
  expect((await call('POST', '/v1/subscriptions', { body: { ...start, externalId: 'x', account: 'secret-south' } })).statusCode).toBe(404);
  expect((await call('GET', '/v1/subscriptions/nothing')).json().code).toBe('resource.not_found');
});

it('adds extra items and credits', async () => {
  const call = await api.current.as();
  const item = await call('POST', '/v1/extra-items', {
    body: { externalId: 'setup', account: 'other', description: 'Setup', amount: '120.00', at: '2026-01-15' },
  });
  expect([item.statusCode, item.json()]).toMatchObject([201, { account: 'other', amount: '120', quantity: '1', isOpen: true }]);
  expect(
    (await call('POST', '/v1/extra-items', { body: { externalId: 'setup', account: 'other', description: 'Setup', amount: '1' } })).json()
      .code,
  ).toBe('item.repeated');
  const credit = { externalId: 'sorry', account: 'other', item: 'setup', amount: '20', reason: 'late' };
  expect((await call('POST', '/v1/credits', { body: credit })).json()).toMatchObject({ item: 'setup', amount: '20', currency: 'EUR' });
  expect((await call('POST', '/v1/credits', { body: credit })).json().code).toBe('credit.repeated');
  expect((await call('POST', '/v1/credits', { body: { ...credit, externalId: 'c2', amount: '-1' } })).json().code).toBe(
    'credit.not_positive',
  );
  expect((await call('GET', '/v1/extra-items?account=other')).json().data).toHaveLength(1);
  expect((await call('GET', '/v1/credits?account=acme')).json().data).toEqual([]);
  const preview: { invoices: { net: string }[] } = (await call('GET', '/v1/billing-preview?account=other')).json();
  expect(preview.invoices.reduce((sum, one) => sum + Number(one.net), 0)).toBe(100);
});

it('publishes prices from a draft, as an override or a correction, and says why a price is what it is', async () => {
  const call = await api.current.as();
  const price = (amount: string) => ({ kind: 'unit', price: amount });
  const draft = { prices: [{ component: 'P/seat', currency: 'EUR', from: '2026-02-01', price: price('33.00') }] };
  const saved = await call('PUT', '/v1/price-drafts/spring', { body: draft });
  expect(saved.json()).toMatchObject({ name: 'spring', body: draft });
  expect((await call('GET', '/v1/price-drafts')).json().data).toMatchObject([{ name: 'spring', prices: 1 }]);
  expect((await call('POST', '/v1/price-drafts/spring/publish')).json()).toMatchObject({ published: 1, margins: [] });
  expect((await call('GET', '/v1/price-drafts/spring')).statusCode).toBe(404);
  const override = { component: 'P/seat', currency: 'EUR', buyer: 'acme', from: '2026-02-01', price: price('30') };
  expect((await call('POST', '/v1/prices', { body: { prices: [override] } })).statusCode).toBe(201);
  const past = { component: 'P/seat', currency: 'EUR', from: '2026-01-01', price: price('29') };
  expect((await call('POST', '/v1/prices', { body: { prices: [past] } })).json()).toMatchObject({
    status: 422,
    code: 'price.in_the_past',
    path: 'prices[0].from',
  });
  const why = await call('GET', '/v1/accounts/acme/price?component=P/seat&on=2026-02-01&quantity=2');
  expect(why.json().edges).toMatchObject([
    { seller: 'provider', buyer: 'acme', amount: '60', price: { list: 'override', step: 'override' } },
  ]);
  expect((await call('GET', '/v1/prices?component=P/seat&buyer=acme')).json().data).toMatchObject([
    { buyer: 'acme', price: { price: '30' } },
  ]);
});

it('bills when asked, tells how far it is, and shows beforehand what it would bill', async () => {
  const call = await api.current.as();
  const { books, clock } = api.current;
  clock.set('2026-02-02');
  const forecast = (await call('GET', '/v1/billing-preview?limit=1')).json();
  expect(forecast.nextCursor).toMatch(/^acc_/);
  const rest = (await call('GET', `/v1/billing-preview?limit=1&cursor=${forecast.nextCursor}`)).json();
  const totals = [...forecast.invoices, ...rest.invoices].map((one: { total: string }) => one.total).sort();
  expect((await call('POST', '/v1/billing-runs', { body: { asOf: '2027-01-01' } })).json().code).toBe('billing.day_not_come');
  const ordered = await call('POST', '/v1/billing-runs', { body: {} });
  expect([ordered.statusCode, ordered.json()]).toMatchObject([202, { state: 'waiting', documents: 0 }]);
  const { rows } = await books.database.pool.query(
    'select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = $1',
    [BILLING_JOB],
  );
  await doBillingOrder(books.database, clock, rows[0].payload, 1);
  const done = (await call('GET', `/v1/billing-runs/${ordered.json().id}`)).json();
  expect(done).toMatchObject({ state: 'done', documents: totals.length, failure: null });
  expect((await call('GET', '/v1/billing-runs')).json().data).toEqual([done]);
  expect((await call('GET', '/v1/billing-runs?state=done')).json().data).toEqual([done]);
  expect((await call('GET', '/v1/billing-runs?state=failed')).json().data).toEqual([]);
  expect((await call('GET', '/v1/billing-runs?asOf=2020-01-01')).json().data).toEqual([]);
  const told = (await call('GET', '/v1/events?type=billing_run.finished')).json().data;
  expect(told).toMatchObject([{ subject: done.id, data: { state: 'done', documents: totals.length } }]);
  const issued = (await call('GET', '/v1/invoices?issuedFrom=2026-02-02')).json().data.map((one: { total: string }) => one.total);
  expect(issued.sort()).toEqual(totals);
  clock.set('2026-03-02');
  const { documents } = await billOnSchedule(books.database, clock, { workers: 1 });
  await billOnSchedule(books.database, clock, { workers: 1 });
  const scheduled = (await call('GET', '/v1/billing-runs?scheduled=true')).json().data;
  expect(scheduled).toMatchObject([{ isScheduled: true, state: 'done', documents, beganAt: '2026-03-02T00:00:00Z' }]);
  expect((await call('GET', '/v1/billing-runs?scheduled=false')).json().data).toEqual([done]);
  expect((await call('GET', '/v1/billing-runs')).json().data).toEqual([...scheduled, done]);
  const south = await api.current.as({ seller: 'south' });
  expect((await south('POST', '/v1/billing-runs', { body: {} })).json().code).toBe('access.provider_only');
  expect((await south('GET', '/v1/billing-preview')).json()).toEqual({ invoices: [], wouldPark: [], nextCursor: null });
  expect((await south('GET', `/v1/billing-runs/${done.id}`)).statusCode).toBe(404);
});

it('answers quote documents', async () => {
  const call = await api.current.as();
  const document = JSON.parse(readFileSync(new URL('../../../../docs/examples/seats.json', import.meta.url), 'utf8'));
  const answer = await call('POST', '/v1/quotes', { body: document });
  expect(answer.json().invoices.length).toBeGreaterThan(3);
  expect((await call('POST', '/v1/quotes', { body: { version: 1 } })).json()).toMatchObject({
    status: 422,
    code: 'quote.invalid_document',
  });
});

it('lets somebody give as much as his role allows', async () => {
  const call = await api.current.as({ limits: { 'credits.write': { EUR: '50' }, 'discounts.write': { percent: '5' } } });
  const item = { account: 'other', description: 'Help', at: '2026-02-02' };
  const most = await call('POST', '/v1/extra-items', { body: { ...item, externalId: 'help-1', amount: '-25', quantity: '2' } });
  expect(most.statusCode).toBe(201);
  const more = await call('POST', '/v1/extra-items', { body: { ...item, externalId: 'help-2', amount: '-25.01', quantity: '2' } });
  expect(more.json().code).toBe('access.over_limit');
  const credit = { externalId: 'c3', account: 'other', item: 'setup', amount: '51', at: '2026-01-15' };
  expect((await call('POST', '/v1/credits', { body: credit })).json().code).toBe('access.over_limit');
  const discount = { do: 'discount', percent: '6' };
  expect((await call('POST', '/v1/subscriptions/web-1/changes', { body: discount })).json().code).toBe('access.over_limit');
});

it('keeps another seller and another customer out', async () => {
  const [south, member] = [await api.current.as({ seller: 'south' }), await api.current.as({ account: 'other' })];
  for (const call of [south, member]) {
    expect((await call('GET', '/v1/subscriptions/web-1')).json().code).toBe('resource.not_found');
    expect((await call('GET', '/v1/subscriptions?account=acme')).json().data).toEqual([]);
  }
  expect((await member('GET', '/v1/extra-items')).json().data).toHaveLength(2);
  expect((await south('GET', '/v1/extra-items')).json().data).toEqual([]);
  expect((await south('GET', '/v1/accounts/acme/price?component=P/seat')).statusCode).toBe(404);
});

it('leaves the books in order', async () => {
  expect(await api.current.books.findings()).toEqual([]);
});
