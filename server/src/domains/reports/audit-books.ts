// Asks the books every question of audit.sql, on one snapshot and with row security off: a role that would see only a part gets an error.
import { readFileSync } from 'node:fs';
import type { Database } from '../../platform/postgres/pool.ts';
import { inTransaction, type Transaction } from '../../platform/postgres/transaction.ts';

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
  return inTransaction(database, auditSnapshot, { isolation: 'repeatable read', readOnly: true });
}

/** As the transaction sees the books. */
export async function auditSnapshot({ client }: Transaction): Promise<AuditReport> {
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
  return { invariants: invariants.length, findings };
}
