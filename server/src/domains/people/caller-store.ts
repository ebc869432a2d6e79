// The SQL that finds out who calls: one question for a key, two for a session, answered from what its hash and its owner are indexed by. They have names,
// since planning them would take longer than answering them.
import type pg from 'pg';
import type { Tenant } from '../../platform/http/principal.ts';
import type { ApiKey } from './key-store.ts';
import type { Session } from './session-store.ts';
import { type HeldRole, toHeldRole } from './user-store.ts';

type Queryable = Pick<pg.Pool, 'query'>;

/** From the seller who is acted in up to the provider. Empty where there is no such seller. */
type Lineage = readonly Tenant[];

/** `own` is an expression for the caller's own seller, `$n` the key of the one that he wants to act in, or null. */
const lineage = (own: string, wanted: string): string => `(
  with recursive up as (
    select o.*, 0 as depth from seller o where o.id = case when ${wanted}::text is null then ${own} else (select w.id from seller w where w.key = ${wanted}) end
    union all select p.*, up.depth + 1 from seller p join up on p.id = up.parent_id
  )
  select coalesce(jsonb_agg(jsonb_build_object('id', id::text, 'parentId', parent_id::text, 'key', key, 'legalName', legal_name, 'country', country,
    'currency', currency, 'zone', zone, 'language', language, 'address', address, 'taxNumber', tax_number) order by depth), '[]') from up) as lineage`;

type LineageRow = Omit<Tenant, 'id' | 'parentId'> & { readonly id: string; readonly parentId: string | null };

function toLineage(rows: readonly LineageRow[]): Lineage {
  return rows.map((row) => ({ ...row, id: BigInt(row.id), parentId: row.parentId === null ? null : BigInt(row.parentId) }));
}

export interface KeyCaller {
  readonly key: Pick<ApiKey, 'sellerId' | 'id' | 'accountId' | 'permissions' | 'limits' | 'expiresAt' | 'revokedAt' | 'usedAt'>;
  readonly lineage: Lineage;
}

export async function findKeyCaller(database: Queryable, hash: Buffer, wanted: string | null): Promise<KeyCaller | null> {
  const { rows } = await database.query<KeyCaller['key'] & { lineage: LineageRow[] }>({
    name: 'find_key_caller',
    text: `select k.seller_id as "sellerId", k.id, k.account_id as "accountId", k.permissions, k.limits, k.expires_at as "expiresAt",
       k.revoked_at as "revokedAt", k.used_at as "usedAt", ${lineage('k.seller_id', '$2')}
     from identity.api_key k where k.secret_hash = $1`,
    values: [hash, wanted],
  });
  const row = rows[0];
  return row === undefined ? null : { key: row, lineage: toLineage(row.lineage) };
}

export interface SessionCaller {
  readonly session: Session;
  readonly language: string | null;
  /** He or whoever acts as him may not sign in any more. */
  readonly isDisabled: boolean;
  readonly lineage: Lineage;
}

export async function findSessionCaller(database: Queryable, hash: Buffer, wanted: string | null): Promise<SessionCaller | null> {
  const { rows } = await database.query<Session & { language: string | null; isDisabled: boolean; lineage: LineageRow[] }>({
    name: 'find_session_caller',
    text: `select s.seller_id as "sellerId", s.id, s.user_id as "userId", s.method, s.impersonator_id as "impersonatorId",
       s.impersonator_session_id as "impersonatorSessionId", s.created_at as "createdAt", s.proved_at as "provedAt", s.seen_at as "seenAt",
       s.expires_at as "expiresAt", s.revoked_at as "revokedAt", s.address, s.agent, u.language,
       (u.disabled_at is not null or i.disabled_at is not null) as "isDisabled", ${lineage('s.seller_id', '$2')}
     from identity.session s join identity.portal_user u on u.id = s.user_id and u.seller_id = s.seller_id
     left join identity.portal_user i on i.id = s.impersonator_id and i.seller_id = s.seller_id
     where s.secret_hash = $1`,
    values: [hash, wanted],
  });
  const row = rows[0];
  return row === undefined ? null : { session: row, language: row.language, isDisabled: row.isDisabled, lineage: toLineage(row.lineage) };
}

export async function findRolesOf(database: Queryable, session: Session): Promise<HeldRole[]> {
  const { rows } = await database.query<Parameters<typeof toHeldRole>[0]>({
    name: 'find_roles_of',
    text: `select r.id, r.user_id as "userId", r.at_seller_id as "sellerId", r.account_id as "accountId", r.role, d.name, d.holders, d.permissions, d.limits
     from identity.user_role r left join identity.role d on d.key = r.role and d.seller_id = r.seller_id
     where r.seller_id = $1 and r.user_id = $2 order by r.id`,
    values: [session.sellerId, session.userId],
  });
  return rows.flatMap(toHeldRole);
}
