// Settings, currencies, the clock and parked accounts over HTTP.
import { beforeAll, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';

const api = withApi();

beforeAll(() => api.current.books.accounts('acme'));

const named = (answer: { json(): { data: { key: string }[] } }, key: string) => answer.json().data.find((one) => one.key === key);

it('says what stands and what was said', async () => {
  const call = await api.current.as();
  expect(named(await call('GET', '/v1/settings'), 'paymentTermDays')).toMatchObject({ value: 14, counts: 'billing', recorded: [] });
  const settings = [
    { key: 'paymentTermDays', value: 30, from: '2026-02-01' },
    { key: 'paymentTermDays', value: 60, from: '2026-02-01', account: 'acme' },
  ];
  expect((await call('POST', '/v1/settings', { body: { settings } })).statusCode).toBe(200);
  expect(named(await call('GET', '/v1/settings?on=2026-02-01'), 'paymentTermDays')).toMatchObject({ value: 30 });
  expect(named(await call('GET', '/v1/settings?on=2026-02-01&account=acme'), 'paymentTermDays')).toMatchObject({
    value: 60,
    recorded: [
      { value: 30, account: null, seller: 'provider', since: '2026-02-01' },
      { value: 60, account: 'acme' },
    ],
  });
  const below = await api.current.as({ seller: 'south' });
  expect(named(await below('GET', '/v1/settings?on=2026-02-01'), 'paymentTermDays')).toMatchObject({
    value: 30,
    recorded: [{ seller: 'provider' }],
  });
});

it('refuses what a setting cannot be', async () => {
  const call = await api.current.as();
  const refusedBy = async (one: object) =>
    (await call('POST', '/v1/settings', { body: { settings: [{ from: '2026-02-01', ...one }] } })).json().code;
  expect(await refusedBy({ key: 'paymentTermDays', value: -1 })).toBe('setting.value');
  expect(await refusedBy({ key: 'belowCost', value: 'refuse', account: 'acme' })).toBe('setting.of_seller');
  expect(await refusedBy({ key: 'nothing', value: 1 })).toBe('request.invalid');
  expect(await refusedBy({ key: 'rounding', value: 'half_up', account: 'secret-south' })).toBe('resource.not_found');
  expect(await refusedBy({ key: 'rounding', value: 'half_up', from: '2026-02-30' })).toBe('request.date');
});

it('turns currencies on and off and sets the rules for new accounts', async () => {
  const call = await api.current.as();
  expect((await call('PUT', '/v1/currencies/CHF', { body: { enabled: true } })).json().currencies).toContainEqual({
    currency: 'CHF',
    enabled: true,
    offFrom: null,
  });
  const rules = [{ country: 'CH', currency: 'CHF' }];
  expect((await call('PUT', '/v1/currency-rules', { body: { rules } })).json().rules).toEqual(rules);
  expect((await call('PUT', '/v1/accounts/swiss', { body: { name: 'Uhr AG', country: 'CH' } })).json().currency).toBe('CHF');
  expect((await call('PUT', '/v1/currencies/CHF', { body: { enabled: false, from: '2025-01-01' } })).json().code).toBe(
    'currency.off_too_early',
  );
  expect((await call('PUT', '/v1/currencies/XXQ', { body: { enabled: true } })).json().code).toBe('currency.unknown');
});

it('lists parked accounts and takes them back', async () => {
  const { books } = api.current;
  await books.database.pool.query(
    `update account_billing set parked_at = '2026-01-01', parked_code = 'billing.alarm_total', parked_detail = 'too much'
     where account_id = (select id from account where external_id = 'acme')`,
  );
  const call = await api.current.as();
  expect((await call('GET', '/v1/parked-accounts?code=billing.alarm_total')).json().data).toMatchObject([
    { externalId: 'acme', detail: 'too much' },
  ]);
  expect((await call('POST', '/v1/parked-accounts/acme/release')).json()).toEqual({ released: true });
  expect((await call('POST', '/v1/parked-accounts/acme/release')).json()).toEqual({ released: false });
  expect((await call('GET', '/v1/parked-accounts')).json().data).toEqual([]);
});

it('tells the time, and lets the provider alone move it', async () => {
  const call = await api.current.as();
  expect((await call('GET', '/v1/clock')).json().now).toBe('2026-01-01T00:00:00Z');
  const south = await api.current.as({ seller: 'south' });
  expect((await south('PUT', '/v1/clock', { body: { now: '2026-01-02T00:00:00Z' } })).json()).toMatchObject({
    status: 403,
    code: 'access.provider_only',
  });
  expect((await call('PUT', '/v1/clock', { body: { now: 'tomorrow' } })).json().code).toBe('request.instant');
  expect((await call('PUT', '/v1/clock', { body: { now: '2026-01-02T00:00:00Z' } })).json().now).toBe('2026-01-02T00:00:00Z');
});
