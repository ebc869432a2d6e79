// All SQL of pools: how large each was said to be from which day. What is held of them follows from the timelines.
import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatExact, type Rational } from '../../kernel/money/rational.ts';
import { readDay, readDecimal } from '../../kernel/stored-values.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';

/** What was said of a pool. Of several the later day counts, then the later saying. */
export interface PoolFact {
  readonly id: bigint;
  readonly accountId: bigint;
  readonly key: string;
  readonly maximum: Rational | null;
  /** Keys or refs of components that draw on it, beside those whose plan names it. */
  readonly components: readonly string[];
  /** A day number. */
  readonly validFrom: number;
  readonly recordedAt: number;
}

interface PoolRow extends Omit<PoolFact, 'maximum' | 'validFrom'> {
  readonly maximum: string | null;
  readonly validFrom: string;
}

/** In the order in which they count. */
export async function loadPoolFacts(tx: Transaction, sellerId: bigint, accountIds: readonly bigint[]): Promise<PoolFact[]> {
  const { rows } = await tx.client.query<PoolRow>(
    `select id, account_id as "accountId", key, maximum, components, valid_from as "validFrom", recorded_at as "recordedAt"
     from pool_fact where seller_id = $1 and account_id = any($2::bigint[]) order by account_id, key, valid_from, recorded_at, id`,
    [sellerId, accountIds],
  );
  return rows.map((row) => ({
    ...row,
    maximum: row.maximum === null ? null : readDecimal(row.maximum),
    validFrom: readDay(row.validFrom),
  }));
}

export async function insertPoolFact(tx: Transaction, sellerId: bigint, fact: PoolFact): Promise<void> {
  await tx.client.query(
    `insert into pool_fact (seller_id, id, account_id, key, maximum, components, valid_from, recorded_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      sellerId,
      fact.id,
      fact.accountId,
      fact.key,
      fact.maximum === null ? null : formatExact(fact.maximum),
      fact.components,
      formatDay(fact.validFrom),
      formatInstant(fact.recordedAt),
    ],
  );
}

export async function listAccountsWithPools(tx: Transaction, sellerId: bigint): Promise<bigint[]> {
  const { rows } = await tx.client.query<{ id: bigint }>(
    'select distinct account_id as id from pool_fact where seller_id = $1 order by 1',
    [sellerId],
  );
  return rows.map((row) => row.id);
}
