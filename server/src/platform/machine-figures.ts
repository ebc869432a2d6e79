// What an operator watches of the machinery: jobs that wait, workers that live, transactions that last, the room the database takes.
import type { Transaction } from './postgres/transaction.ts';

export interface MachineFigures {
  readonly jobsWaiting: number;
  readonly jobsGivenUp: number;
  /** Of the job that has waited longest beyond its time. */
  readonly oldestJobSeconds: number;
  readonly workers: number;
  readonly oldestTransactionSeconds: number;
  readonly databaseBytes: number;
  readonly sessions: number;
}

/** A worker that has not beaten for so long is dead (jobs/worker.ts). */
const DEAD_AFTER_SECONDS = 30;

export async function readMachineFigures(tx: Transaction): Promise<MachineFigures> {
  const { rows } = await tx.client.query<MachineFigures>(
    `select j.waiting::int as "jobsWaiting", j.given_up::int as "jobsGivenUp", coalesce(j.oldest, 0)::float8 as "oldestJobSeconds",
       (select count(*)::int from worker where beat_at > clock_timestamp() - $1 * interval '1 second') as workers,
       s.sessions::int as sessions, coalesce(s.oldest, 0)::float8 as "oldestTransactionSeconds", pg_database_size(current_database())::float8 as "databaseBytes"
     from (select count(*) filter (where attempts < max_attempts) as waiting, count(*) filter (where attempts >= max_attempts) as given_up,
             extract(epoch from clock_timestamp() - min(run_at) filter (where attempts < max_attempts and run_at < clock_timestamp())) as oldest
           from graphile_worker._private_jobs) j,
       (select count(*) as sessions, extract(epoch from clock_timestamp() - min(xact_start) filter (where pid <> pg_backend_pid())) as oldest
        from pg_stat_activity where datname = current_database()) s`,
    [DEAD_AFTER_SECONDS],
  );
  return rows[0]!;
}
