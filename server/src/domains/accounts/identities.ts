// New ids, in blocks of a thousand: one round trip to the database for as many as a verb or a batch needs.
import { assert } from '../../kernel/assert.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';

const BLOCK = 1000;

/** Reserves at least `count` ids; each call of the answer gives the next. What is not used is lost, which costs nothing. */
export async function reserveIdentities(tx: Transaction, count: number): Promise<() => bigint> {
  const blocks = Math.ceil(count / BLOCK);
  const { rows } = await tx.client.query<{ first: bigint }>("select nextval('identity_block') as first from generate_series(1, $1)", [
    blocks,
  ]);
  let block = 0;
  let used = 0;
  return () => {
    if (used === BLOCK) {
      block += 1;
      used = 0;
    }
    const first = rows[block]?.first;
    assert(first !== undefined, `more than ${count} ids were taken`);
    return first + BigInt(used++);
  };
}
