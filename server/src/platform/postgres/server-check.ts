// Looks at a PostgreSQL before it is trusted with money: its version, and that what it calls committed is on the disk.
import type pg from 'pg';
import { Refusal } from '../../kernel/refusal.ts';

const OLDEST = 15;
const NEWEST = 18;

interface ServerFacts {
  version: number;
  fsync: string;
  pages: string;
  commit: string;
  checksums: string;
  encoding: string;
  standby: boolean;
}

/** Refuses a server that may lose what it said was saved; returns what an operator should be warned of. `allowUnsafe` is for tests. */
export async function checkServer(client: pg.ClientBase, options: { allowUnsafe?: boolean } = {}): Promise<string[]> {
  const result = await client.query<ServerFacts>(`
    select current_setting('server_version_num')::int / 10000 as version, current_setting('fsync') as fsync,
      current_setting('full_page_writes') as pages, current_setting('synchronous_commit') as commit, current_setting('data_checksums') as checksums,
      current_setting('server_encoding') as encoding, pg_is_in_recovery() as standby`);
  const facts = result.rows[0]!;
  return judgeServer(facts, options.allowUnsafe ?? false);
}

export function judgeServer(facts: ServerFacts, allowUnsafe: boolean): string[] {
  if (facts.version < OLDEST || facts.version > NEWEST) {
    throw new Refusal('database.version', `This is PostgreSQL ${facts.version}. Prorata works with PostgreSQL ${OLDEST} to ${NEWEST}.`);
  }
  if (facts.standby)
    throw new Refusal('database.standby', 'This PostgreSQL is a standby, which cannot be written. Name its primary in DATABASE_URL.');
  if (facts.encoding !== 'UTF8') {
    throw new Refusal('database.encoding', `This database stores text as ${facts.encoding}. Create it with encoding 'UTF8'.`);
  }
  const off = [
    ['fsync', facts.fsync],
    ['full_page_writes', facts.pages],
    ['synchronous_commit', facts.commit],
  ].filter(([, value]) => value === 'off');
  if (off.length > 0 && !allowUnsafe) {
    const names = off.map(([name]) => name).join(', ');
    throw new Refusal('database.unsafe', `This PostgreSQL may lose what it has committed: ${names} is off. Switch it on and start again.`, {
      parameters: { settings: names },
    });
  }
  if (facts.checksums === 'on') return [];
  return [
    'This PostgreSQL keeps no data checksums, so a failing disk can change figures unnoticed. Switch them on with pg_checksums --enable.',
  ];
}
