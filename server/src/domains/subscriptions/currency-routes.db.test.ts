// An account changes its currency over HTTP: rehearsed, done, and listed with what stays behind.
import { expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';

const api = withApi();

it('changes what an account buys in, shows before what stays behind, and says who runs in a currency', async () => {
  const { books } = api.current;
  await books.accounts('a', 'b');
  await books.start('s', 'a', '2026-01-01');
  const call = await api.current.as();
  const change = (currency: string, query = '') => call('POST', `/v1/accounts/a/currency-changes${query}`, { body: { currency } });
  const codeOf = async (currency: string) => (await change(currency)).json().code;
  expect([await codeOf('USD'), await codeOf('XYZ'), await codeOf('DEM')]).toEqual([
    'currency.off',
    'currency.unknown',
    'currency.withdrawn',
  ]);
  await call('PUT', '/v1/currencies/USD', { body: { enabled: true } });
  const wanted = { account: 'a', before: 'EUR', currency: 'USD', staying: [{ subscription: 's', currency: 'EUR' }] };
  const rehearsed = await change('USD', '?preview=true');
  expect([rehearsed.statusCode, rehearsed.json()]).toEqual([200, wanted]);
  expect((await call('GET', '/v1/accounts/a')).json().currency).toBe('EUR');
  expect((await change('USD')).json()).toEqual(wanted);
  expect((await call('GET', '/v1/accounts/a')).json().currency).toBe('USD');
  const { data } = (await call('GET', '/v1/accounts/a/currency-changes')).json();
  expect(data).toEqual([{ before: 'EUR', currency: 'USD', changedAt: expect.stringMatching(/^2026-01-01T/) }]);
  expect((await call('GET', '/v1/running-subscriptions?currency=EUR')).json().data).toEqual([{ account: 'a', subscription: 's' }]);
  expect((await call('GET', '/v1/running-subscriptions?currency=USD')).json().data).toEqual([]);
  expect((await call('GET', '/v1/running-subscriptions?currency=XYZ')).json().code).toBe('currency.unknown');
});

it('shows a member the changes of his own account alone', async () => {
  const member = await api.current.as({ account: 'a' });
  expect((await member('GET', '/v1/accounts/a/currency-changes')).json().data).toHaveLength(1);
  expect((await member('GET', '/v1/accounts/b/currency-changes')).statusCode).toBe(404);
  expect((await member('POST', '/v1/accounts/a/currency-changes', { body: { currency: 'EUR' } })).statusCode).toBe(403);
});

it('leaves the books in order', async () => {
  expect(await api.current.books.findings()).toEqual([]);
});
