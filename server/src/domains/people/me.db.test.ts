// What people of a customer's account reach with their own session, whatever their role: their name and language, and what their account has.
import { expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';
import { Portal } from '../../testing/portal.ts';

const api = withApi();
const portal = new Portal(() => api.current);

it('change their own name and language, and see the portal’s pages', async () => {
  const { books } = api.current;
  await books.accounts('acme', 'other');
  await books.start('web-1', 'acme', '2026-01-01', { seat: '2' });
  await books.bill();
  const { browser: owner } = await portal.signedIn('owner');
  const viewer = await portal.member(owner, 'acme', 'customer_viewer');
  expect(await viewer.browser.get('PATCH', '/v1/me', { name: 'Vera', language: 'de' })).toMatchObject({
    name: 'Vera',
    language: 'de',
    mail: viewer.mail,
  });
  expect(await owner.get('GET', `/v1/users/${viewer.id}`)).toMatchObject({ name: 'Vera', language: 'de' });
  const { data } = await viewer.browser.get<{ data: { number: string }[] }>('GET', '/v1/invoices');
  expect(data).toHaveLength(1);
  for (const url of [
    '/v1/accounts/acme',
    '/v1/subscriptions/web-1',
    '/v1/subscriptions/web-1/offers',
    '/v1/accounts/acme/forecast',
    `/v1/invoices/${data[0]!.number}`,
    `/v1/invoices/${data[0]!.number}/lines/1/explanation`,
    '/v1/usage/totals?account=acme&subscription=web-1&from=2026-01-01&to=2026-02-01&step=day',
    '/v1/users',
    '/v1/me/second-factor',
    '/v1/search?q=web',
  ])
    expect([url, await viewer.browser.get('GET', url)]).toEqual([url, expect.any(Object)]);
  expect(await viewer.browser.refusal('POST', '/v1/subscriptions/web-1/changes', { do: 'end' })).toBe('403 access.denied');
});

it('invite, change and shut out the others of their account with the right role', async () => {
  const { browser: staff } = await portal.signedIn('owner');
  const boss = await portal.member(staff, 'acme', 'customer_owner');
  const invited = await boss.browser.get<{ user: { id: string } }>('POST', '/v1/users', {
    mail: 'new@acme.example',
    role: 'customer_viewer',
    account: 'acme',
  });
  expect(await boss.browser.refusal('POST', '/v1/users', { mail: 'spy@acme.example', role: 'customer_viewer', account: 'other' })).toMatch(
    /^4/,
  );
  const call = await api.current.as();
  const removed = await call('PUT', `/v1/users/${invited.user.id}/roles`, { body: { roles: [] }, headers: { 'if-match': '*' } });
  expect(removed.json()).toMatchObject({ roles: [] });
});
