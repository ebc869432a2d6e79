// Eras of the feed. Its order stands on PostgreSQL's transaction numbers, which begin anew where the rows were moved to another server: there a new
// era begins, so that old cursors go on and new events come behind old ones.
import type pg from 'pg';

/** At each start: where events claim to be from transactions that have not been, the rows came from elsewhere. */
export async function ensureEra(client: pg.ClientBase): Promise<void> {
  await client.query(
    `update feed f set era = greatest(l.era, f.era) + 1
     from (select era, written_by from outbox_event order by era desc, written_by desc, id desc limit 1) l
     where l.era > f.era or (l.era = f.era and l.written_by >= pg_snapshot_xmax(pg_current_snapshot()))`,
  );
}

/** After a backup was brought back: what was told since it was taken is told no more, and other events take the numbers. */
export async function beginEra(client: pg.ClientBase): Promise<void> {
  await client.query('update feed set era = greatest(era, (select max(era) from outbox_event)) + 1');
}
