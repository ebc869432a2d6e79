// Signing in: by password and second factor, with the corpora of what attackers try.
import { Secret, TOTP } from 'otpauth';
import { describe, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';
import type { Browser } from '../../testing/browser.ts';
import { PASSWORD, Portal } from '../../testing/portal.ts';
import { CODE_TRIES } from './core/throttle.ts';
import { addFirstUser } from './operator.ts';

const api = withApi();
const portal = new Portal(() => api.current);
const newBrowser = () => portal.browser();
const newUser = () => portal.user();
const signedIn = () => portal.signedIn();

interface SignedIn {
  readonly status: string;
  readonly csrfToken: string;
  readonly challenge: string;
}

/** A user of the provider's who has accepted the invitation, and where he comes from: each at an address of his own. */
async function withSecondFactor() {
  const user = await signedIn();
  const { secret } = await user.browser.get<{ secret: string }>('POST', '/v1/me/second-factor');
  const codeAt = (steps: number) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: api.current.people.machine.now() + steps * 30_000 });
  const { recoveryCodes } = await user.browser.get<{ recoveryCodes: string[] }>('POST', '/v1/me/second-factor/confirm', {
    code: codeAt(0),
  });
  const challenge = async () =>
    (await newBrowser().get<SignedIn>('POST', '/v1/sign-in', { mail: user.mail, password: PASSWORD })).challenge;
  return { ...user, codeAt, recoveryCodes, challenge };
}

it('signs in by password, says who it is, and signs out', async () => {
  const { mail, browser } = await newUser();
  const answer = await browser.call('POST', '/v1/sign-in', { mail: mail.toUpperCase(), password: PASSWORD });
  expect(answer.json()).toMatchObject({ status: 'signed_in', user: { mail, name: 'Ada' } });
  expect(answer.headers['set-cookie']).toMatch(/^prorata_session=[\w-]{43}; Max-Age=604800; Path=\/v1; HttpOnly; Secure; SameSite=Lax$/);
  expect(await browser.get('GET', '/v1/session')).toMatchObject({
    user: { mail },
    seller: 'provider',
    account: null,
    impersonatedBy: null,
  });
  expect(await browser.get<{ data: unknown[] }>('GET', '/v1/accounts')).toMatchObject({ data: [{ externalId: 'south' }] });
  await browser.get('DELETE', '/v1/session');
  expect(await browser.refusal('GET', '/v1/session')).toBe('401 access.unauthenticated');
});

it('answers a wrong password, an unknown address, an unknown portal, a disabled and an invited user alike, with the same work', async () => {
  const { people, books } = api.current;
  const { mail } = await newUser();
  const { mail: shutOut, browser } = await signedIn();
  await newUser();
  const { data } = await browser.get<{ data: { id: string }[] }>('GET', `/v1/users?mail=${shutOut}`);
  const tag = (await browser.call('GET', `/v1/users/${data[0]!.id}`)).headers.etag as string;
  await browser.get('PATCH', `/v1/users/${data[0]!.id}`, { disabled: true }, { 'if-match': tag });
  await books.run((tx, seller, now) => addFirstUser(people, tx, seller, { mail: 'invited@example.org', role: 'viewer', name: '' }, now));
  const guesses = [
    { mail, password: 'not the password at all' },
    { mail: 'nobody@example.org', password: PASSWORD },
    { mail, password: PASSWORD, portal: 'no-such-portal' },
    { mail, password: PASSWORD, portal: 'south' },
    { mail: shutOut, password: PASSWORD },
    { mail: 'invited@example.org', password: PASSWORD },
  ];
  const answers = [];
  for (const guess of guesses) {
    const before = people.hasher.derivations();
    const { statusCode, headers, body } = await newBrowser().call('POST', '/v1/sign-in', guess);
    const { requestId: _own, ...problem } = JSON.parse(body) as Record<string, unknown>;
    answers.push({
      statusCode,
      length: headers['content-length'],
      cookie: headers['set-cookie'],
      problem,
      work: people.hasher.derivations() - before,
    });
  }
  for (const answer of answers) expect(answer).toEqual({ ...answers[0], statusCode: 401, work: 1, cookie: undefined });
});

it('stops looking at guesses, also at right ones, for known and unknown alike, and tells when to come back', async () => {
  const { mail } = await newUser();
  for (const [subject, ends] of [
    [mail, '429'],
    ['unknown@example.org', '429'],
  ] as const) {
    const guesser = newBrowser();
    for (let guess = 0; guess < 10; guess += 1) {
      expect(await guesser.refusal('POST', '/v1/sign-in', { mail: subject, password: `guess number ${guess}` })).toBe(
        '401 sign_in.refused',
      );
    }
    const stopped = await guesser.call('POST', '/v1/sign-in', { mail: subject, password: PASSWORD });
    expect([String(stopped.statusCode), stopped.json<{ code: string }>().code]).toEqual([ends, 'sign_in.too_many_attempts']);
    expect(Number(stopped.headers['retry-after'])).toBeGreaterThan(800);
  }
  await newBrowser().get('POST', '/v1/sign-in', { mail, password: PASSWORD });
  api.current.people.machine.pass(15 * 60_000 + 1);
  await newBrowser().get('POST', '/v1/sign-in', { mail, password: PASSWORD });
});

it('counts guesses that come at the same moment one by one', async () => {
  const { mail } = await newUser();
  const guesser = newBrowser();
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, guess) => guesser.refusal('POST', '/v1/sign-in', { mail, password: `guess number ${guess}` })),
  );
  expect(answers.filter((answer) => answer === '401 sign_in.refused')).toHaveLength(10);
  expect(answers.filter((answer) => answer === '429 sign_in.too_many_attempts')).toHaveLength(20);
});

it('counts one address that guesses at many users', async () => {
  const guesser = newBrowser();
  for (let guess = 0; guess < 100; guess += 1) {
    expect(await guesser.refusal('POST', '/v1/sign-in', { mail: `spray-${guess}@example.org`, password: PASSWORD })).toBe(
      '401 sign_in.refused',
    );
  }
  expect(await guesser.refusal('POST', '/v1/sign-in', { mail: 'another@example.org', password: PASSWORD })).toBe(
    '429 sign_in.too_many_attempts',
  );
});

it('takes no session that was planted before: signing in makes a new one and ends the old', async () => {
  const attacker = await signedIn();
  const { mail } = await newUser();
  const victim = newBrowser();
  const planted = attacker.browser.cookies.get('prorata_session')!;
  victim.cookies.set('prorata_session', planted);
  await victim.get('POST', '/v1/sign-in', { mail, password: PASSWORD });
  expect(victim.cookies.get('prorata_session')).not.toBe(planted);
  expect(await attacker.browser.refusal('GET', '/v1/session')).toBe('401 access.unauthenticated');
  const invented = newBrowser();
  invented.cookies.set('prorata_session', 'A'.repeat(43));
  await invented.get('POST', '/v1/sign-in', { mail, password: PASSWORD });
  expect(invented.cookies.get('prorata_session')).not.toBe('A'.repeat(43));
});

it('takes no cookie that was changed in any letter, cut, doubled or sent under another name', async () => {
  const { browser } = await signedIn();
  const cookie = browser.cookies.get('prorata_session')!;
  const changed = [...cookie].map((letter, at) => `${cookie.slice(0, at)}${letter === 'x' ? 'y' : 'x'}${cookie.slice(at + 1)}`);
  const forms = [
    ...changed.slice(0, -1),
    cookie.slice(1),
    `${cookie}x`,
    `"${cookie}"x`,
    cookie.toUpperCase(),
    '',
    '../../etc',
    `${cookie}%00`,
  ];
  for (const form of forms) {
    const response = await api.current.call('GET', '/v1/session', { headers: { cookie: `prorata_session=${form}` } });
    expect([form, response.statusCode]).toEqual([form, 401]);
  }
  expect((await api.current.call('GET', '/v1/session', { headers: { cookie: `session=${cookie}` } })).statusCode).toBe(401);
});

it('changes nothing for other sites: without the token, with another session’s, or from another origin', async () => {
  const { browser } = await signedIn();
  const other = await signedIn();
  const cookie = `prorata_session=${browser.cookies.get('prorata_session')}`;
  const token = browser.csrfToken!;
  const attempts: Record<string, string>[] = [
    {},
    { 'prorata-csrf-token': other.browser.csrfToken! },
    { 'prorata-csrf-token': `${token}x` },
    { 'prorata-csrf-token': token, origin: 'https://evil.example' },
    { 'prorata-csrf-token': token, origin: 'null' },
    { 'prorata-csrf-token': token, 'sec-fetch-site': 'cross-site' },
  ];
  for (const headers of attempts) {
    const response = await api.current.call('DELETE', '/v1/session', { headers: { cookie, ...headers } });
    expect([response.statusCode, response.json()]).toMatchObject([403, { code: 'access.cross_site' }]);
  }
  const evil = { 'content-type': 'application/json', origin: 'https://evil.example' };
  expect(await newBrowser().refusal('POST', '/v1/sign-in', { mail: 'a@b.c', password: 'x' }, evil)).toBe('403 access.cross_site');
  expect(
    (
      await api.current.app.inject({
        method: 'POST',
        url: '/v1/sign-in',
        payload: 'mail=a',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      })
    ).statusCode,
  ).toBe(415);
  await browser.get('GET', '/v1/session', undefined, { origin: 'https://billing.test' });
  await browser.get('DELETE', '/v1/session', undefined, { origin: 'https://billing.test' });
});

it('lists sessions, ends one, and lets unused and old ones die', async () => {
  const { mail, browser } = await signedIn();
  const elsewhere = newBrowser();
  await elsewhere.get('POST', '/v1/sign-in', { mail, password: PASSWORD }, { 'user-agent': 'Tablet' });
  const { data } = await browser.get<{ data: { id: string; agent: string; isThisOne: boolean }[] }>('GET', '/v1/sessions');
  expect(data.map(({ agent, isThisOne }) => [agent === 'Tablet', isThisOne])).toEqual([
    [true, false],
    [false, true],
  ]);
  const stranger = await signedIn();
  expect(await stranger.browser.refusal('DELETE', `/v1/sessions/${data[0]!.id}`)).toBe('404 resource.not_found');
  await browser.get('DELETE', `/v1/sessions/${data[0]!.id}`);
  expect(await elsewhere.refusal('GET', '/v1/session')).toBe('401 access.unauthenticated');
  const { machine } = api.current.people;
  for (let hours = 0; hours < 7 * 24 - 1; hours += 7) {
    expect((await browser.call('GET', '/v1/session')).statusCode).toBe(200);
    machine.pass(7 * 3_600_000);
  }
  machine.pass(3_600_000);
  expect(await browser.refusal('GET', '/v1/session')).toBe('401 access.unauthenticated');
  const idle = await signedIn();
  machine.pass(8 * 3_600_000 + 1);
  expect(await idle.browser.refusal('GET', '/v1/session')).toBe('401 access.unauthenticated');
});

it('asks for the second factor, and takes each code once', async () => {
  const { codeAt, recoveryCodes, challenge, browser } = await withSecondFactor();
  expect(recoveryCodes).toHaveLength(10);
  const replay = codeAt(0);
  expect(await newBrowser().refusal('POST', '/v1/sign-in/second-factor', { challenge: await challenge(), code: replay })).toBe(
    '422 second_factor.wrong_code',
  );
  const code = codeAt(1);
  const opened = newBrowser();
  expect(await opened.get('POST', '/v1/sign-in/second-factor', { challenge: await challenge(), code })).toMatchObject({
    status: 'signed_in',
  });
  expect(await newBrowser().refusal('POST', '/v1/sign-in/second-factor', { challenge: await challenge(), code })).toBe(
    '422 second_factor.wrong_code',
  );
  api.current.people.machine.pass(120_000);
  expect(await newBrowser().refusal('POST', '/v1/sign-in/second-factor', { challenge: await challenge(), code: codeAt(-3) })).toBe(
    '422 second_factor.wrong_code',
  );
  const both = await Promise.all(
    [await challenge(), await challenge(), await challenge()].map((one) =>
      newBrowser().call('POST', '/v1/sign-in/second-factor', { challenge: one, code: codeAt(0) }),
    ),
  );
  expect(both.map((answer) => answer.statusCode).sort()).toEqual([200, 422, 422]);
  const [first] = recoveryCodes;
  await newBrowser().get('POST', '/v1/sign-in/second-factor', { challenge: await challenge(), code: first!.toUpperCase() });
  expect(await newBrowser().refusal('POST', '/v1/sign-in/second-factor', { challenge: await challenge(), code: first })).toBe(
    '422 second_factor.wrong_code',
  );
  expect(await browser.get('GET', '/v1/me/second-factor')).toMatchObject({ recoveryCodes: 9 });
});

it('looks at five codes of a challenge, and at no challenge twice', async () => {
  const { codeAt, challenge } = await withSecondFactor();
  const one = await challenge();
  const guesser = newBrowser();
  for (let guess = 0; guess < CODE_TRIES; guess += 1) {
    expect(await guesser.refusal('POST', '/v1/sign-in/second-factor', { challenge: one, code: '000000' })).toBe(
      '422 second_factor.wrong_code',
    );
  }
  expect(await guesser.refusal('POST', '/v1/sign-in/second-factor', { challenge: one, code: codeAt(1) })).toBe(
    '422 sign_in.challenge_over',
  );
  const two = await challenge();
  api.current.people.machine.pass(11 * 60_000);
  expect(await guesser.refusal('POST', '/v1/sign-in/second-factor', { challenge: two, code: codeAt(0) })).toBe(
    '422 sign_in.challenge_over',
  );
  const three = await challenge();
  await newBrowser().get('POST', '/v1/sign-in/second-factor', { challenge: three, code: codeAt(0) });
  expect(await newBrowser().refusal('POST', '/v1/sign-in/second-factor', { challenge: three, code: codeAt(1) })).toBe(
    '422 sign_in.challenge_over',
  );
});

it('stops guessing at codes over many challenges', async () => {
  const { challenge } = await withSecondFactor();
  const guesser = newBrowser();
  const answers = [];
  for (let round = 0; round < 3; round += 1) {
    const one = await challenge();
    for (let guess = 0; guess < 4; guess += 1)
      answers.push(await guesser.refusal('POST', '/v1/sign-in/second-factor', { challenge: one, code: '000000' }));
  }
  expect(answers.filter((answer) => answer === '422 second_factor.wrong_code')).toHaveLength(10);
  expect(answers.at(-1)).toBe('429 sign_in.too_many_attempts');
});

it('changes how one signs in only shortly after one has proved who one is', async () => {
  const { mail, browser } = await signedIn();
  api.current.people.machine.pass(16 * 60_000);
  expect(await browser.refusal('PUT', '/v1/me/password', { password: 'another good long one' })).toBe('403 session.not_fresh');
  expect(await browser.refusal('POST', '/v1/me/second-factor')).toBe('403 session.not_fresh');
  expect(await browser.refusal('POST', '/v1/session/prove', { password: 'wrong' })).toBe('401 sign_in.refused');
  const before = browser.cookies.get('prorata_session');
  await browser.get('POST', '/v1/session/prove', { password: PASSWORD });
  expect(browser.cookies.get('prorata_session')).not.toBe(before);
  const elsewhere = newBrowser();
  await elsewhere.get('POST', '/v1/sign-in', { mail, password: PASSWORD });
  for (const [password, code] of [
    ['short', 'too_short'],
    ['aaaaaaaaaaaaaaaa', 'repeats'],
    [`${mail}123`, 'names_you'],
  ] as const) {
    const refused = await browser.call('PUT', '/v1/me/password', { password });
    expect(refused.json()).toMatchObject({ code: 'password.weak', parameters: { fault: code } });
  }
  await browser.get('PUT', '/v1/me/password', { password: 'another good long one' });
  expect(await elsewhere.refusal('GET', '/v1/session')).toBe('401 access.unauthenticated');
  expect(await newBrowser().refusal('POST', '/v1/sign-in', { mail, password: PASSWORD })).toBe('401 sign_in.refused');
  await newBrowser().get('POST', '/v1/sign-in', { mail, password: 'another good long one' });
});

it('removes a second factor, and replaces recovery codes', async () => {
  const { browser, recoveryCodes, challenge, mail, codeAt } = await withSecondFactor();
  expect(await browser.refusal('POST', '/v1/me/second-factor')).toBe('409 second_factor.already_set_up');
  expect(await browser.refusal('POST', '/v1/me/second-factor/confirm', { code: codeAt(1) })).toBe('409 second_factor.already_set_up');
  const renewed = await browser.get<{ recoveryCodes: string[] }>('POST', '/v1/me/second-factor/recovery-codes');
  expect(await newBrowser().refusal('POST', '/v1/sign-in/second-factor', { challenge: await challenge(), code: recoveryCodes[0] })).toBe(
    '422 second_factor.wrong_code',
  );
  await newBrowser().get('POST', '/v1/sign-in/second-factor', { challenge: await challenge(), code: renewed.recoveryCodes[0] });
  await browser.get('DELETE', '/v1/me/second-factor');
  expect(await browser.refusal('DELETE', '/v1/me/second-factor')).toBe('422 second_factor.missing');
  expect(await newBrowser().get('POST', '/v1/sign-in', { mail, password: PASSWORD })).toMatchObject({ status: 'signed_in' });
});

describe('the log', () => {
  interface Entry {
    readonly refused: string | null;
    readonly subjects: readonly string[];
    readonly actorKind: string;
    readonly address: string;
  }
  const entriesOf = async (owner: Browser, operation: string): Promise<Entry[]> =>
    (await owner.get<{ data: Entry[] }>('GET', `/v1/audit-entries?operation=${operation}&sort=-id&limit=2`)).data;

  it('says who was not let in, and never a name that nobody has', async () => {
    const { browser: owner } = await signedIn();
    const { mail, challenge } = await withSecondFactor();
    const mistyped = 'my-secret-password@example.org';
    const guesser = newBrowser();
    await guesser.refusal('POST', '/v1/sign-in', { mail, password: 'not the password' });
    await guesser.refusal('POST', '/v1/sign-in', { mail: mistyped, password: 'not the password' });
    const [unknown, known] = await entriesOf(owner, 'signIn');
    const from = { actorKind: 'nobody', address: guesser.address, refused: 'sign_in.refused' };
    expect([known, unknown]).toMatchObject([
      { ...from, subjects: [expect.stringMatching(/^usr_/)] },
      { ...from, subjects: [] },
    ]);
    await guesser.refusal('POST', '/v1/sign-in/second-factor', { challenge: await challenge(), code: '000000' });
    expect((await entriesOf(owner, 'finishSignIn'))[0]).toMatchObject({ refused: 'second_factor.wrong_code', subjects: known!.subjects });
    await owner.refusal('POST', '/v1/session/prove', { password: 'not the password' });
    expect((await entriesOf(owner, 'proveAgain'))[0]).toMatchObject({ refused: 'sign_in.refused', actorKind: 'user' });
    const { rows } = await api.current.books.database.pool.query<{ text: string }>('select e::text as text from audit_entry e');
    expect(rows.filter(({ text }) => text.includes('secret-password'))).toEqual([]);
  });

  it('grows no more than attempts are looked at', async () => {
    const { mail } = await newUser();
    const guesser = newBrowser();
    const count = async () => {
      const { rows } = await api.current.books.database.pool.query<{ count: number }>(
        'select count(*)::integer as count from audit_entry where address = $1',
        [guesser.address],
      );
      return Number(rows[0]!.count);
    };
    for (let guess = 0; guess < 15; guess += 1) await guesser.refusal('POST', '/v1/sign-in', { mail, password: `guess number ${guess}` });
    await guesser.refusal('POST', '/v1/sign-in', { mail, password: 'x' }, { origin: 'https://evil.example' });
    expect(await count()).toBe(10);
  });
});
