// Test support: everybody who may knock at the API, seen from one reseller: his people by role and by permission, his customers, and strangers.
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { builtInRoles } from '../domains/people/core/role.ts';
import { permissions, staffPermissions } from '../domains/people/index.ts';
import type { TestApi } from './open-test-api.ts';
import { Portal } from './portal.ts';
import type { Furnished } from './tenants.ts';

export interface Principal {
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  /** What the rule needs to know of him. */
  readonly standing: {
    /** False: he has not said who he is, or not so that it counts. */
    readonly isKnown: boolean;
    /** Works for the reseller that the test is about, by whatever right. */
    readonly isHere: boolean;
    /** False: he asks to act for a seller for whom he may not. */
    readonly mayActThere: boolean;
    /** A customer's; of the first or the second account. */
    readonly member: 'own' | 'other' | null;
    readonly permissions: ReadonlySet<string>;
    /** A person with a session, not a key. */
    readonly isPerson: boolean;
  };
}

const memberPermissions = permissions.filter(({ holders }) => holders === 'both').map(({ name }) => name);
const nobody = { isKnown: false, isHere: false, mayActThere: true, member: null, permissions: new Set<string>(), isPerson: false };

export class Principals {
  private readonly api: TestApi;
  private readonly tenant: Furnished;
  private readonly portal: Portal;

  constructor(api: TestApi, tenant: Furnished) {
    this.api = api;
    this.tenant = tenant;
    this.portal = new Portal(() => api);
  }

  /** Those who are the same at every route. */
  async list(): Promise<Principal[]> {
    const roles = await Promise.all(
      builtInRoles.map((role) => this.here(`role ${role.key}`, role.permissions, role.holders === 'member' ? 'own' : null)),
    );
    return [
      { name: 'nobody', headers: {}, standing: nobody },
      { name: 'wrong key', headers: { authorization: `Bearer prk_${'x'.repeat(43)}` }, standing: nobody },
      { name: 'malformed key', headers: { authorization: 'Basic YTpi' }, standing: nobody },
      await this.deadKey('expired key', 'expire'),
      await this.deadKey('revoked key', 'revoke'),
      ...roles,
      await this.realKey(),
      await this.here('member', memberPermissions, 'own'),
      await this.here('member of the other account', memberPermissions, 'other'),
      await this.stranger('other seller', 'canary'),
      await this.stranger('parent', 'provider'),
      await this.stranger('child', 'amber-child'),
      await this.delegated('parent who may act here', ['sellers.delegate', ...staffPermissions]),
      await this.delegated(
        'parent who may not act here',
        staffPermissions.filter((name) => name !== 'sellers.delegate'),
      ),
      await this.childActingAbove(),
    ];
  }

  /** Somebody of this reseller with these permissions. */
  async here(name: string, held: readonly string[], member: 'own' | 'other' | null = null): Promise<Principal> {
    const { mark } = this.tenant;
    const account = member === null ? {} : { account: `${mark}-${member === 'own' ? 'one' : 'two'}` };
    const token = await this.api.token({ seller: mark, permissions: held, ...account });
    const standing = { isKnown: true, isHere: true, mayActThere: true, member, permissions: new Set(held), isPerson: false };
    return { name, headers: { authorization: `Bearer ${token}` }, standing };
  }

  private async stranger(name: string, seller: string): Promise<Principal> {
    const token = await this.api.token({ seller, permissions: staffPermissions });
    const standing = {
      isKnown: true,
      isHere: false,
      mayActThere: true,
      member: null,
      permissions: new Set(staffPermissions),
      isPerson: false,
    };
    return { name, headers: { authorization: `Bearer ${token}` }, standing };
  }

  private async makeKey(seller: string, held: readonly string[], more: object = {}): Promise<{ id: string; secret: string }> {
    const call = await this.api.as({ seller, permissions: staffPermissions });
    const made = await call('POST', '/v1/keys', { body: { name: 'Test', permissions: held, ...more } });
    const { key, secret } = made.json<{ key: { id: string }; secret: string }>();
    return { id: key.id, secret };
  }

  private async realKey(): Promise<Principal> {
    const held = ['accounts.read', 'invoices.read'];
    const { secret } = await this.makeKey(this.tenant.mark, held);
    const standing = { isKnown: true, isHere: true, mayActThere: true, member: null, permissions: new Set(held), isPerson: false };
    return { name: 'key with a scope', headers: { authorization: `Bearer ${secret}` }, standing };
  }

  private async deadKey(name: string, how: 'expire' | 'revoke'): Promise<Principal> {
    const expiresAt = new Date(this.api.people.machine.now() + 60_000).toISOString();
    const { id, secret } = await this.makeKey(this.tenant.mark, staffPermissions, how === 'expire' ? { expiresAt } : {});
    const call = await this.api.as({ seller: this.tenant.mark, permissions: staffPermissions });
    if (how === 'revoke') await call('DELETE', `/v1/keys/${id}`);
    else this.api.people.machine.pass(61_000);
    return { name, headers: { authorization: `Bearer ${secret}` }, standing: nobody };
  }

  private async delegated(name: string, held: readonly string[]): Promise<Principal> {
    const { secret } = await this.makeKey('provider', held);
    const usable = permissions.filter((one) => one.delegable && held.includes(one.name)).map((one) => one.name);
    const mayAct = held.includes('sellers.delegate');
    const standing = {
      isKnown: true,
      isHere: mayAct,
      mayActThere: mayAct,
      member: null,
      permissions: new Set(mayAct ? usable : []),
      isPerson: false,
    };
    return { name, headers: { authorization: `Bearer ${secret}`, 'prorata-seller': this.tenant.mark }, standing };
  }

  private async childActingAbove(): Promise<Principal> {
    const { secret } = await this.makeKey('amber-child', staffPermissions);
    const standing = { isKnown: true, isHere: false, mayActThere: false, member: null, permissions: new Set<string>(), isPerson: false };
    return {
      name: 'child who wants to act here',
      headers: { authorization: `Bearer ${secret}`, 'prorata-seller': this.tenant.mark },
      standing,
    };
  }

  /** The provider's owner by his session, newly signed in: at home he is a stranger here. */
  async people(): Promise<Principal[]> {
    const [atHome, acting] = [await this.signedIn(), await this.signedIn()];
    const usable = permissions.filter((one) => one.delegable).map((one) => one.name);
    const standing = {
      isKnown: true,
      isHere: false,
      mayActThere: true,
      member: null,
      permissions: new Set(staffPermissions),
      isPerson: true,
    };
    return [
      { name: 'person of the parent', headers: atHome, standing },
      {
        name: 'person of the parent who acts here',
        headers: { ...acting, 'prorata-seller': this.tenant.mark },
        standing: { ...standing, isHere: true, permissions: new Set(usable) },
      },
    ];
  }

  private async signedIn(): Promise<Record<string, string>> {
    const { browser } = await this.portal.signedIn('owner');
    const cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return { cookie, 'prorata-csrf-token': browser.csrfToken ?? '' };
  }
}

export async function send(
  app: FastifyInstance,
  method: string,
  url: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Promise<LightMyRequestResponse> {
  const content = body === undefined ? {} : { payload: JSON.stringify(body) };
  const type = body === undefined ? {} : { 'content-type': 'application/json' };
  return app.inject({ method: method as 'GET', url, headers: { ...type, ...headers }, ...content });
}
