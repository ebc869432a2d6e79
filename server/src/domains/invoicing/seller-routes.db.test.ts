// Sellers over HTTP: a reseller is made of an account, works behind his own wall, and nobody sees or changes more than himself and those directly below.
import { beforeAll, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';
import type { Call } from '../../testing/open-test-api.ts';
import { PASSWORD, Portal, tokenOf } from '../../testing/portal.ts';
import { staffPermissions } from '../people/index.ts';

const api = withApi();
const portal = new Portal(() => api.current);
const ANNA = 'anna@nord.example';
let provider: Call;

beforeAll(async () => {
  provider = await api.current.as();
  for (const [key, kind] of [
    ['nord', 'reseller'],
    ['west', 'reseller'],
    ['acme', 'company'],
  ]) {
    await provider('PUT', `/v1/accounts/${key}`, { body: { name: `${key} Hosting`, kind, country: 'DE' } });
  }
});

const codeOf = async (call: Call, method: string, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<string> => {
  const answer = await call(method, url, { ...(body === undefined ? {} : { body }), headers });
  return answer.statusCode < 300 ? String(answer.statusCode) : `${answer.statusCode} ${answer.json().code}`;
};
const keysOf = async (call: Call, query = ''): Promise<string[]> =>
  (await call('GET', `/v1/sellers${query}`)).json().data.map((one: { key: string }) => one.key);

it('makes a reseller of an account, with numbers, currencies, plans and an owner who lets himself in', async () => {
  const body = {
    ...{ key: 'nord', account: 'nord', currencies: ['CHF'], invoicePrefix: 'NORD-', creditNotePrefix: 'NORD-CN-', plans: ['P'] },
    owner: { mail: ANNA, name: 'Anna Nord' },
  };
  const made = await provider('POST', '/v1/sellers', { body });
  expect([made.statusCode, made.json().seller]).toMatchObject([
    201,
    { key: 'nord', legalName: 'nord Hosting', currency: 'EUR', parent: 'provider', account: { externalId: 'nord' } },
  ]);
  const anna = portal.browser();
  await anna.get('POST', '/v1/invitations/password', { token: tokenOf(made.json().link), password: PASSWORD });
  await anna.get('POST', '/v1/sign-in', { mail: ANNA, password: PASSWORD, portal: 'nord' });
  const seen = await anna.get<{ data: unknown[] }>('GET', '/v1/sellers');
  expect(seen.data).toMatchObject([{ key: 'nord', parent: 'provider', account: null }]);
  const nord = await api.current.as({ seller: 'nord' });
  expect((await nord('GET', '/v1/currencies')).json().currencies).toMatchObject([{ currency: 'CHF' }, { currency: 'EUR' }]);
  expect((await nord('GET', '/v1/plans')).json().data).toMatchObject([{ key: 'P', isResold: true }]);
});

it('takes over what the seller above publishes, and only that', async () => {
  const body = { name: 'Mail', period: { unit: 'month', count: 1 }, components: [{ key: 'box', kind: 'recurring', timing: 'advance' }] };
  expect(await codeOf(provider, 'PUT', '/v1/plans/mail/draft', body)).toBe('200');
  expect(await codeOf(provider, 'POST', '/v1/plans/mail/draft/publish', {})).toMatch(/^20/);
  const nord = await api.current.as({ seller: 'nord' });
  const offered = async () =>
    (await nord('GET', '/v1/offered-plans')).json().data.map((one: { key: string; takenOver: number | null }) => [one.key, one.takenOver]);
  expect(await offered()).toEqual([
    ['P', 1],
    ['mail', null],
  ]);
  const taken = await nord('POST', '/v1/offered-plans/take-over', { body: { plans: ['mail'] } });
  expect(taken.json()).toEqual({ versions: [{ plan: 'mail', ref: 'mail', version: 1 }] });
  expect((await nord('POST', '/v1/offered-plans/take-over', { body: { plans: ['mail'] } })).json()).toEqual({ versions: [] });
  expect(await offered()).toContainEqual(['mail', 1]);
  expect(await codeOf(nord, 'POST', '/v1/offered-plans/take-over', { plans: ['none'] })).toBe('422 plan.not_offered');
  expect(await codeOf(provider, 'POST', '/v1/offered-plans/take-over', { plans: ['P'] })).toBe('422 plan.no_seller_above');
  expect((await provider('GET', '/v1/offered-plans')).json().data).toEqual([]);
});

it('refuses what cannot become a seller', async () => {
  const refused = (body: unknown) => codeOf(provider, 'POST', '/v1/sellers', body);
  expect(await refused({ key: 'nord', account: 'west' })).toBe('422 seller.key_taken');
  expect(await refused({ key: 'Nord!', account: 'west' })).toBe('422 seller.key');
  expect(await refused({ key: 'x', account: 'acme' })).toBe('422 reseller.other_kind');
  expect(await refused({ key: 'x', account: 'nord' })).toBe('409 reseller.exists');
  expect(await refused({ key: 'x', account: 'nobody' })).toBe('404 resource.not_found');
  expect(await refused({ key: 'x', account: 'west', invoicePrefix: 'W', creditNotePrefix: 'W' })).toBe('422 seller.same_prefix');
  expect(await refused({ key: 'x', account: 'west', plans: ['none'] })).toBe('422 plan.not_offered');
  expect(await refused({ key: 'x', account: 'west', owner: { mail: 'none' } })).toBe('422 mail.invalid');
  const lesser = await api.current.as({ permissions: ['sellers.write', 'users.write'] });
  const owner = { mail: 'x@example.org' };
  expect(await codeOf(lesser, 'POST', '/v1/sellers', { key: 'x', account: 'west', owner })).toBe('403 access.beyond_own');
  const noUsers = await api.current.as({ permissions: staffPermissions.filter((one) => one !== 'users.write') });
  expect(await codeOf(noUsers, 'POST', '/v1/sellers', { key: 'x', account: 'west', owner })).toBe('403 access.denied');
  expect(await keysOf(provider)).toEqual(['nord', 'provider', 'south']);
  expect(await codeOf(lesser, 'POST', '/v1/sellers', { key: 'west', account: 'west' })).toBe('201');
});

it('shows each himself and those directly below, and what is further down by acting in between', async () => {
  const nord = await api.current.as({ seller: 'nord' });
  await nord('PUT', '/v1/accounts/fjord', { body: { name: 'Fjord', kind: 'reseller', country: 'NO' } });
  expect(await codeOf(nord, 'POST', '/v1/sellers', { key: 'fjord', account: 'fjord' })).toBe('201');
  expect(await keysOf(provider, '?sort=-key')).toEqual(['west', 'south', 'provider', 'nord']);
  expect(await keysOf(nord)).toEqual(['fjord', 'nord']);
  for (const [call, key] of [
    [provider, 'fjord'],
    [nord, 'west'],
    [nord, 'provider'],
    [nord, 'nobody'],
  ] as const) {
    expect(await codeOf(call, 'GET', `/v1/sellers/${key}`)).toBe('404 resource.not_found');
    expect(await codeOf(call, 'PATCH', `/v1/sellers/${key}`, { legalName: 'X' }, { 'if-match': '*' })).toBe('404 resource.not_found');
  }
});

it('changes particulars of oneself and of a reseller, from the state that was read', async () => {
  const read = await provider('GET', '/v1/sellers/nord');
  const headers = { 'if-match': String(read.headers.etag) };
  const body = { legalName: 'Nord Hosting GmbH', address: ['Hafenstraße 1'], taxNumber: 'DE1' };
  const changed = await provider('PATCH', '/v1/sellers/nord', { body, headers });
  expect([changed.statusCode, changed.json()]).toMatchObject([200, { ...body, country: 'DE', key: 'nord' }]);
  expect(await codeOf(provider, 'PATCH', '/v1/sellers/nord', body, headers)).toBe('412 edit.outdated');
  expect(await codeOf(provider, 'PATCH', '/v1/sellers/nord', { legalName: ' ' }, { 'if-match': '*' })).toBe('422 field.empty');
  const nord = await api.current.as({ seller: 'nord' });
  expect((await nord('PATCH', '/v1/sellers/nord', { body: { taxNumber: null }, headers: { 'if-match': '*' } })).json()).toMatchObject({
    taxNumber: null,
    legalName: 'Nord Hosting GmbH',
  });
  const told = (await nord('GET', '/v1/events')).json().data.filter((one: { type: string }) => one.type === 'seller.changed');
  expect(told.map((one: { data: unknown }) => one.data)).toEqual([
    { fields: ['legalName', 'address', 'taxNumber'] },
    { fields: ['taxNumber'] },
  ]);
});

it('leaves the books in order', async () => {
  expect(await api.current.books.findings()).toEqual([]);
});
