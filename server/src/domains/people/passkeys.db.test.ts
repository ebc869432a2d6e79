// Passkeys: added, used, and refused in every way in which their answer can be wrong.
import { beforeAll, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';
import { Authenticator, type Behaviour, type Options } from '../../testing/authenticator.ts';
import { PASSWORD, Portal, type PortalUser } from '../../testing/portal.ts';

const api = withApi();
const portal = new Portal(() => api.current);
const ORIGIN = 'https://billing.test';
let user: PortalUser;
let device: Authenticator;

type Begun = { options: Options };
const begin = () => user.browser.get<Begun>('POST', '/v1/me/passkeys/options');
const beginSignIn = (more: object = {}) => portal.browser().get<Begun>('POST', '/v1/sign-in/passkey/options', more);

async function addDevice(): Promise<Authenticator> {
  const added = new Authenticator(ORIGIN);
  const { options } = await begin();
  await user.browser.get('POST', '/v1/me/passkeys', { name: 'Laptop', answer: added.create(options) });
  return added;
}

beforeAll(async () => {
  user = await portal.signedIn();
  device = await addDevice();
});

it('signs in without a name or password, and needs no second factor beside', async () => {
  const { options } = await beginSignIn();
  expect(options).toMatchObject({ rpId: 'billing.test', userVerification: 'required' });
  const browser = portal.browser();
  expect(await browser.get('POST', '/v1/sign-in/passkey', { answer: device.get(options) })).toMatchObject({
    status: 'signed_in',
    user: { mail: user.mail },
  });
  expect(await browser.get('GET', '/v1/session')).toMatchObject({ session: { method: 'passkey' } });
  expect(await browser.get('GET', '/v1/me/passkeys')).toMatchObject({ data: [{ name: 'Laptop', usedAt: expect.any(String) }] });
});

it('takes an answer once, and soon', async () => {
  const { options } = await beginSignIn();
  const answer = device.get(options);
  await portal.browser().get('POST', '/v1/sign-in/passkey', { answer });
  expect(await portal.browser().refusal('POST', '/v1/sign-in/passkey', { answer })).toBe('422 sign_in.challenge_over');
  const late = device.get((await beginSignIn()).options);
  api.current.people.machine.pass(10 * 60_000 + 1);
  expect(await portal.browser().refusal('POST', '/v1/sign-in/passkey', { answer: late })).toBe('422 sign_in.challenge_over');
  user.browser.csrfToken = null;
  user.browser.cookies.clear();
  await user.browser.get('POST', '/v1/sign-in', { mail: user.mail, password: PASSWORD });
});

it.each<[string, Behaviour, string]>([
  ['made at another site', { origin: 'https://billing.test.evil.example' }, '422 passkey.refused'],
  ['made for another name', { rpId: 'evil.example' }, '422 passkey.refused'],
  ['to another challenge', { challenge: Buffer.from('B'.repeat(43)).toString('base64url') }, '422 sign_in.challenge_over'],
  ['to no challenge', { challenge: '' }, '422 sign_in.challenge_over'],
  ['of a device that did not check its user', { verifiesUser: false }, '422 passkey.refused'],
])('refuses an answer %s', async (_name, behaviour, refusal) => {
  const { options } = await beginSignIn();
  expect(await portal.browser().refusal('POST', '/v1/sign-in/passkey', { answer: device.get(options, behaviour) })).toBe(refusal);
  expect(await portal.browser().refusal('POST', '/v1/sign-in/passkey', { answer: device.get(options) })).toMatch(
    /^(422 sign_in.challenge_over|200)/,
  );
});

it('refuses an answer of a copy, whose counter stands still', async () => {
  await portal.browser().get('POST', '/v1/sign-in/passkey', { answer: device.get((await beginSignIn()).options) });
  const copied = device.get((await beginSignIn()).options, { stale: true });
  expect(await portal.browser().refusal('POST', '/v1/sign-in/passkey', { answer: copied })).toBe('422 passkey.refused');
});

it('refuses a wrong signature, a strange device, and one of this portal at another', async () => {
  const wrong = device.get((await beginSignIn()).options);
  const other = new Authenticator(ORIGIN).get((await beginSignIn()).options);
  expect(await portal.browser().refusal('POST', '/v1/sign-in/passkey', { answer: other })).toBe('401 sign_in.refused');
  const { signature } = device.get((await beginSignIn()).options).response;
  expect(
    await portal.browser().refusal('POST', '/v1/sign-in/passkey', { answer: { ...wrong, response: { ...wrong.response, signature } } }),
  ).toBe('401 sign_in.refused');
  const elsewhere = device.get((await beginSignIn({ portal: 'south' })).options);
  expect(await portal.browser().refusal('POST', '/v1/sign-in/passkey', { answer: elsewhere })).toBe('401 sign_in.refused');
  const nowhere = device.get((await beginSignIn({ portal: 'nowhere' })).options);
  expect(await portal.browser().refusal('POST', '/v1/sign-in/passkey', { answer: nowhere })).toBe('422 sign_in.challenge_over');
});

it('adds none to somebody else, twice, or unverified', async () => {
  const { options } = await begin();
  const stranger = await portal.signedIn();
  const answer = new Authenticator(ORIGIN).create(options);
  expect(await stranger.browser.refusal('POST', '/v1/me/passkeys', { name: 'Mine', answer })).toBe('422 sign_in.challenge_over');
  const again = device.create((await begin()).options);
  expect(await user.browser.refusal('POST', '/v1/me/passkeys', { name: 'Again', answer: again })).toBe('422 passkey.refused');
  const unverified = new Authenticator(ORIGIN).create((await begin()).options, { verifiesUser: false });
  expect(await user.browser.refusal('POST', '/v1/me/passkeys', { name: 'Weak', answer: unverified })).toBe('422 passkey.refused');
  for (const clientDataJSON of ['', 'e30', 'bm8ganNvbg', 'eyJjaGFsbGVuZ2UiOjF9']) {
    const broken = { ...answer, response: { ...answer.response, clientDataJSON } };
    expect(await user.browser.refusal('POST', '/v1/me/passkeys', { name: 'Broken', answer: broken })).toBe('422 passkey.refused');
  }
});

it('removes one, which then signs nobody in; and nobody removes another’s', async () => {
  const removed = await addDevice();
  const { data } = await user.browser.get<{ data: { id: string }[] }>('GET', '/v1/me/passkeys');
  const id = data.at(-1)!.id;
  const stranger = await portal.signedIn();
  expect(await stranger.browser.refusal('DELETE', `/v1/me/passkeys/${id}`)).toBe('404 resource.not_found');
  await user.browser.get('DELETE', `/v1/me/passkeys/${id}`);
  const { options } = await beginSignIn();
  expect(await portal.browser().refusal('POST', '/v1/sign-in/passkey', { answer: removed.get(options) })).toBe('401 sign_in.refused');
});
