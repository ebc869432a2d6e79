// Asks the books every question of audit.sql, on one snapshot and with row security off: a role that would see only a part gets an error.
import { readFileSync } from 'node:fs';
import type { Database } from '../../platform/postgres/pool.ts';
import { inTransaction, type Transaction } from '../../platform/postgres/transaction.ts';
import { listSellers } from '../accounts/index.ts';
import { checkUsage } from '../invoicing/index.ts';
import { findOverdrawnPools, HOLD_USAGE } from '../subscriptions/index.ts';

export interface Invariant {
  readonly name: string;
  /** What always holds, in one sentence. */
  readonly sentence: string;
  readonly sql: string;
}

export interface Violation {
  readonly place: string;
  readonly detail: string | null;
}

export interface AuditFinding {
  readonly invariant: string;
  readonly sentence: string;
  readonly violations: number;
  /** The first of them. */
  readonly examples: readonly Violation[];
}

export interface AuditReport {
  readonly invariants: number;
  readonly findings: readonly AuditFinding[];
}

const GREATEST_EXAMPLES = 20;

export function readInvariants(): Invariant[] {
  const text = readFileSync(new URL('./audit.sql', import.meta.url), 'utf8');
  return text
    .split(/^-- invariant /m)
    .slice(1)
    .map((part) => {
      const end = part.indexOf('\n');
      const [name = '', sentence = ''] = part.slice(0, end).split(/: (.*)/);
      return { name, sentence, sql: part.slice(end + 1).replace(/;\s*$/, '') };
    });
}

export async function auditBooks(database: Database): Promise<AuditReport> {
  return inTransaction(database, auditSnapshot, { isolation: 'repeatable read', readOnly: true, first: HOLD_USAGE });
}

/** As the transaction sees the books. */
export async function auditSnapshot({ client, db }: Transaction): Promise<AuditReport> {
  const invariants = readInvariants();
  const findings: AuditFinding[] = [];
  await client.query('set local row_security = off');
  for (const { name, sentence, sql } of invariants) {
    const { rows } = await client.query<Violation & { total: bigint }>(
      `select v.place, v.detail, count(*) over () as total from (${sql}) v limit ${GREATEST_EXAMPLES}`,
    );
    if (rows.length === 0) continue;
    const examples = rows.map(({ place, detail }) => ({ place, detail }));
    findings.push({ invariant: name, sentence, violations: Number(rows[0]!.total), examples });
  }
  const told = [await auditUsage({ client, db }), await auditPools({ client, db })];
  return { invariants: invariants.length + told.length, findings: [...findings, ...told.filter((finding) => finding !== null)] };
}

/** Not asked in SQL alone: timelines must be told again to know why an event is billed by nothing. */
async function auditUsage(tx: Transaction): Promise<AuditFinding | null> {
  const examples: Violation[] = [];
  let violations = 0;
  for (const seller of await listSellers(tx)) {
    for await (const violation of checkUsage(tx, seller)) {
      violations += 1;
      if (examples.length < GREATEST_EXAMPLES) examples.push(violation);
    }
  }
  return violations === 0 ? null : { ...USAGE, violations, examples };
}

/** Nor this: what is held of a pool follows from timelines. */
async function auditPools(tx: Transaction): Promise<AuditFinding | null> {
  const overdrawn: Violation[] = [];
  for (const seller of await listSellers(tx)) overdrawn.push(...(await findOverdrawnPools(tx, seller)));
  return overdrawn.length === 0 ? null : { ...POOLS, violations: overdrawn.length, examples: overdrawn.slice(0, GREATEST_EXAMPLES) };
}

const POOLS = {
  invariant: 'pool_is_not_exceeded',
  sentence: 'services hold no more of a pool than there is',
} as const;

const USAGE = {
  invariant: 'usage_is_billed_open_or_listed',
  sentence: 'every stored event is billed, open with a run to come, or listed with the reason why nothing bills it',
} as const;
