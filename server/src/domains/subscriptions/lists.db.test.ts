// Lists of subscriptions, users, invoices and refused usage as a console asks for them: by what one types, by plan, with the state, by amount, by day.
import { beforeAll, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';

const api = withApi();
const get = async (url: string) => (await (await api.current.as())('GET', url)).json();
const names = (page: { data: { externalId: string }[] }) => page.data.map((one) => one.externalId);

beforeAll(async () => {
  const { books, clock } = api.current;
  await books.accounts('a', 'b');
  await books.start('web-1', 'a', '2026-01-01', { seat: '2' });
  await books.start('web-2', 'b', '2026-01-01', { seat: '1' });
  await books.start('shop-1', 'a', '2026-01-01', { seat: '5' });
  await books.bill();
  clock.set('2026-01-10T12:00:00Z');
  await books.fact('web-2', '2026-01-09', { kind: 'pause' });
});

it('finds subscriptions by beginning and plan, with their state', async () => {
  expect(names(await get('/v1/subscriptions?search=WEB'))).toEqual(['web-1', 'web-2']);
  expect(names(await get('/v1/subscriptions?search=web&account=a'))).toEqual(['web-1']);
  expect(names(await get('/v1/subscriptions?plan=P'))).toHaveLength(3);
  expect(names(await get('/v1/subscriptions?plan=Q'))).toEqual([]);
  const [first, second] = (await get('/v1/subscriptions?search=web&expand=state')).data;
  expect([first.state, second.state]).toMatchObject([{ phase: 'active', plan: 'P', quantities: { seat: '2' } }, { phase: 'paused' }]);
  expect((await get('/v1/subscriptions')).data[0]).not.toHaveProperty('state');
});

it('sorts invoices by amount, page by page', async () => {
  const all = (await get('/v1/invoices?sort=-total')).data.map((one: { total: string }) => one.total);
  expect(all).toEqual(['258.23', '36.89']);
  const page = await get('/v1/invoices?sort=total&limit=1');
  const next = await get(`/v1/invoices?sort=total&limit=1&cursor=${page.nextCursor}`);
  expect([page.data[0].total, next.data[0].total, next.nextCursor]).toEqual(['36.89', '258.23', null]);
});

it('finds users by words of name and mail', async () => {
  const call = await api.current.as();
  for (const [mail, name] of [
    ['ada@north.example', 'Ada Byron'],
    ['bob@south.example', 'Bob'],
  ] as const)
    await call('POST', '/v1/users', { body: { mail, name, role: 'customer_owner', account: 'a' } });
  const mails = async (search: string) => (await get(`/v1/users?search=${search}`)).data.map((one: { mail: string }) => one.mail);
  expect([await mails('byr'), await mails('south'), await mails('yron')]).toEqual([['ada@north.example'], ['bob@south.example'], []]);
});

it('filters refused usage by place and time, and counts it by day', async () => {
  const call = await api.current.as();
  const event = (id: string, subscription: string) => ({
    specversion: '1.0',
    id,
    source: 't',
    type: 'none',
    time: '2026-01-05T00:00:00Z',
    data: { meter: 'none', value: '1', subscription },
  });
  await call('POST', '/v1/events', { body: [event('1', 'web-1'), event('2', 'web-2')] });
  api.current.clock.set('2026-01-11T12:00:00Z');
  await call('POST', '/v1/events', { body: [event('3', 'web-1')] });
  const ids = async (query: string) => (await get(`/v1/usage/refused?${query}`)).data.map((one: { id: string }) => one.id);
  expect(await ids('subscription=web-1')).toEqual(['3', '1']);
  expect(await ids('subscription=web-1&until=2026-01-11T00:00:00Z')).toEqual(['1']);
  expect(await ids('from=2026-01-11T00:00:00Z')).toEqual(['3']);
  const { data } = await get('/v1/usage/refused-days?from=2026-01-01&until=2026-02-01');
  expect(data).toMatchObject([
    { day: '2026-01-10', events: 2 },
    { day: '2026-01-11', events: 1 },
  ]);
  expect((await get('/v1/usage/refused-days?from=2026-01-01&until=2028-02-01')).code).toBe('usage.window');
});
