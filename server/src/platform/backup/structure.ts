// What stands in the way while rows are written in any order: foreign keys, triggers, row security for the owner. Put aside and put back in the same
// transaction, so that nobody sees the tables without; a foreign key that comes back looks at every row.
import type pg from 'pg';
import { quoteName } from '../postgres/copy.ts';

export interface Structure {
  /** Statements that bring it back, in order. */
  readonly back: readonly string[];
}

export async function putAside(client: pg.ClientBase, tables: readonly string[]): Promise<Structure> {
  const names = tables.map(quoteName);
  const { rows } = await client.query<{ away: string; back: string }>(
    `with filled as (select unnest($1::regclass[])::oid as id)
     select format('alter table %s drop constraint %I', c.conrelid::regclass, c.conname) as away,
       format('alter table %s add constraint %I %s', c.conrelid::regclass, c.conname, pg_get_constraintdef(c.oid)) as back
     from pg_constraint c join filled f on f.id = c.conrelid where c.contype = 'f' and c.conparentid = 0
     union all
     select format('alter table %s disable trigger %I', t.tgrelid::regclass, t.tgname),
       format('alter table %s enable trigger %I', t.tgrelid::regclass, t.tgname)
     from pg_trigger t join filled f on f.id = t.tgrelid where not t.tgisinternal and t.tgenabled = 'O'
     union all
     select format('alter table %s no force row level security', c.oid::regclass), format('alter table %s force row level security', c.oid::regclass)
     from pg_class c join filled f on f.id = c.oid where c.relforcerowsecurity`,
    [names],
  );
  for (const { away } of rows) await client.query(away);
  return { back: rows.map((row) => row.back) };
}

export async function putBack(client: pg.ClientBase, structure: Structure): Promise<void> {
  for (const statement of structure.back) await client.query(statement);
}
