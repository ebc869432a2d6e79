// All SQL of users, their roles and the roles that sellers define. Every statement names the portal's seller: these tables are read by the engine too.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import type { CursorRow, pageSql, SortColumn } from '../../platform/http/paging.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { reserveIdentities } from '../accounts/index.ts';
import type { Grant } from './core/authority.ts';
import { findBuiltInRole, type Role } from './core/role.ts';
import type { Limits } from './core/staff-limits.ts';
import { findAccountId } from './place-store.ts';

export interface User {
  readonly sellerId: bigint;
  readonly id: bigint;
  readonly mail: string;
  readonly name: string;
  readonly language: string | null;
  readonly createdAt: number;
  readonly readyAt: number | null;
  readonly disabledAt: number | null;
}

const USER = `seller_id as "sellerId", id, mail, name, language, created_at as "createdAt", ready_at as "readyAt", disabled_at as "disabledAt"`;

/** Mail addresses are compared without regard to case: two users that differ in it alone would be a trap. */
export const mailKey = (mail: string): string => mail.trim().normalize('NFKC').toLowerCase();

export async function findUserByMail(tx: Transaction, sellerId: bigint, mail: string): Promise<User | null> {
  const { rows } = await tx.client.query<User>(`select ${USER} from identity.portal_user where seller_id = $1 and mail_key = $2`, [
    sellerId,
    mailKey(mail),
  ]);
  return rows[0] ?? null;
}

export async function findUser(tx: Transaction, sellerId: bigint, id: bigint): Promise<User | null> {
  const { rows } = await tx.client.query<User>(`select ${USER} from identity.portal_user where seller_id = $1 and id = $2`, [sellerId, id]);
  return rows[0] ?? null;
}

/** Holds off everybody else who would change the user. */
export async function lockUser(tx: Transaction, sellerId: bigint, id: bigint): Promise<User | null> {
  const { rows } = await tx.client.query<User>(`select ${USER} from identity.portal_user where seller_id = $1 and id = $2 for update`, [
    sellerId,
    id,
  ]);
  return rows[0] ?? null;
}

/** Null when somebody else has made it meanwhile. */
export async function insertUser(
  tx: Transaction,
  user: { readonly sellerId: bigint; readonly mail: string; readonly name: string; readonly language: string | null; readonly now: number },
): Promise<User | null> {
  const nextId = await reserveIdentities(tx, 1);
  const { rows } = await tx.client.query<User>(
    `insert into identity.portal_user (seller_id, id, mail, mail_key, name, language, created_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (mail_key, seller_id) do nothing returning ${USER}`,
    [user.sellerId, nextId(), user.mail.trim(), mailKey(user.mail), user.name, user.language, formatInstant(user.now)],
  );
  return rows[0] ?? null;
}

export async function updateUser(
  tx: Transaction,
  user: User,
  change: {
    readonly name?: string | undefined;
    readonly language?: string | null | undefined;
    readonly disabledAt?: number | null | undefined;
  },
): Promise<User> {
  const after = {
    name: change.name ?? user.name,
    language: change.language === undefined ? user.language : change.language,
    disabledAt: change.disabledAt === undefined ? user.disabledAt : change.disabledAt,
  };
  await tx.client.query('update identity.portal_user set name = $3, language = $4, disabled_at = $5 where seller_id = $1 and id = $2', [
    user.sellerId,
    user.id,
    after.name,
    after.language,
    after.disabledAt === null ? null : formatInstant(after.disabledAt),
  ]);
  return { ...user, ...after };
}

export async function markReady(tx: Transaction, user: Pick<User, 'sellerId' | 'id'>, now: number): Promise<void> {
  await tx.client.query('update identity.portal_user set ready_at = coalesce(ready_at, $3) where seller_id = $1 and id = $2', [
    user.sellerId,
    user.id,
    formatInstant(now),
  ]);
}

export const userColumns = {
  mail: { sql: 'u.mail_key', type: 'text' },
  createdAt: { sql: 'u.created_at', type: 'timestamptz' },
} as const satisfies Record<string, SortColumn>;

/** Behind the walls, which leave a customer the users of his account. */
/** A search that finds more than so many says too little. */
const SEARCHED_AT_MOST = 1000;

export async function listUsers(
  tx: Transaction,
  sellerId: bigint,
  filter: { readonly account?: string | undefined; readonly mail?: string | undefined; readonly search?: string | undefined },
  page: ReturnType<typeof pageSql>,
): Promise<(User & CursorRow)[]> {
  const { rows } = await tx.client.query<User & CursorRow>(
    `select u.seller_id as "sellerId", u.id, u.mail, u.name, u.language, u.created_at as "createdAt", u.ready_at as "readyAt",
       u.disabled_at as "disabledAt", ${page.cursor}
     from identity.portal_user u
     where u.seller_id = $1 and ($2::text is null or u.mail_key = $2)
       and ($3::bigint is null or u.id in (select r.user_id from identity.user_role r where r.account_id = $3 and r.seller_id = $1))
       and ($4::text is null or u.id = any(array(select find_users_by_words($4, ${SEARCHED_AT_MOST})))) ${page.sql}`,
    [
      sellerId,
      filter.mail === undefined ? null : mailKey(filter.mail),
      filter.account === undefined ? null : ((await findAccountId(tx, sellerId, filter.account)) ?? -1n),
      filter.search ?? null,
      ...page.values,
    ],
  );
  return rows;
}

interface GrantRow {
  readonly id: bigint;
  readonly userId: bigint;
  readonly sellerId: bigint;
  readonly accountId: bigint | null;
  readonly role: string;
  readonly name: string | null;
  readonly holders: Role['holders'] | null;
  readonly permissions: string[] | null;
  readonly limits: Limits | null;
}

export interface HeldRole extends Grant {
  readonly id: bigint;
  readonly userId: bigint;
}

export async function listGrants(tx: Transaction, sellerId: bigint, userIds: readonly bigint[]): Promise<HeldRole[]> {
  const { rows } = await tx.client.query<GrantRow>(
    `select r.id, r.user_id as "userId", r.at_seller_id as "sellerId", r.account_id as "accountId", r.role, d.name, d.holders, d.permissions, d.limits
     from identity.user_role r left join identity.role d on d.key = r.role and d.seller_id = r.seller_id
     where r.seller_id = $1 and r.user_id = any($2::bigint[]) order by r.id`,
    [sellerId, userIds],
  );
  return rows.flatMap(toHeldRole);
}

/** A role that no longer is gives nothing. */
export function toHeldRole(row: GrantRow): HeldRole[] {
  const role = findBuiltInRole(row.role) ?? (row.holders === null ? null : definedRole(row));
  return role === null ? [] : [{ id: row.id, userId: row.userId, sellerId: row.sellerId, accountId: row.accountId, role }];
}

function definedRole(row: GrantRow): Role {
  return { key: row.role, name: row.name!, holders: row.holders!, permissions: row.permissions!, limits: row.limits! };
}

export interface NewGrant {
  readonly sellerId: bigint;
  readonly userId: bigint;
  readonly atSellerId: bigint;
  readonly accountId: bigint | null;
  readonly role: string;
  readonly now: number;
}

/** False where he has it already. */
export async function insertGrant(tx: Transaction, grant: NewGrant): Promise<boolean> {
  const nextId = await reserveIdentities(tx, 1);
  const { rowCount } = await tx.client.query(
    `insert into identity.user_role (seller_id, id, user_id, at_seller_id, account_id, role, created_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict do nothing`,
    [grant.sellerId, nextId(), grant.userId, grant.atSellerId, grant.accountId, grant.role, formatInstant(grant.now)],
  );
  return rowCount === 1;
}

export async function deleteGrants(tx: Transaction, sellerId: bigint, ids: readonly bigint[]): Promise<void> {
  await tx.client.query('delete from identity.user_role where seller_id = $1 and id = any($2::bigint[])', [sellerId, ids]);
}

/** Whether somebody who can sign in holds the built-in owner's role at the seller; one of his own people or of those above. */
export async function hasOwner(tx: Transaction, sellerId: bigint): Promise<boolean> {
  const { rows } = await tx.client.query<{ exists: boolean }>(
    `select exists (select from identity.user_role r join identity.portal_user u on u.id = r.user_id and u.seller_id = r.seller_id
       where r.at_seller_id = $1 and r.account_id is null and r.role = 'owner' and u.disabled_at is null) as exists`,
    [sellerId],
  );
  return rows[0]!.exists;
}

/** Before the last owner of a seller could leave: those who take owners away do it one after the other. */
export async function lockOwners(tx: Transaction, sellerId: bigint): Promise<void> {
  await tx.client.query(`select pg_advisory_xact_lock(hashtextextended('people.owners', $1))`, [sellerId]);
}

export interface DefinedRole extends Role {
  readonly createdAt: number;
}

export async function listDefinedRoles(tx: Transaction, sellerId: bigint): Promise<DefinedRole[]> {
  const { rows } = await tx.client.query<DefinedRole>(
    `select key, name, holders, permissions, limits, created_at as "createdAt" from identity.role where seller_id = $1 order by key`,
    [sellerId],
  );
  return rows;
}

export async function upsertRole(tx: Transaction, sellerId: bigint, role: Role, now: number): Promise<void> {
  await tx.client.query(
    `insert into identity.role (seller_id, key, name, holders, permissions, limits, created_at) values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (key, seller_id) do update set name = excluded.name, permissions = excluded.permissions, limits = excluded.limits`,
    [sellerId, role.key, role.name, role.holders, role.permissions, JSON.stringify(role.limits), formatInstant(now)],
  );
}

export async function deleteRole(tx: Transaction, sellerId: bigint, key: string): Promise<boolean> {
  const { rowCount } = await tx.client.query('delete from identity.role where seller_id = $1 and key = $2', [sellerId, key]);
  return rowCount === 1;
}

export async function isRoleHeld(tx: Transaction, sellerId: bigint, key: string): Promise<boolean> {
  const { rows } = await tx.client.query<{ exists: boolean }>(
    'select exists (select from identity.user_role where seller_id = $1 and role = $2) as exists',
    [sellerId, key],
  );
  return rows[0]!.exists;
}

/** Holds off everybody who would give or define this role meanwhile. */
export async function lockRole(tx: Transaction, sellerId: bigint, key: string): Promise<void> {
  await tx.client.query('select pg_advisory_xact_lock(hashtextextended($2, $1))', [sellerId, `people.role.${key}`]);
}
