// Work done later or elsewhere: added in the transaction of its reason, taken by any worker on any machine, done at least once.
import type pg from 'pg';

/**
 * Must bear being run twice: a worker that dies after the work and before saying so is followed by another. Long work looks at `stopping` between
 * its steps: a server that is told to stop waits a while and then gives the job back.
 */
export type JobHandler = (payload: unknown, stopping: AbortSignal) => Promise<void>;
export type JobHandlers = Readonly<Record<string, JobHandler>>;

export interface JobOptions {
  /** A job with this key that still waits is replaced, not doubled. */
  readonly key?: string;
  /** Jobs of one queue are done one after the other. */
  readonly queue?: string;
  /** With waits that grow between them. Default 25, about four days. */
  readonly attempts?: number;
}

/** Dates belong to business rows that a sweeper looks at, so a job always means now. */
export async function addJob(client: pg.ClientBase, name: string, payload: object, options: JobOptions = {}): Promise<void> {
  await client.query('select from graphile_worker.add_job($1, payload => $2, queue_name => $3, job_key => $4, max_attempts => $5)', [
    name,
    JSON.stringify(payload),
    options.queue ?? null,
    options.key ?? null,
    options.attempts ?? null,
  ]);
}
