// Lets old events go, in the order of the feed, and remembers up to where, so that no cursor leads over the gap unnoticed.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { declareFailpoints, failpoint } from '../failpoint.ts';
import type { Transaction } from '../postgres/transaction.ts';

declareFailpoints({ 'events.expired': 'Old events are deleted, not committed.' });

const BATCH = 5000;

/** Answers how many went: call again while it is as many as a batch. One that is young keeps those behind it. */
export async function expireEvents(tx: Transaction, before: number, batch = BATCH): Promise<number> {
  // One process at a time.
  const held = await tx.client.query('select from feed for no key update skip locked');
  if (held.rowCount === 0) return 0;
  await tx.client.query("set local prorata.expire_events = 'on'");
  const { rows } = await tx.client.query<{ count: bigint }>(
    `with oldest as materialized (
       select era, written_by, id, occurred_at < $1 as is_old from outbox_event
       where (era, written_by) < ((select era from feed), pg_snapshot_xmin(pg_current_snapshot()))
       order by era, written_by, id limit $2
     ), numbered as (
       select era, written_by, id, bool_and(is_old) over (order by era, written_by, id) as goes from oldest
     ), gone as (
       delete from outbox_event e using numbered n where n.goes and e.id = n.id returning e.id
     ), last as (
       select era, written_by, id from numbered where goes order by era desc, written_by desc, id desc limit 1
     ), remembered as (
       update feed f set expired_era = l.era, expired_written_by = l.written_by, expired_id = l.id from last l
     )
     select count(*) as count from gone`,
    [formatInstant(before), batch],
  );
  await failpoint('events.expired', tx.client);
  return Number(rows[0]!.count);
}
