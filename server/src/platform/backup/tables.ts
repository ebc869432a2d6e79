// What of a database goes into a backup: rows, not structure, since migrations make that anew. Read from the catalog, so that no table is forgotten.
import type pg from 'pg';
import { quoteName } from '../postgres/copy.ts';

export interface BackupTable {
  /** `schema.table`. */
  readonly name: string;
  readonly columns: readonly string[];
}

export interface Partition {
  readonly name: string;
  readonly of: string;
  /** As PostgreSQL prints it: `FOR VALUES FROM ('2026-01-01') TO ('2026-02-01')`. */
  readonly bounds: string;
  /** What it has of its own and not from the whole: row security and triggers, as statements. */
  readonly own: readonly string[];
}

export interface Sequence {
  readonly name: string;
  /** Null where it was never used. */
  readonly last: string | null;
}

/** The queue's library has its own tables and migrates them; its jobs are taken as what was asked for. */
const QUEUE = 'graphile_worker';
export const JOBS = `${QUEUE}.jobs`;
const JOB_COLUMNS = ['identifier', 'payload', 'queue_name', 'run_at', 'attempts', 'max_attempts', 'key', 'priority'] as const;

/** About the machines that are at work now, and about the schema of now. */
const LEFT_OUT = ['public.worker', 'public.migration'];

const OURS = `n.nspname not in ('information_schema', '${QUEUE}') and n.nspname not like 'pg\\_%'`;

/** Generated columns are computed anew. */
export async function listTables(client: pg.ClientBase): Promise<BackupTable[]> {
  const { rows } = await client.query<BackupTable>(
    `select n.nspname || '.' || c.relname as name, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_namespace n on n.oid = c.relnamespace and ${OURS}
     join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
     where c.relkind in ('r', 'p') and not c.relispartition and c.relpersistence = 'p' and n.nspname || '.' || c.relname <> all ($1)
     group by 1 order by 1`,
    [LEFT_OUT],
  );
  return rows;
}

export async function listPartitions(client: pg.ClientBase): Promise<Partition[]> {
  const { rows } = await client.query<Partition>(
    `select n.nspname || '.' || c.relname as name, pn.nspname || '.' || p.relname as of, pg_get_expr(c.relpartbound, c.oid) as bounds,
       case when c.relrowsecurity then array[format('alter table %s enable row level security', c.oid::regclass)] else '{}' end
       || case when c.relforcerowsecurity then array[format('alter table %s force row level security', c.oid::regclass)] else '{}' end
       || array(select pg_get_triggerdef(t.oid) from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal and t.tgparentid = 0 order by t.tgname) as own
     from pg_class c join pg_namespace n on n.oid = c.relnamespace and ${OURS}
     join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent join pg_namespace pn on pn.oid = p.relnamespace
     where c.relispartition and c.relkind in ('r', 'p') order by (select count(*) from pg_partition_ancestors(c.oid)), 1`,
  );
  return rows;
}

export async function listSequences(client: pg.ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<Sequence>(
    `select schemaname || '.' || sequencename as name, last_value::text as last from pg_sequences s
     join pg_namespace n on n.nspname = s.schemaname and ${OURS} order by 1`,
  );
  return rows;
}

export function copyOut({ name, columns }: BackupTable): string {
  if (name === JOBS) return `copy (${JOBS_QUESTION}) to stdout`;
  return `copy (select ${columns.map(quoteName).join(', ')} from ${quoteName(name)}) to stdout`;
}

export function copyIn({ name, columns }: BackupTable): string {
  return `copy ${name === JOBS ? 'waiting_job' : quoteName(name)} (${columns.map(quoteName).join(', ')}) from stdin`;
}

export const jobsTable: BackupTable = { name: JOBS, columns: JOB_COLUMNS };

const JOBS_QUESTION = `select t.identifier, j.payload, q.queue_name, j.run_at, j.attempts, j.max_attempts, j.key, j.priority
  from ${QUEUE}._private_jobs j join ${QUEUE}._private_tasks t on t.id = j.task_id left join ${QUEUE}._private_job_queues q on q.id = j.job_queue_id`;

/** A table of the session's own that the jobs are read into before the queue is asked to take them. */
export const MAKE_WAITING_JOBS = `create temporary table waiting_job (identifier text, payload json, queue_name text, run_at timestamptz,
  attempts integer, max_attempts integer, key text, priority integer) on commit drop`;

/** What was tried before may be tried as often again; what had no tries left is given up. */
export const ADD_WAITING_JOBS = `select count(${QUEUE}.add_job(identifier, payload, queue_name, run_at, max_attempts, key, priority)) from waiting_job
  where attempts < max_attempts`;
