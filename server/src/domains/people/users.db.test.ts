// Users, roles, keys, impersonation and the audit log over the API: who may give what, and what others see of it.
import { beforeAll, describe, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';
import type { Browser } from '../../testing/browser.ts';
import { PASSWORD, Portal, type PortalUser, tokenOf } from '../../testing/portal.ts';
import { upsertAccounts } from '../accounts/index.ts';

const api = withApi();
const portal = new Portal(() => api.current);

interface UserBody {
  readonly id: string;
  readonly state: string;
  readonly roles: { role: string; account: string | null; seller: string | null }[];
}
interface Invited {
  readonly user: UserBody;
  readonly link: string | null;
}
interface Made {
  readonly key: { id: string; state: string; replacedBy: string | null; expiresAt: string | null };
  readonly secret: string;
}

let owner: PortalUser;
let administrator: PortalUser;

beforeAll(async () => {
  await api.current.books.run(async (tx, seller, now) => {
    await upsertAccounts(
      tx,
      seller,
      [
        { externalId: 'acme', name: 'Acme Ltd' },
        { externalId: 'bolt', name: 'Bolt Ltd' },
      ],
      now,
    );
  });
  owner = await portal.signedIn('owner');
  administrator = await portal.signedIn('administrator');
});

const idOf = async (browser: Browser, mail: string): Promise<string> =>
  (await browser.get<{ data: UserBody[] }>('GET', `/v1/users?mail=${mail}`)).data[0]!.id;
const tagOf = async (browser: Browser, id: string) => ({ 'if-match': String((await browser.call('GET', `/v1/users/${id}`)).headers.etag) });
const byKey = (secret: string, headers: Record<string, string> = {}) => ({ authorization: `Bearer ${secret}`, ...headers });

describe('invitations', () => {
  it('make a user who sets a password once, by a link of the configured address', async () => {
    const invited = await owner.browser.get<Invited>(
      'POST',
      '/v1/users',
      { mail: 'New@Example.org', role: 'billing' },
      { host: 'evil.example' },
    );
    expect(invited.link).toMatch(/^https:\/\/billing\.test\/invitation#[\w-]{43}$/);
    expect(invited.user).toMatchObject({
      mail: 'New@Example.org',
      state: 'invited',
      roles: [{ role: 'billing', account: null, seller: 'provider' }],
    });
    const guest = portal.browser();
    const token = tokenOf(invited.link!);
    expect(await guest.refusal('POST', '/v1/invitations/password', { token, password: 'short' })).toBe('422 password.weak');
    expect(await guest.refusal('POST', '/v1/password-reset/password', { token, password: PASSWORD })).toBe('422 link.over');
    const both = await Promise.all([1, 2].map(() => guest.call('POST', '/v1/invitations/password', { token, password: PASSWORD })));
    expect(both.map((one) => one.statusCode).sort()).toEqual([200, 422]);
    expect(await owner.browser.get('GET', `/v1/users/${invited.user.id}`)).toMatchObject({ state: 'active' });
  });

  it('grow old, and end where another is made', async () => {
    const first = await owner.browser.get<Invited>('POST', '/v1/users', { mail: 'slow@example.org', role: 'viewer' });
    const second = await owner.browser.get<Invited>('POST', '/v1/users', { mail: 'slow@example.org', role: 'viewer' });
    expect(await portal.browser().refusal('POST', '/v1/invitations/password', { token: tokenOf(first.link!), password: PASSWORD })).toBe(
      '422 link.over',
    );
    api.current.people.machine.pass(7 * 24 * 3_600_000 + 1);
    expect(await portal.browser().refusal('POST', '/v1/invitations/password', { token: tokenOf(second.link!), password: PASSWORD })).toBe(
      '422 link.over',
    );
    owner = { ...owner, browser: portal.browser() };
    await owner.browser.get('POST', '/v1/sign-in', { mail: owner.mail, password: PASSWORD });
    await administrator.browser.call('GET', '/v1/session');
    administrator = { ...administrator, browser: portal.browser() };
    await administrator.browser.get('POST', '/v1/sign-in', { mail: administrator.mail, password: PASSWORD });
  });

  it('show no link that would let the inviter in as somebody else', async () => {
    const member = await portal.member(owner.browser, 'acme');
    const again = await owner.browser.get<Invited>('POST', '/v1/users', { mail: member.mail, role: 'customer_viewer', account: 'bolt' });
    expect(again.link).toBeNull();
    expect(await owner.browser.refusal('POST', '/v1/users', { mail: member.mail, role: 'customer_viewer', account: 'bolt' })).toBe(
      '409 user.exists',
    );
    await owner.browser.get<Invited>('POST', '/v1/users', { mail: 'pending@example.org', role: 'owner' });
    const byMember = await member.browser.get<Invited>('POST', '/v1/users', { mail: 'pending@example.org', role: 'customer_viewer' });
    expect(byMember).toMatchObject({ link: null, user: { roles: [{ role: 'customer_viewer', account: 'acme' }] } });
    const byAdministrator = await administrator.browser.get<Invited>('POST', '/v1/users', { mail: 'pending@example.org', role: 'viewer' });
    expect(byAdministrator.link).toBeNull();
  });

  it.each([
    [{ mail: 'no-address', role: 'viewer' }, '422 mail.invalid'],
    [{ mail: 'a@b.example', role: 'king' }, '422 role.unknown'],
    [{ mail: 'a@b.example', role: 'customer_owner' }, '422 role.holder'],
    [{ mail: 'a@b.example', role: 'viewer', account: 'acme' }, '422 role.holder'],
    [{ mail: 'a@b.example', role: 'customer_owner', account: 'nobody' }, '404 resource.not_found'],
    [{ mail: 'a@b.example', role: 'customer_owner', account: 'secret-south' }, '404 resource.not_found'],
    [{ mail: 'a@b.example', role: 'viewer', seller: 'nowhere' }, '422 seller.unknown'],
  ])('of %j: %s', async (body, refusal) => {
    expect(await owner.browser.refusal('POST', '/v1/users', body)).toBe(refusal);
  });
});

describe('resets', () => {
  it('answer alike for known and unknown, and the letter goes by the configured address whatever Host says', async () => {
    const user = await portal.user();
    const ask = (mail: string) =>
      portal.browser().call('POST', '/v1/password-reset', { mail }, { host: 'evil.example', 'x-forwarded-host': 'evil.example' });
    const [known, unknown] = [await ask(user.mail), await ask('nobody@example.org')];
    expect([known.statusCode, known.body]).toEqual([202, unknown.body]);
    const { rows } = await api.current.books.run((tx) =>
      tx.client.query<{ payload: unknown }>(`select payload from outbox_event where kind = 'mail.requested' order by id desc limit 1`),
    );
    expect(rows[0]!.payload).toEqual({ template: 'reset', user: await idOf(owner.browser, user.mail) });
    const { rows: links } = await api.current.books.run((tx) =>
      tx.client.query<{ id: bigint; sealed: string }>(
        `select id, sealed_secret as sealed from identity.link where kind = 'reset' and used_at is null`,
      ),
    );
    const token = api.current.people.secrets.open(links[0]!.sealed, `link:${links[0]!.id}`);
    const before = portal.browser();
    await before.get('POST', '/v1/sign-in', { mail: user.mail, password: PASSWORD });
    await portal.browser().get('POST', '/v1/password-reset/password', { token, password: 'another long enough one' });
    expect(await before.refusal('GET', '/v1/session')).toBe('401 access.unauthenticated');
    expect(await portal.browser().refusal('POST', '/v1/password-reset/password', { token, password: PASSWORD })).toBe('422 link.over');
    await portal.browser().get('POST', '/v1/sign-in', { mail: user.mail, password: 'another long enough one' });
    expect(links).toHaveLength(1);
  });

  it('are counted', async () => {
    const guesser = portal.browser();
    const answers = [];
    for (let ask = 0; ask < 11; ask += 1)
      answers.push((await guesser.call('POST', '/v1/password-reset', { mail: 'x@example.org' })).statusCode);
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 202), 429]);
  });
});

describe('who may give what', () => {
  it('nobody makes or unmakes a mightier one', async () => {
    const { browser } = administrator;
    expect(await browser.refusal('POST', '/v1/users', { mail: 'x@example.org', role: 'owner' })).toBe('403 access.beyond_own');
    const id = await idOf(browser, owner.mail);
    const tag = await tagOf(browser, id);
    expect(await browser.refusal('PUT', `/v1/users/${id}/roles`, { roles: [] }, tag)).toBe('403 access.beyond_own');
    expect(await browser.refusal('PATCH', `/v1/users/${id}`, { disabled: true }, tag)).toBe('403 access.beyond_own');
    expect(await browser.refusal('POST', `/v1/users/${id}/sign-out`)).toBe('403 access.beyond_own');
    const own = await idOf(browser, administrator.mail);
    expect(await browser.refusal('PUT', `/v1/users/${own}/roles`, { roles: [{ role: 'owner' }] }, await tagOf(browser, own))).toBe(
      '403 access.beyond_own',
    );
    expect(await browser.refusal('PUT', '/v1/roles/king', { name: 'King', holders: 'staff', permissions: ['users.impersonate'] })).toBe(
      '403 access.beyond_own',
    );
    expect(await browser.refusal('POST', '/v1/keys', { name: 'King', permissions: ['sellers.delegate'] })).toBe('403 access.beyond_own');
  });

  it('a member gives roles in his account alone, and sees nobody else', async () => {
    const [acme, bolt] = [await portal.member(owner.browser, 'acme'), await portal.member(owner.browser, 'bolt')];
    const { data } = await acme.browser.get<{ data: (UserBody & { mail: string })[] }>('GET', '/v1/users?limit=200');
    for (const user of data) expect(user.roles.map((role) => role.account)).toEqual(['acme']);
    expect(data.map((user) => user.mail)).toContain(acme.mail);
    for (const url of [`/v1/users/${bolt.id}`, `/v1/users/${bolt.id}/sessions`])
      expect(await acme.browser.refusal('GET', url)).toBe('404 resource.not_found');
    const tag = { 'if-match': '*' };
    expect(await acme.browser.refusal('PUT', `/v1/users/${bolt.id}/roles`, { roles: [] }, tag)).toBe('404 resource.not_found');
    expect(await acme.browser.refusal('PATCH', `/v1/users/${bolt.id}`, { disabled: true }, tag)).toBe('404 resource.not_found');
    expect(await acme.browser.refusal('POST', `/v1/users/${bolt.id}/sign-out`)).toBe('404 resource.not_found');
    expect(await acme.browser.refusal('POST', '/v1/users', { mail: 'y@example.org', role: 'customer_viewer', account: 'bolt' })).toBe(
      '404 resource.not_found',
    );
    expect(await acme.browser.refusal('POST', '/v1/users', { mail: 'y@example.org', role: 'viewer' })).toBe('422 role.holder');
    expect(await acme.browser.refusal('GET', '/v1/audit-entries')).toBe('403 access.wrong_caller');
    expect(
      (await acme.browser.get<{ data: { holders: string }[] }>('GET', '/v1/roles')).data.every((role) => role.holders === 'member'),
    ).toBe(true);
    expect(await acme.browser.get('GET', '/v1/session', undefined, { 'prorata-account': 'acc_zzzzzzzzzzzzz' })).toMatchObject({
      permissions: [],
    });
  });

  it('a seller keeps an owner, whoever goes at the same time', async () => {
    const second = await portal.signedIn('owner');
    const { data } = await owner.browser.get<{ data: (UserBody & { mail: string })[] }>('GET', '/v1/users?limit=200');
    const owners = data.filter((user) => user.state !== 'disabled' && user.roles.some(({ role }) => role === 'owner'));
    const others = owners.filter(({ mail }) => mail !== owner.mail && mail !== second.mail);
    for (const { id } of others) await owner.browser.get('PUT', `/v1/users/${id}/roles`, { roles: [] }, await tagOf(owner.browser, id));
    const [mine, his] = [await idOf(owner.browser, owner.mail), await idOf(owner.browser, second.mail)];
    const any = { 'if-match': '*' };
    const both = await Promise.all([
      owner.browser.call('PUT', `/v1/users/${his}/roles`, { roles: [{ role: 'viewer' }] }, any),
      second.browser.call('PUT', `/v1/users/${mine}/roles`, { roles: [{ role: 'viewer' }] }, any),
    ]);
    expect(both.map((one) => one.statusCode).sort()).toEqual([200, 422]);
    const [left, leftId] = both[0]!.statusCode === 200 ? [owner, mine] : [second, his];
    expect(await left.browser.refusal('PATCH', `/v1/users/${leftId}`, { disabled: true }, any)).toBe('422 user.last_owner');
    expect(await left.browser.refusal('PUT', `/v1/users/${leftId}/roles`, { roles: [] }, any)).toBe('422 user.last_owner');
    expect(await left.browser.refusal('PATCH', `/v1/users/${leftId}`, { name: 'X' }, { 'if-match': '"stale"' })).toBe('412 edit.outdated');
    owner = left;
  });

  it('roles that a seller defines have limits, and go only when nobody has them', async () => {
    const role = {
      name: 'Junior',
      holders: 'staff',
      permissions: ['users.read', 'users.write', 'roles.read', 'roles.write', 'credits.write', 'keys.read', 'keys.write'],
      limits: { 'credits.write': { EUR: '50.00' } },
    };
    expect((await owner.browser.call('PUT', '/v1/roles/junior', role)).statusCode).toBe(201);
    expect((await owner.browser.call('PUT', '/v1/roles/junior', { ...role, name: 'Junior one' })).statusCode).toBe(200);
    const junior = await portal.signedIn('junior');
    expect(await junior.browser.refusal('PUT', '/v1/roles/more', { ...role, limits: {} })).toBe('403 access.beyond_own');
    expect(await junior.browser.refusal('PUT', '/v1/roles/junior', { ...role, limits: { 'credits.write': { EUR: '50.01' } } })).toBe(
      '403 access.beyond_own',
    );
    await junior.browser.get('PUT', '/v1/roles/less', { ...role, limits: { 'credits.write': { EUR: '49' } } });
    expect(await owner.browser.refusal('PUT', '/v1/roles/less', { ...role, holders: 'member' })).toBe('422 role.holder');
    expect(await owner.browser.refusal('PUT', '/v1/roles/bad', { ...role, permissions: ['no.such'] })).toBe('422 permission.unknown');
    expect(
      await owner.browser.refusal('PUT', '/v1/roles/bad', { ...role, holders: 'member', permissions: ['keys.write'], limits: {} }),
    ).toBe('422 permission.unknown');
    expect(await owner.browser.refusal('PUT', '/v1/roles/bad', { ...role, limits: { 'users.read': { EUR: '1' } } })).toBe('422 role.limit');
    expect(await owner.browser.refusal('PUT', '/v1/roles/owner', role)).toBe('422 role.built_in');
    expect(await owner.browser.refusal('DELETE', '/v1/roles/owner')).toBe('422 role.built_in');
    expect(await owner.browser.refusal('DELETE', '/v1/roles/junior')).toBe('409 role.in_use');
    expect(await owner.browser.refusal('DELETE', '/v1/roles/nobody')).toBe('404 resource.not_found');
    expect((await owner.browser.call('DELETE', '/v1/roles/less')).statusCode).toBe(204);
    const made = await junior.browser.get<Made>('POST', '/v1/keys', { name: 'J', permissions: ['credits.write'] });
    expect(made.key).toMatchObject({ limits: { 'credits.write': { EUR: '50.00' } } });
  });
});

describe('acting as a customer’s user', () => {
  it('is seen in the session and in the log, touches no sign-in, and ends', async () => {
    const support = await portal.signedIn('support');
    const member = await portal.member(owner.browser, 'acme');
    const before = support.browser.cookies.get('prorata_session');
    const supporter = await idOf(owner.browser, support.mail);
    await support.browser.get('POST', `/v1/users/${member.id}/impersonate`);
    expect(support.browser.cookies.get('prorata_session')).not.toBe(before);
    expect(await support.browser.get('GET', '/v1/session')).toMatchObject({
      user: { id: member.id },
      impersonatedBy: supporter,
      session: { impersonatedBy: supporter },
    });
    const attempts = [
      ['PUT', '/v1/me/password', { password: PASSWORD }],
      ['POST', '/v1/me/second-factor'],
      ['POST', '/v1/me/passkeys/options'],
      ['POST', '/v1/session/prove', { password: PASSWORD }],
    ] as const;
    for (const [method, url, body] of attempts)
      expect([url, await support.browser.refusal(method, url, body)]).toEqual([url, '403 impersonation.forbidden']);
    expect(await support.browser.refusal('POST', '/v1/users', { mail: 'z@example.org', role: 'customer_viewer' })).toBe(
      '403 access.denied',
    );
    expect(await support.browser.refusal('POST', `/v1/users/${member.id}/impersonate`)).toBe('403 access.wrong_caller');
    const { data: sessions } = await member.browser.get<{ data: { id: string; impersonatedBy: string | null }[] }>('GET', '/v1/sessions');
    expect(sessions.filter((one) => one.impersonatedBy === supporter)).toHaveLength(1);
    const own = sessions.find((one) => one.impersonatedBy === null)!;
    expect(await support.browser.refusal('DELETE', `/v1/sessions/${own.id}`)).toBe('404 resource.not_found');
    const account = await support.browser.call('GET', '/v1/accounts/acme');
    await support.browser.get('PATCH', '/v1/accounts/acme', { purchaseOrder: 'PO-1' }, { 'if-match': String(account.headers.etag) });
    const log = await owner.browser.get<{ data: unknown[] }>('GET', `/v1/audit-entries?actor=${supporter}&sort=-id&limit=1`);
    expect(log.data[0]).toMatchObject({
      actor: member.id,
      impersonatedBy: supporter,
      operation: 'changeAccount',
      changes: [{ changes: { purchaseOrder: [null, 'PO-1'] } }],
    });
    await support.browser.get('POST', '/v1/session/stop-impersonating');
    expect(await support.browser.get('GET', '/v1/session')).toMatchObject({ impersonatedBy: null, user: { mail: support.mail } });
    expect(await support.browser.refusal('POST', '/v1/session/stop-impersonating')).toBe('403 impersonation.customers_only');
  });

  it('reaches no staff, nobody of another seller, and lasts an hour at most', async () => {
    const support = await portal.signedIn('support');
    const member = await portal.member(owner.browser, 'acme');
    const staff = await idOf(owner.browser, owner.mail);
    expect(await support.browser.refusal('POST', `/v1/users/${staff}/impersonate`)).toBe('403 impersonation.customers_only');
    expect(await support.browser.refusal('POST', '/v1/users/usr_0000000000000/impersonate')).toBe('404 resource.not_found');
    const key = await owner.browser.get<Made>('POST', '/v1/keys', { name: 'I', permissions: ['users.impersonate'] });
    expect(await portal.browser().refusal('POST', `/v1/users/${member.id}/impersonate`, undefined, byKey(key.secret))).toBe(
      '403 access.people_only',
    );
    await support.browser.get('POST', `/v1/users/${member.id}/impersonate`);
    const disguise = support.browser.cookies.get('prorata_session')!;
    await owner.browser.get('POST', `/v1/users/${await idOf(owner.browser, support.mail)}/sign-out`);
    const left = portal.browser();
    left.cookies.set('prorata_session', disguise);
    expect(await left.refusal('GET', '/v1/session')).toBe('401 access.unauthenticated');
    const other = await portal.signedIn('support');
    await other.browser.get('POST', `/v1/users/${member.id}/impersonate`);
    api.current.people.machine.pass(3_600_001);
    expect(await other.browser.refusal('GET', '/v1/session')).toBe('401 access.unauthenticated');
  });
});

describe('the audit log', () => {
  it('tells who, what, from where, before and after, never a secret, and is found by its filters', async () => {
    const made = await owner.browser.get<Made>('POST', '/v1/keys', { name: 'Audited', permissions: ['accounts.read'] });
    const { data } = await owner.browser.get<{ data: Record<string, unknown>[] }>('GET', `/v1/audit-entries?subject=${made.key.id}`);
    expect(data).toMatchObject([
      {
        operation: 'makeKey',
        actorKind: 'user',
        address: owner.browser.address,
        changes: [{ subject: made.key.id, changes: { '.': [null, { name: 'Audited' }] } }],
      },
    ]);
    const all = await owner.browser.call('GET', '/v1/audit-entries?limit=200');
    expect(all.body).not.toContain(PASSWORD);
    expect(all.body).not.toMatch(/prk_|scrypt/);
    const signIns = await owner.browser.get<{ data: unknown[] }>('GET', '/v1/audit-entries?operation=signIn&limit=1');
    expect(signIns.data[0]).toMatchObject({ actorKind: 'nobody', actor: null, subjects: [expect.stringMatching(/^usr_/)] });
    expect(await owner.browser.get('GET', '/v1/audit-entries?from=2020-01-01T00:00:00Z&until=2020-01-02T00:00:00Z')).toMatchObject({
      data: [],
    });
    expect(await owner.browser.refusal('GET', '/v1/audit-entries?from=yesterday')).toBe('400 request.instant');
  });
});
