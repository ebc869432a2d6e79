// API keys over the API, and acting in sellers below: what works, what is shown of it, and when it ends.
import { beforeAll, describe, expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';
import type { Browser } from '../../testing/browser.ts';
import { Portal, type PortalUser } from '../../testing/portal.ts';
import { upsertAccounts } from '../accounts/index.ts';

const api = withApi();
const portal = new Portal(() => api.current);

interface Made {
  readonly key: { id: string; state: string; replacedBy: string | null; expiresAt: string | null };
  readonly secret: string;
}

let owner: PortalUser;
let administrator: PortalUser;

beforeAll(async () => {
  await api.current.books.run((tx, seller, now) => upsertAccounts(tx, seller, [{ externalId: 'acme', name: 'Acme Ltd' }], now));
  owner = await portal.signedIn('owner');
  administrator = await portal.signedIn('administrator');
});

const idOf = async (browser: Browser, mail: string): Promise<string> =>
  (await browser.get<{ data: { id: string }[] }>('GET', `/v1/users?mail=${mail}`)).data[0]!.id;
const tagOf = async (browser: Browser, id: string) => ({ 'if-match': String((await browser.call('GET', `/v1/users/${id}`)).headers.etag) });
const byKey = (secret: string, headers: Record<string, string> = {}) => ({ authorization: `Bearer ${secret}`, ...headers });

describe('API keys', () => {
  it('work, are listed without their secrets, and end', async () => {
    const made = await owner.browser.get<Made>('POST', '/v1/keys', { name: 'Panel', permissions: ['accounts.read'] });
    expect(made.secret).toMatch(/^prk_[\w-]{43}$/);
    const caller = portal.browser();
    expect(await caller.get('GET', '/v1/accounts', undefined, byKey(made.secret))).toMatchObject({ nextCursor: null });
    expect(await caller.refusal('GET', '/v1/users', undefined, byKey(made.secret))).toBe('403 access.denied');
    expect(await caller.refusal('GET', '/v1/session', undefined, byKey(made.secret))).toBe('403 access.people_only');
    const list = await owner.browser.call('GET', '/v1/keys?sort=-createdAt');
    expect(list.body).not.toContain(made.secret.slice(4, 30));
    expect(list.json<{ data: { id: string; usedAt: string | null }[] }>().data[0]).toMatchObject({
      id: made.key.id,
      usedAt: expect.any(String),
      hint: made.secret.slice(-4),
    });
    for (const wrong of [
      '',
      'Bearer',
      'Bearer prk_',
      `Bearer ${made.secret}x`,
      `Bearer ${made.secret.slice(0, -1)}${made.secret.endsWith('A') ? 'B' : 'A'}`,
      `Basic ${made.secret}`,
      made.secret,
    ]) {
      expect([wrong, (await api.current.call('GET', '/v1/accounts', { headers: { authorization: wrong } })).statusCode]).toEqual([
        wrong,
        401,
      ]);
    }
    expect(await owner.browser.get('DELETE', `/v1/keys/${made.key.id}`)).toMatchObject({ state: 'revoked' });
    expect(await owner.browser.get('DELETE', `/v1/keys/${made.key.id}`)).toMatchObject({ state: 'revoked' });
    expect(await caller.refusal('GET', '/v1/accounts', undefined, byKey(made.secret))).toBe('401 access.unauthenticated');
    expect(await owner.browser.refusal('POST', `/v1/keys/${made.key.id}/replace`, {})).toBe('422 key.over');
    expect(await owner.browser.refusal('DELETE', '/v1/keys/key_0000000000000')).toBe('404 resource.not_found');
  });

  it('expire, and are replaced with an overlap', async () => {
    const { machine } = api.current.people;
    const inAnHour = new Date(machine.now() + 3_600_000).toISOString();
    const made = await owner.browser.get<Made>('POST', '/v1/keys', { name: 'Short', permissions: ['accounts.read'], expiresAt: inAnHour });
    const next = await owner.browser.get<Made>('POST', `/v1/keys/${made.key.id}/replace`, { overlapSeconds: 600, expiresAt: null });
    expect(await owner.browser.get('GET', `/v1/keys/${made.key.id}`)).toMatchObject({ replacedBy: next.key.id, state: 'active' });
    const works = async (secret: string) => (await portal.browser().call('GET', '/v1/accounts', undefined, byKey(secret))).statusCode;
    expect([await works(made.secret), await works(next.secret)]).toEqual([200, 200]);
    machine.pass(600_001);
    expect([await works(made.secret), await works(next.secret)]).toEqual([401, 200]);
    expect(await owner.browser.refusal('POST', '/v1/keys', { name: 'Past', permissions: [], expiresAt: '2020-01-01T00:00:00Z' })).toBe(
      '422 key.expiry',
    );
    expect(await owner.browser.refusal('POST', '/v1/keys', { name: 'Odd', permissions: [], expiresAt: 'soon' })).toBe('422 key.expiry');
  });

  it('of an account see it alone and hold only what customers can', async () => {
    const made = await owner.browser.get<Made>('POST', '/v1/keys', { name: 'Acme', permissions: ['accounts.read'], account: 'acme' });
    const { data } = await portal.browser().get<{ data: { externalId: string }[] }>('GET', '/v1/accounts', undefined, byKey(made.secret));
    expect(data.map((account) => account.externalId)).toEqual(['acme']);
    expect(await owner.browser.refusal('POST', '/v1/keys', { name: 'Acme', permissions: ['audit.read'], account: 'acme' })).toBe(
      '422 permission.unknown',
    );
    expect(await owner.browser.refusal('POST', '/v1/keys', { name: 'No', permissions: [], account: 'secret-south' })).toBe(
      '404 resource.not_found',
    );
  });
});

describe('delegation', () => {
  it('acts in a seller below only with sellers.delegate, and says so in the log', async () => {
    const [may, mayNot] = [
      await owner.browser.get<Made>('POST', '/v1/keys', {
        name: 'D',
        permissions: ['accounts.read', 'sellers.delegate', 'keys.write', 'users.read', 'users.write', 'audit.read'],
      }),
      await owner.browser.get<Made>('POST', '/v1/keys', { name: 'N', permissions: ['accounts.read'] }),
    ];
    const caller = portal.browser();
    const south = { 'prorata-seller': 'south' };
    expect(await caller.get('GET', '/v1/accounts', undefined, byKey(may.secret, south))).toMatchObject({
      data: [{ externalId: 'secret-south' }],
    });
    expect(await caller.refusal('GET', '/v1/accounts', undefined, byKey(mayNot.secret, south))).toBe('404 resource.not_found');
    expect(await caller.refusal('GET', '/v1/accounts', undefined, byKey(may.secret, { 'prorata-seller': 'nowhere' }))).toBe(
      '404 resource.not_found',
    );
    expect(await caller.refusal('POST', '/v1/keys', { name: 'X', permissions: [] }, byKey(may.secret, south))).toBe('403 access.denied');
    expect(await owner.browser.get('GET', '/v1/session', undefined, south)).toMatchObject({ seller: 'south', delegatedFrom: 'provider' });
    expect(await administrator.browser.refusal('GET', '/v1/accounts', undefined, south)).toBe('404 resource.not_found');
    const invited = await caller
      .get('POST', '/v1/users', { mail: 'sol@example.org', role: 'customer_owner', account: 'secret-south' }, byKey(may.secret, south))
      .catch((error: Error) => error.message);
    expect(invited).toContain('access.beyond_own');
    await owner.browser.get('POST', '/v1/users', { mail: 'sol@example.org', role: 'viewer' }, south);
    const log = await owner.browser.get<{ data: unknown[] }>('GET', '/v1/audit-entries?sort=-id&limit=1', undefined, south);
    expect(log.data[0]).toMatchObject({ operation: 'inviteUser', delegatedFrom: 'provider', actorKind: 'user' });
    expect(await owner.browser.get('GET', '/v1/users?mail=sol@example.org')).toMatchObject({ data: [] });
  });

  it('gives somebody a role in one seller below', async () => {
    const helper = await portal.signedIn('viewer');
    const id = await idOf(owner.browser, helper.mail);
    await owner.browser.get(
      'PUT',
      `/v1/users/${id}/roles`,
      { roles: [{ role: 'viewer', seller: 'south' }] },
      await tagOf(owner.browser, id),
    );
    const south = { 'prorata-seller': 'south' };
    expect(await helper.browser.get('GET', '/v1/accounts', undefined, south)).toMatchObject({ data: [{ externalId: 'secret-south' }] });
    expect(await helper.browser.refusal('GET', '/v1/accounts')).toBe('403 access.denied');
  });
});
