// The search over HTTP: by what one finds what, and who finds nothing of others.
import { beforeAll, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';
import { component, decimal, start, unitPrice } from '../../testing/books.ts';
import { upsertAccounts } from '../accounts/index.ts';
import { publishPlans } from '../catalog/index.ts';
import { publishPrices } from '../subscriptions/index.ts';

const api = withApi();
const told = async (q: string, choice: Parameters<typeof api.current.as>[0] = {}) => {
  const answer = await (await api.current.as(choice))('GET', `/v1/search?q=${encodeURIComponent(q)}`);
  expect([q, answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([q, 200, '']);
  return answer.json();
};
/** Kind and name of what was found. */
const names = async (q: string, choice: Parameters<typeof api.current.as>[0] = {}): Promise<string[]> =>
  Object.entries<{ externalId?: string; number?: string; mail?: string; key?: string }[]>(await told(q, choice)).flatMap(([kind, rows]) =>
    rows.map((row) => `${kind} ${row.externalId ?? row.number ?? row.mail ?? row.key}`),
  );

beforeAll(async () => {
  const { books } = api.current;
  await books.run((tx, seller, now) =>
    upsertAccounts(
      tx,
      seller,
      [
        { externalId: 'c-17', name: 'Northwind Hosting Ltd', country: 'DE' },
        { externalId: 'c-18', name: 'Hosting Süd', country: 'DE' },
      ],
      now,
    ),
  );
  await books.start('web-17', 'c-17', '2026-01-01', { seat: '2' });
  await books.start('shop-18', 'c-18', '2026-01-01', { seat: '1' });
  await books.run(async (tx, seller, now) => {
    const named = component('domain', { namedItems: true });
    await publishPlans(
      tx,
      seller.id,
      [{ key: 'domains', name: 'Domain names', period: { unit: 'month', count: 1 }, commitment: null, components: [named] }],
      now,
    );
    const price = { currency: 'EUR', audience: null, buyerId: null, validFrom: null, correction: false, price: unitPrice('1.00') };
    await publishPrices(tx, seller, [{ ...price, component: 'domains/domain' }], now);
  });
  await books.bill();
  await books.fact('names-18', '2026-01-01', start('domains'), { account: 'c-18' });
  await books.fact('names-18', '2026-01-01', { kind: 'item', component: 'domain', item: 'Example.org', value: decimal('1') });
  const call = await api.current.as();
  await call('POST', '/v1/users', { body: { mail: 'ada@northwind.example', name: 'Ada', role: 'customer_owner', account: 'c-17' } });
});

it.each([
  ['northwind', ['accounts c-17', 'users ada@northwind.example']],
  ['HOST', ['accounts c-18', 'accounts south', 'accounts c-17']],
  ['wind', []],
  ['ltd north', ['accounts c-17']],
  ['C-1', ['accounts c-17', 'accounts c-18']],
  ['web', ['subscriptions web-17']],
  ['example.o', ['subscriptions names-18']],
  ['domain', ['plans domains']],
  ['ada@north', ['users ada@northwind.example']],
  ['73.78', ['invoices INV-000001']],
  ['73,78', ['invoices INV-000001']],
  ['31.00', []],
  ['73.79', []],
  ['inv-000002', ['invoices INV-000002']],
  ['INV-2', ['invoices INV-000002']],
  ['2', ['invoices INV-000002']],
  ['P', ['plans P']],
  ["'; \\ & | ! <->", []],
])('%s finds %j', async (q, expected) => {
  expect(await names(q)).toEqual(expected);
});

it('finds by id, and tells what leads on', async () => {
  const { accounts, subscriptions, invoices, users } = await told('northwind').then(async (first) => ({
    ...first,
    subscriptions: (await told('web-17')).subscriptions,
    invoices: (await told('73.78')).invoices,
  }));
  expect(subscriptions[0]).toMatchObject({
    plan: 'P',
    planName: 'Cloud',
    account: { externalId: 'c-17', name: 'Northwind Hosting Ltd' },
  });
  expect(invoices[0]).toMatchObject({ total: '73.78', currency: 'EUR', kind: 'invoice', account: { externalId: 'c-17' } });
  expect(users[0].account).toMatchObject({ id: accounts[0].id });
  for (const [id, kind] of [
    [accounts[0].id, 'accounts c-17'],
    [subscriptions[0].id, 'subscriptions web-17'],
    [invoices[0].id, 'invoices INV-000001'],
    [users[0].id, 'users ada@northwind.example'],
  ])
    expect(await names(id)).toEqual([kind]);
});

it('shows a customer his own, a reseller his own, and nobody what he may not read', async () => {
  for (const q of ['northwind', 'web-17', '73.78', 'ada', 'INV-000001']) {
    expect([q, await names(q, { account: 'c-18' })]).toEqual([q, []]);
    expect([q, await names(q, { seller: 'south' })]).toEqual([q, []]);
    expect([q, await names(q, { permissions: [] })]).toEqual([q, []]);
  }
  expect(await names('c-17', { account: 'c-17' })).toEqual(['accounts c-17']);
  expect(await names('web', { account: 'c-17' })).toEqual(['subscriptions web-17']);
  expect(await names('secret', { seller: 'south' })).toEqual(['accounts secret-south']);
  expect(await names('northwind', { permissions: ['accounts.read'] })).toEqual(['accounts c-17']);
});
