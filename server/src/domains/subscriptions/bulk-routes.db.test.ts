// Moving in over HTTP: many subscriptions with their history, many changes, many items; each request all or none, and a refusal names the entry at fault.
import { beforeAll, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';
import type { Call } from '../../testing/open-test-api.ts';

const api = withApi();
let call: Call;

beforeAll(async () => {
  await api.current.books.accounts('a', 'b');
  call = await api.current.as();
});

const started = (externalId: string, more: object = {}) => ({
  externalId,
  account: 'a',
  plan: 'P',
  quantities: { seat: '1' },
  at: '2025-12-01',
  ...more,
});
const fault = async (url: string, body: unknown): Promise<string> => {
  const { statusCode, ...answer } = await call('POST', url, { body });
  return `${statusCode} ${JSON.parse(answer.body).code} ${JSON.parse(answer.body).path}`;
};
const count = async (list: string) => (await call('GET', list.includes('?') ? list : `${list}?limit=200`)).json().data.length;

it('starts many subscriptions with what happened to them since', async () => {
  const changes = [
    { do: 'quantity', component: 'seat', value: '4', at: '2025-12-20', reference: 'up' },
    { do: 'end', at: '2026-02-01' },
  ];
  const subscriptions = Array.from({ length: 300 }, (_, index) => started(`s-${index}`, index === 0 ? { changes } : { account: 'b' }));
  const rehearsed = await call('POST', '/v1/subscriptions/bulk?preview=true', { body: { subscriptions } });
  expect([rehearsed.statusCode, rehearsed.json()]).toEqual([200, { started: 300, kept: 0, facts: 302 }]);
  expect(await count('/v1/subscriptions')).toBe(0);
  const made = await call('POST', '/v1/subscriptions/bulk', { body: { subscriptions } });
  expect(made.json()).toEqual({ started: 300, kept: 0, facts: 302 });
  expect((await call('GET', '/v1/subscriptions/s-0')).json()).toMatchObject({ externalId: 's-0', account: { externalId: 'a' } });
  const again = await call('POST', '/v1/subscriptions/bulk', {
    body: { present: 'keep', subscriptions: [...subscriptions, started('new')] },
  });
  expect(again.json()).toEqual({ started: 1, kept: 300, facts: 1 });
});

it('takes none where one is wrong, and says which', async () => {
  const refused = (...subscriptions: unknown[]) => fault('/v1/subscriptions/bulk', { subscriptions });
  expect(await refused(started('x'), started('s-0'))).toBe('409 subscription.exists subscriptions[1].externalId');
  expect(await refused(started('x'), started('x'))).toBe('409 subscription.exists subscriptions[1].externalId');
  expect(await refused(started('x'), started('y', { account: 'nobody' }))).toMatch(/account\.unknown subscriptions\[1\]\.account$/);
  expect(await refused(started('x'), started('y', { plan: 'none' }))).toMatch(/^422 subscription\.unknown_plan subscriptions\[1\]/);
  const wrong = { changes: [{ do: 'quantity', component: 'none', value: '1', at: '2026-01-01' }] };
  expect(await refused(started('x'), started('y', wrong))).toMatch(/^422 subscription\.unknown_component subscriptions\[1\]\.changes\[0\]/);
  expect(await refused(started('x', { at: '2026-01-01T25:00:00Z' }))).toBe('400 request.instant subscriptions[0].at');
  expect(await count('/v1/subscriptions?account=a')).toBe(2);
});

it('changes many, by the limits of whoever does', async () => {
  const quantity = { do: 'quantity', component: 'seat', value: '2', at: '2026-01-01' };
  const changes = Array.from({ length: 100 }, (_, index) => ({ subscription: `s-${index + 1}`, change: quantity }));
  expect((await call('POST', '/v1/subscription-changes/bulk', { body: { changes } })).json()).toEqual({ facts: 100 });
  expect(await fault('/v1/subscription-changes/bulk', { changes: [changes[0], { subscription: 'none', change: quantity }] })).toMatch(
    /subscription\.not_started changes\[1\]\.subscription$/,
  );
  const wrong = { ...quantity, value: '-1' };
  expect(await fault('/v1/subscription-changes/bulk', { changes: [changes[0], { subscription: 's-2', change: wrong }] })).toMatch(
    /subscription\.negative_quantity changes\[1\]/,
  );
  const limited = await api.current.as({ limits: { 'discounts.write': { percent: '10' } } });
  const discount = { subscription: 's-1', change: { do: 'discount', percent: '50', at: '2026-01-01' } };
  const answer = await limited('POST', '/v1/subscription-changes/bulk', { body: { changes: [discount] } });
  expect([answer.statusCode, answer.json().path]).toEqual([403, 'changes[0].change']);
});

it('adds many items once', async () => {
  const items = Array.from({ length: 50 }, (_, index) => ({ externalId: `i-${index}`, account: 'b', description: 'Move', amount: '1.00' }));
  expect((await call('POST', '/v1/extra-items/bulk', { body: { items } })).json()).toEqual({ added: 50, kept: 0 });
  expect((await call('POST', '/v1/extra-items/bulk', { body: { items, present: 'keep' } })).json()).toEqual({ added: 0, kept: 50 });
  expect(await fault('/v1/extra-items/bulk', { items: [{ ...items[0], externalId: 'n' }, items[1]] })).toMatch(
    /item\.repeated items\[1\]\.externalId$/,
  );
  expect(await fault('/v1/extra-items/bulk', { items: [{ ...items[0], externalId: 'n', account: 'none' }] })).toMatch(
    /account\.unknown items\[0\]\.account$/,
  );
  expect(await count('/v1/extra-items')).toBe(50);
});

it('bills what moved in, and leaves the books in order', async () => {
  expect(await api.current.books.bill()).toMatchObject({ accounts: 2, parked: [] });
  expect(await api.current.books.findings()).toEqual([]);
});
