// Lets go what is old: events, and deliveries that are over.
import type { Clock } from '../../platform/clock.ts';
import { expireEvents } from '../../platform/events/index.ts';
import type { Database } from '../../platform/postgres/pool.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { deleteOldDeliveries } from './delivery-store.ts';

const DAY = 86_400_000;
const BATCH = 5000;

/** In steps, so that nobody waits. */
export async function forgetOldEvents(database: Database, clock: Clock, keepDays: number): Promise<void> {
  const before = clock.now() - keepDays * DAY;
  while ((await inTransaction(database, (tx) => expireEvents(tx, before, BATCH))) === BATCH);
  while ((await inTransaction(database, (tx) => deleteOldDeliveries(tx, before, BATCH))) === BATCH);
}
