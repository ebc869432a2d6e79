// The mark of a restore that is under way or was cut short: a schema of that name. Nobody may take such a database for an empty one.
import type pg from 'pg';
import { Refusal } from '../../kernel/refusal.ts';

export const RESTORING = 'prorata_restoring';

export async function isRestoring(client: pg.ClientBase | pg.Pool): Promise<boolean> {
  return (await client.query('select from pg_namespace where nspname = $1', [RESTORING])).rowCount === 1;
}

export async function refuseWhileRestoring(client: pg.ClientBase | pg.Pool): Promise<void> {
  if (!(await isRestoring(client))) return;
  throw new Refusal(
    'database.restore_unfinished',
    'A backup is being restored into this database, or its restore was cut short. Wait until it is done; if nobody is at it, run prorata restore again.',
  );
}
