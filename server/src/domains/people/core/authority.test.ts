// What people may do where, as tables of cases: roles along the tree of sellers, limits, and what may be passed on.
import { describe, expect, it } from 'vitest';
import { parseDecimal } from '../../../kernel/money/decimal.ts';
import { decidePassingOn, type Grant, memberAuthority, permissionsOfKey, staffAuthority } from './authority.ts';
import { findPermission, memberPermissions, permissions, staffPermissions } from './permissions.ts';
import { builtInRoles, findBuiltInRole, type Role } from './role.ts';
import { decideLimit, faultInLimits, type Limits, widerLimits } from './staff-limits.ts';

const [PROVIDER, NORTH, NORTH_SHOP, SOUTH] = [1n, 2n, 3n, 4n];
const lineages: Record<string, readonly bigint[]> = {
  provider: [PROVIDER],
  north: [NORTH, PROVIDER],
  shop: [NORTH_SHOP, NORTH, PROVIDER],
  south: [SOUTH, PROVIDER],
};
const at = (sellerId: bigint, key: string, accountId: bigint | null = null): Grant => ({
  sellerId,
  accountId,
  role: findBuiltInRole(key)!,
});
const limited = (held: readonly string[], limits: Limits): Role => ({
  key: 'own',
  name: 'Own',
  holders: 'staff',
  permissions: held,
  limits,
});

describe('in the tree of sellers', () => {
  it.each([
    ['the owner acts at home', [at(PROVIDER, 'owner')], 'provider', 'all'],
    ['the owner acts in a seller below, delegated', [at(PROVIDER, 'owner')], 'north', 'delegable'],
    ['and in one below that', [at(PROVIDER, 'owner')], 'shop', 'delegable'],
    ['a reseller acts in his own below', [at(NORTH, 'owner')], 'shop', 'delegable'],
    ['but not above', [at(NORTH, 'owner')], 'provider', 'nothing'],
    ['nor beside', [at(NORTH, 'owner')], 'south', 'nothing'],
    ['somebody without sellers.delegate stays at home', [at(PROVIDER, 'billing')], 'north', 'nothing'],
    ['unless he has a role there', [at(PROVIDER, 'billing'), at(NORTH, 'viewer')], 'north', 'viewer'],
    ['a role there does not reach further down', [at(PROVIDER, 'billing'), at(NORTH, 'viewer')], 'shop', 'nothing'],
    ['the nearest seller above decides', [at(PROVIDER, 'owner'), at(NORTH, 'viewer')], 'shop', 'delegable'],
    ['a customer is nobody among staff', [at(PROVIDER, 'customer_owner', 7n)], 'provider', 'nothing'],
    ['a staff role in an account gives nothing', [at(PROVIDER, 'owner', 7n)], 'provider', 'nothing'],
    ['without roles there is nothing', [], 'provider', 'nothing'],
  ] as const)('%s', (_name, grants, where, expected) => {
    const found = staffAuthority(grants, lineages[where]!);
    const sets: Record<string, readonly string[] | undefined> = {
      all: staffPermissions,
      delegable: permissions.filter(({ delegable }) => delegable).map(({ name }) => name),
      viewer: findBuiltInRole('viewer')!.permissions,
      nothing: undefined,
    };
    expect(found?.permissions).toEqual(sets[expected] === undefined ? undefined : [...sets[expected]].sort());
    expect(found?.delegatedFrom ?? null).toBe(
      expected !== 'delegable' ? null : where === 'shop' && grants[0]!.sellerId === NORTH ? NORTH : PROVIDER,
    );
  });

  it('gives a member his account and no other', () => {
    const grants = [at(NORTH, 'customer_viewer', 7n), at(NORTH, 'customer_owner', 8n)];
    expect(memberAuthority(grants, NORTH, 7n)).toMatchObject({
      accountId: 7n,
      permissions: findBuiltInRole('customer_viewer')!.permissions,
    });
    expect(memberAuthority(grants, NORTH, 9n)).toBeNull();
    expect(memberAuthority(grants, SOUTH, 7n)).toBeNull();
    expect(memberAuthority([at(NORTH, 'owner', 7n)], NORTH, 7n)).toBeNull();
  });
});

describe('the lists', () => {
  it('name each permission once, in order, with what it means', () => {
    expect(staffPermissions).toEqual([...new Set(staffPermissions)].sort());
    for (const { name, meaning } of permissions)
      expect([name, meaning]).toEqual([expect.stringMatching(/^[a-z_]+\.[a-z]+$/), expect.stringMatching(/^[a-z].{5,}/)]);
    expect(findPermission('accounts.fly')).toBeNull();
  });

  it('give customers only what customers can hold, and never the own ones', () => {
    for (const role of builtInRoles.filter(({ holders }) => holders === 'member')) {
      for (const name of role.permissions) expect([role.key, name, memberPermissions.includes(name)]).toEqual([role.key, name, true]);
    }
    expect(memberPermissions.filter((name) => findPermission(name)?.delegable === false)).toEqual([]);
  });

  it('cut a key down to what its holder can have', () => {
    expect(permissionsOfKey(['invoices.read', 'keys.write', 'no.such'], 'member')).toEqual(['invoices.read']);
    expect(permissionsOfKey(['invoices.read', 'keys.write', 'no.such'], 'staff')).toEqual(['invoices.read', 'keys.write']);
  });
});

const CREDITS = 'credits.write';
const upTo = (EUR: string): Limits => ({ [CREDITS]: { EUR } });

describe('limits', () => {
  it.each([
    [{}, 'EUR', '1000000', true],
    [upTo('50.00'), 'EUR', '50', true],
    [upTo('50.00'), 'EUR', '50.000001', false],
    [upTo('50.00'), 'EUR', '-50.01', false],
    [upTo('50.00'), 'USD', '0.01', false],
    [upTo('50.00'), 'USD', '0', true],
    [{ 'discounts.write': { percent: '10' } }, 'EUR', '99', true],
  ] as const)('%j with %s %s: %s', (limits, unit, value, allowed) => {
    expect(decideLimit(limits, CREDITS, unit, parseDecimal(value)!).allowed).toBe(allowed);
  });

  it.each([
    ['the wider of two counts', upTo('50'), upTo('200'), [CREDITS], [CREDITS], upTo('200')],
    ['a role without a limit lifts it', upTo('50'), {}, [CREDITS], [CREDITS], {}],
    ['a role without the permission does not', upTo('50'), {}, [CREDITS], [], upTo('50')],
    ['also the other way round', {}, upTo('50'), [], [CREDITS], upTo('50')],
    ['each currency by itself', upTo('50'), { [CREDITS]: { USD: '9' } }, [CREDITS], [CREDITS], { [CREDITS]: { EUR: '50', USD: '9' } }],
  ] as const)('%s', (_name, a, b, heldA, heldB, expected) => {
    expect(widerLimits({ permissions: heldA, limits: a }, { permissions: heldB, limits: b })).toEqual(expected);
  });

  it.each([
    [upTo('50'), [CREDITS], null],
    [upTo('-1'), [CREDITS], 'not an amount'],
    [upTo('NaN'), [CREDITS], 'not an amount'],
    [upTo('1e9'), [CREDITS], 'not an amount'],
    [{ [CREDITS]: { percent: '5' } }, [CREDITS], 'not limited by percent'],
    [{ [CREDITS]: { eur: '5' } }, [CREDITS], 'not limited by eur'],
    [{ 'invoices.read': { EUR: '5' } }, ['invoices.read'], 'cannot be limited'],
    [JSON.parse('{"__proto__": {"EUR": "5"}}') as Limits, [CREDITS], 'cannot be limited'],
    [{ constructor: { EUR: '5' } } as unknown as Limits, [CREDITS], 'cannot be limited'],
    [upTo('50'), [], 'does not have'],
  ] as const)('%j of a role with %j: %s', (limits, held, fault) => {
    const found = faultInLimits(limits, held);
    expect(found).toEqual(fault === null ? null : expect.stringContaining(fault));
  });
});

describe('passing on', () => {
  it.each([
    ['what one has', limited(['a.b', CREDITS], {}), limited(['a.b'], {}), true],
    ['what one does not have', limited([CREDITS], {}), limited(['a.b'], {}), false],
    ['without a limit what one has with one', limited([CREDITS], upTo('50')), limited([CREDITS], {}), false],
    ['more widely', limited([CREDITS], upTo('50')), limited([CREDITS], upTo('50.01')), false],
    ['in another currency', limited([CREDITS], upTo('50')), limited([CREDITS], { [CREDITS]: { USD: '1' } }), false],
    ['as widely', limited([CREDITS], upTo('50')), limited([CREDITS], upTo('50')), true],
    ['more narrowly', limited([CREDITS], {}), limited([CREDITS], upTo('50')), true],
    ['nothing', limited([], {}), limited([], {}), true],
  ])('%s', (_name, own, given, allowed) => {
    expect(decidePassingOn(own, given).allowed).toBe(allowed);
  });
});
