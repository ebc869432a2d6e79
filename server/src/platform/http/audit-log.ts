// The audit log: who did what, acting for whom, what changed and from where. Written in the transaction of the change, never altered.
import type { Transaction } from '../postgres/transaction.ts';
import type { CursorRow, pageSql } from './paging.ts';
import type { Principal } from './principal.ts';

export interface AuditNote {
  /** Outside id of what was changed: `acc_…`, or a name where it has no id. Left out of an attempt at what is not there. */
  readonly subject?: string;
  /** As they are shown over the API; null is: was not there, is not there any more. Left out where the route says it all. */
  readonly before?: unknown;
  readonly after?: unknown;
  /** Whose subject it is, where nobody is signed in yet. */
  readonly sellerId?: bigint;
}

export interface AuditEntry {
  readonly principal: Principal;
  /** For whom, where nobody is signed in yet. */
  readonly sellerId: bigint | null;
  readonly operation: string;
  readonly notes: readonly AuditNote[];
  readonly address: string;
  readonly requestId: string;
  /** Business time. */
  readonly now: number;
  /** The refusal's code, where it was not done. */
  readonly refused?: string;
}

export interface AuditRow extends CursorRow {
  readonly id: bigint;
  readonly accountId: bigint | null;
  readonly at: number;
  readonly actorKind: 'user' | 'key' | 'nobody' | 'system';
  readonly actor: string | null;
  readonly delegatedFrom: string | null;
  readonly impersonatedBy: string | null;
  readonly operation: string;
  readonly subjects: string[];
  readonly changes: { subject: string; changes: Record<string, [unknown, unknown]> }[];
  readonly address: string;
  readonly requestId: string;
  readonly refused: string | null;
}

export interface AuditFilter {
  readonly actor?: string | undefined;
  readonly subject?: string | undefined;
  readonly operation?: string | undefined;
  readonly from: string | null;
  readonly until: string | null;
}

/** `page` continues behind six values. */
export async function listAuditEntries(
  tx: Transaction,
  sellerId: bigint,
  filter: AuditFilter,
  page: ReturnType<typeof pageSql>,
): Promise<AuditRow[]> {
  const { rows } = await tx.client.query<AuditRow>(
    `select e.id, e.account_id as "accountId", e.at, e.actor_kind as "actorKind", e.actor, e.delegated_from as "delegatedFrom",
       e.impersonated_by as "impersonatedBy", e.operation, e.subjects, e.changes, e.address, e.request_id as "requestId", e.refused, ${page.cursor}
     from audit_entry e
     where e.seller_id = $1 and ($2::text is null or e.actor = $2 or e.impersonated_by = $2) and ($3::text is null or e.subjects @> array[$3])
       and ($4::text is null or e.operation = $4) and ($5::timestamptz is null or e.at >= $5) and ($6::timestamptz is null or e.at < $6) ${page.sql}`,
    [sellerId, filter.actor ?? null, filter.subject ?? null, filter.operation ?? null, filter.from, filter.until, ...page.values],
  );
  return rows;
}

const SECRET = /password|secret|token|authorization|cookie|key_?hash|recovery|card_?number/i;
const REMOVED = '[removed]';
const GREATEST_TEXT = 2000;

export async function writeAuditEntry(tx: Transaction, entry: AuditEntry): Promise<void> {
  const { principal, notes } = entry;
  const isKnown = principal.kind !== 'nobody';
  const changes = notes.flatMap(({ subject, before, after }) =>
    subject === undefined || (before === undefined && after === undefined)
      ? []
      : [{ subject, changes: differences(before ?? null, after ?? null) }],
  );
  await tx.client.query(
    `insert into audit_entry (seller_id, account_id, at, actor_kind, actor, delegated_from, impersonated_by, operation, subjects, changes,
                              address, request_id, refused)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      isKnown ? principal.seller.id : entry.sellerId,
      isKnown ? principal.account : null,
      new Date(entry.now).toISOString(),
      principal.kind,
      isKnown ? principal.id : null,
      isKnown ? principal.delegatedFrom : null,
      isKnown ? principal.impersonatedBy : null,
      entry.operation,
      [...new Set(notes.flatMap(({ subject }) => subject ?? []))],
      JSON.stringify(changes),
      entry.address,
      entry.requestId,
      entry.refused ?? null,
    ],
  );
}

/** By path: [before, after]. Lists are compared whole; what is called like a secret is told to have changed and not what it was. */
export function differences(before: unknown, after: unknown, path = ''): Record<string, [unknown, unknown]> {
  if (isRecord(before) && isRecord(after)) {
    const found: Record<string, [unknown, unknown]> = {};
    for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
      Object.assign(found, differences(before[name], after[name], path === '' ? name : `${path}.${name}`));
    }
    return found;
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return {};
  const told = (value: unknown): unknown =>
    value === undefined || value === null ? null : SECRET.test(path) ? REMOVED : withoutSecrets(value);
  return { [path === '' ? '.' : path]: [told(before), told(after)] };
}

function withoutSecrets(value: unknown): unknown {
  if (typeof value === 'string') return value.length > GREATEST_TEXT ? `${value.slice(0, GREATEST_TEXT)}…` : value;
  if (Array.isArray(value)) return value.map(withoutSecrets);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, SECRET.test(name) ? REMOVED : withoutSecrets(item)]));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
