// Signing in at an identity provider: the way that is right, and every wrong one.
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';
import type { Browser } from '../../testing/browser.ts';
import { CLIENT, TestIdentityProvider } from '../../testing/identity-provider.ts';
import { PASSWORD, Portal, type PortalUser } from '../../testing/portal.ts';

const api = withApi();
const portal = new Portal(() => api.current);
const provider = new TestIdentityProvider();
let owner: PortalUser;
const settings = () => ({ name: 'Company', issuer: provider.issuer, clientId: CLIENT.id, clientSecret: CLIENT.secret });

beforeAll(async () => {
  await provider.open();
  owner = await portal.signedIn();
  await owner.browser.get('PUT', '/v1/identity-providers/company', settings());
});
afterEach(() => {
  provider.overlay = {};
  provider.signsWrong = false;
});
afterAll(() => provider.close());

async function begin(browser: Browser): Promise<string> {
  return (await browser.get<{ url: string }>('POST', '/v1/sign-in/provider', { provider: 'company' })).url;
}

async function finish(claims: Record<string, unknown>, browser = portal.browser()) {
  const answer = provider.authorize(await begin(browser), claims);
  return browser.call('POST', '/v1/sign-in/provider/answer', answer);
}

const refusalOf = (response: { statusCode: number; json(): unknown }) =>
  `${response.statusCode} ${(response.json() as { code: string }).code}`;

it('signs in whoever was invited under the same verified address, and knows him again by his subject', async () => {
  const user = await portal.user('viewer');
  const first = await finish({ sub: '4711', email: user.mail, email_verified: true });
  expect(first.json()).toMatchObject({ status: 'signed_in', user: { mail: user.mail } });
  const renamed = await finish({ sub: '4711', email: 'renamed@example.org', email_verified: true });
  expect(renamed.json()).toMatchObject({ user: { mail: user.mail } });
  expect(await portal.browser().get('GET', '/v1/sign-in/providers')).toEqual({ data: [{ provider: 'company', name: 'Company' }] });
});

it('asks for the second factor too, unless the provider is two factors', async () => {
  const user = await portal.signedIn();
  const { secret } = await user.browser.get<{ secret: string }>('POST', '/v1/me/second-factor');
  const { Secret, TOTP } = await import('otpauth');
  const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: api.current.people.machine.now() });
  await user.browser.get('POST', '/v1/me/second-factor/confirm', { code });
  const claims = { sub: 'two', email: user.mail, email_verified: true };
  expect((await finish(claims)).json()).toMatchObject({ status: 'second_factor_required', challenge: expect.any(String) });
  await owner.browser.get('PUT', '/v1/identity-providers/company', { ...settings(), isTwoFactors: true });
  expect((await finish(claims)).json()).toMatchObject({ status: 'signed_in' });
  await owner.browser.get('PUT', '/v1/identity-providers/company', settings());
});

it.each([
  ['nobody invited', { sub: 'x1', email: 'stranger@example.org', email_verified: true }, '403 sign_in.not_invited'],
  ['an address that was not verified', { sub: 'x2', email: 'OWNER', email_verified: false }, '403 sign_in.not_invited'],
  ['an address of which nothing is said', { sub: 'x3', email: 'OWNER' }, '403 sign_in.not_invited'],
  ['verified as text', { sub: 'x4', email: 'OWNER', email_verified: 'true' }, '403 sign_in.not_invited'],
  ['no address', { sub: 'x5' }, '403 sign_in.not_invited'],
])('lets in no one with %s', async (_name, claims, refusal) => {
  const real = 'email' in claims && claims.email === 'OWNER' ? { ...claims, email: owner.mail } : claims;
  expect(refusalOf(await finish(real))).toBe(refusal);
});

it.each<[string, Record<string, unknown>]>([
  ['of another issuer', { iss: 'https://evil.example' }],
  ['for another client', { aud: 'somebody-else' }],
  ['with another nonce', { nonce: 'another' }],
  ['without a nonce', { nonce: undefined }],
  ['that is over', { exp: 1000 }],
  ['without a subject', { sub: undefined }],
])('takes no token %s', async (_name, overlay) => {
  provider.overlay = overlay;
  expect(refusalOf(await finish({ sub: 'y', email: owner.mail, email_verified: true }))).toBe('503 identity_provider.failed');
});

it('takes no answer of another browser, twice, late, or to a state that nobody began', async () => {
  const claims = { sub: 'z', email: owner.mail, email_verified: true };
  const [victim, attacker] = [portal.browser(), portal.browser()];
  const answer = provider.authorize(await begin(attacker), claims);
  expect(refusalOf(await victim.call('POST', '/v1/sign-in/provider/answer', answer))).toBe('422 sign_in.challenge_over');
  const other = portal.browser();
  await begin(other);
  const planted = provider.authorize(await begin(attacker), claims);
  expect(refusalOf(await other.call('POST', '/v1/sign-in/provider/answer', planted))).toBe('422 sign_in.challenge_over');
  const once = portal.browser();
  const used = provider.authorize(await begin(once), claims);
  expect((await once.call('POST', '/v1/sign-in/provider/answer', used)).statusCode).toBe(200);
  expect(refusalOf(await once.call('POST', '/v1/sign-in/provider/answer', used))).toBe('422 sign_in.challenge_over');
  const slow = provider.authorize(await begin(once), claims);
  api.current.people.machine.pass(10 * 60_000 + 1);
  expect(refusalOf(await once.call('POST', '/v1/sign-in/provider/answer', slow))).toBe('422 sign_in.challenge_over');
  const invented = { code: 'x', state: 'A'.repeat(43) };
  expect(refusalOf(await once.call('POST', '/v1/sign-in/provider/answer', invented))).toBe('422 sign_in.challenge_over');
});

it('lets in no disabled user, and nobody when it is off, wrong, gone or unknown', async () => {
  const user = await portal.signedIn('viewer');
  const { data } = await owner.browser.get<{ data: { id: string }[] }>('GET', `/v1/users?mail=${user.mail}`);
  await owner.browser.get('PATCH', `/v1/users/${data[0]!.id}`, { disabled: true }, { 'if-match': '*' });
  expect(refusalOf(await finish({ sub: 'off', email: user.mail, email_verified: true }))).toBe('401 sign_in.refused');
  await owner.browser.get('PUT', '/v1/identity-providers/company', { ...settings(), enabled: false });
  expect(await portal.browser().refusal('POST', '/v1/sign-in/provider', { provider: 'company' })).toBe('422 identity_provider.unknown');
  await owner.browser.get('PUT', '/v1/identity-providers/company', { ...settings(), clientSecret: 'wrong' });
  expect(refusalOf(await finish({ sub: 'w', email: owner.mail, email_verified: true }))).toBe('503 identity_provider.failed');
  await owner.browser.get('PUT', '/v1/identity-providers/gone', { ...settings(), issuer: 'http://127.0.0.1:1' });
  expect(await portal.browser().refusal('POST', '/v1/sign-in/provider', { provider: 'gone' })).toBe('503 identity_provider.failed');
  expect(await portal.browser().refusal('POST', '/v1/sign-in/provider', { provider: 'none' })).toBe('422 identity_provider.unknown');
  expect(await portal.browser().refusal('POST', '/v1/sign-in/provider', { portal: 'south', provider: 'company' })).toBe(
    '422 identity_provider.unknown',
  );
  for (const issuer of ['ftp://id.example', 'https://user:pass@id.example', 'https://id.example?x=1', 'nonsense']) {
    expect(await owner.browser.refusal('PUT', '/v1/identity-providers/odd', { ...settings(), issuer })).toBe(
      '422 identity_provider.issuer',
    );
  }
  const { clientSecret: _none, ...without } = settings();
  expect(await owner.browser.refusal('PUT', '/v1/identity-providers/odd', without)).toBe('422 identity_provider.issuer');
  expect((await owner.browser.call('GET', '/v1/identity-providers')).body).not.toContain(CLIENT.secret);
  expect((await owner.browser.call('DELETE', '/v1/identity-providers/gone')).statusCode).toBe(204);
  expect(await owner.browser.refusal('DELETE', '/v1/identity-providers/gone')).toBe('404 resource.not_found');
  await owner.browser.get('PUT', '/v1/identity-providers/company', settings());
});

it('takes no token that another key signed', async () => {
  provider.signsWrong = true;
  const answer = await finish({ sub: 'forged', email: owner.mail, email_verified: true });
  expect(answer.statusCode).not.toBe(200);
  expect(await portal.browser().get('POST', '/v1/sign-in', { mail: owner.mail, password: PASSWORD })).toMatchObject({
    status: 'signed_in',
  });
});
