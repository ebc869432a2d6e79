// What a customer's people do by themselves over HTTP: see what they could change to and what comes next, change within what they may, and no more.
import { beforeAll, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';
import { component, unitPrice } from '../../testing/books.ts';
import { publishPlans } from '../catalog/index.ts';
import { publishPrices } from '../subscriptions/index.ts';

const api = withApi();
const change = (body: object, choice: object = {}, how = '') =>
  api.current.as({ account: 'acme', ...choice }).then((call) => call('POST', `/v1/subscriptions/web-1/changes${how}`, { body }));
const get = async (url: string, choice: object = {}) => (await api.current.as({ account: 'acme', ...choice }))('GET', url);
const set = async (key: string, value: unknown) =>
  expect(
    (await (await api.current.as())('POST', '/v1/settings', { body: { settings: [{ key, value, from: '2026-01-01' }] } })).statusCode,
  ).toBeLessThan(300);

beforeAll(async () => {
  const { books, clock } = api.current;
  await books.accounts('acme', 'other');
  await books.run(async (tx, seller, now) => {
    const period = { unit: 'month', count: 1 } as const;
    const plan = (key: string) => ({ key, name: key, period, commitment: null, components: [component('seat')] });
    await publishPlans(tx, seller.id, [plan('Big'), plan('Unpriced')], now);
    const price = { currency: 'EUR', audience: null, validFrom: null, correction: false, component: 'Big/seat' };
    await publishPrices(tx, seller, [{ ...price, buyerId: null, price: unitPrice('62.00') }], now);
  });
  await books.start('web-1', 'acme', '2026-01-01', { seat: '2' });
  await books.start('theirs', 'other', '2026-01-01', { seat: '2' });
  await books.bill();
  clock.set('2026-01-10T12:00:00Z');
  await books.usage('web-1', '2026-01-05', '100');
});

it('shows the offered plans at his own prices', async () => {
  const call = await api.current.as();
  const own = { component: 'Big/seat', currency: 'EUR', from: '2026-01-10', buyer: 'acme', price: { kind: 'unit', price: '50.00' } };
  expect((await call('POST', '/v1/prices', { body: { prices: [own] } })).statusCode).toBeLessThan(300);
  const told = (await get('/v1/subscriptions/web-1/offers')).json();
  expect(told).toMatchObject({ currency: 'EUR', may: ['plan', 'quantity', 'cancel'], periodEndsOn: '2026-02-01' });
  expect(told.plans.map(({ plan }: { plan: string }) => plan).sort()).toEqual(['Big', 'P']);
  const seat = (of: { plans: { plan: string; components: { price: { price: string } }[] }[] }) =>
    of.plans.find(({ plan }) => plan === 'Big')!.components[0]!.price.price;
  expect(seat(told)).toBe('50');
  expect(seat((await get('/v1/subscriptions/theirs/offers', { account: 'other' })).json())).toBe('62');
  expect((await get('/v1/subscriptions/theirs/offers')).statusCode).toBe(404);
});

it('says what the next invoice would be, and what usage costs so far', async () => {
  const told = (await get('/v1/accounts/acme/forecast')).json();
  expect(told).toMatchObject({ on: '2026-02-01', usageSoFar: [{ currency: 'EUR', net: '5.00' }], wouldPark: false });
  expect(told.invoices).toMatchObject([{ net: '67.00', total: '79.73' }]);
  expect((await get('/v1/accounts/other/forecast')).statusCode).toBe(404);
  expect((await get('/v1/accounts/acme/forecast', { permissions: ['invoices.read'] })).json().code).toBe('access.denied');
});

it('rehearses and makes a change of quantity and plan', async () => {
  const preview = await change({ do: 'quantity', component: 'seat', value: '3' }, {}, '?preview=true&asOf=2026-02-01');
  expect(preview.json()).toMatchObject({
    subscription: { state: { quantities: { seat: '3' } } },
    preview: { invoices: [{}], wouldPark: null },
  });
  expect((await get('/v1/subscriptions/web-1')).json().state.quantities.seat).toBe('2');
  const made = await change({ do: 'quantity', component: 'seat', value: '3' });
  expect([made.statusCode, made.json().subscription.state.quantities.seat]).toEqual([200, '3']);
  const moved = await change({ do: 'plan', plan: 'Big', quantities: { seat: '3' }, reference: 'bigger' });
  expect(moved.json().subscription).toMatchObject({ state: { plan: 'Big' } });
  expect(moved.json().subscription.timeline.at(-1)).toMatchObject({ do: 'plan', reference: 'customer/bigger' });
});

it('ends it at the end of its period, and takes that back', async () => {
  const ended = await change({ do: 'end', reference: 'leave' });
  expect(ended.json().subscription.timeline.at(-1)).toMatchObject({ do: 'end', at: '2026-01-31T23:00:00Z' });
  expect((await change({ do: 'end', at: '2026-01-20' })).json()).toMatchObject({ code: 'subscription.ends_within_period', path: 'at' });
  const kept = await change({ do: 'void', ref: 'customer/leave' });
  expect(kept.json().subscription.timeline.find((one: { do: string }) => one.do === 'end')).toMatchObject({ voided: true });
});

it.each([
  [{ do: 'quantity', component: 'seat', value: '1', at: '2026-01-02' }, 'subscription.customer_backdates'],
  [{ do: 'plan', plan: 'Unpriced' }, 'subscription.price_missing'],
  [{ do: 'plan', plan: 'nothing' }, 'subscription.plan_not_offered'],
  [{ do: 'discount', percent: '50' }, 'subscription.not_by_customers'],
  [{ do: 'pause' }, 'subscription.not_by_customers'],
  [{ do: 'anchor', anchor: { day: 1 } }, 'subscription.not_by_customers'],
  [{ do: 'start', plan: 'P' }, 'subscription.not_by_customers'],
  [{ do: 'void', ref: 'start' }, 'subscription.not_yours_to_void'],
  [{ do: 'void', ref: 'customer/bigger' }, 'subscription.not_yours_to_void'],
  [{ do: 'quantity', component: 'seat', value: '-1' }, 'subscription.negative_quantity'],
])('refuses %j as %s', async (body, code) => {
  expect((await change(body)).json().code).toBe(code);
});

it('lets him do what his seller lets him, and nobody what is another’s', async () => {
  await set('customerChanges', ['quantity']);
  await set('customerPlans', ['P']);
  expect((await get('/v1/subscriptions/web-1/offers')).json()).toMatchObject({ may: ['quantity'], plans: [{ plan: 'P' }] });
  expect((await change({ do: 'plan', plan: 'P' })).json().code).toBe('subscription.not_by_customers');
  expect((await change({ do: 'end' })).json().code).toBe('subscription.not_by_customers');
  await set('customerChanges', ['plan']);
  expect((await change({ do: 'plan', plan: 'Big' })).json().code).toBe('subscription.plan_not_offered');
  expect((await change({ do: 'quantity', component: 'seat', value: '4' })).json().code).toBe('subscription.not_by_customers');
  expect((await change({ do: 'quantity', component: 'seat', value: '4' }, { account: 'other' })).statusCode).toBe(404);
  expect((await change({ do: 'quantity', component: 'seat', value: '4' }, { permissions: ['subscriptions.read'] })).json().code).toBe(
    'access.denied',
  );
  // His seller's own people are not bound by it.
  const staff = await api.current.as();
  expect((await staff('POST', '/v1/subscriptions/web-1/changes', { body: { do: 'pause', at: '2026-01-09' } })).statusCode).toBe(200);
});

it('leaves the books in order', async () => {
  api.current.clock.set('2026-02-01T12:00:00Z');
  await api.current.books.bill();
  expect(await api.current.books.findings()).toEqual([]);
});
