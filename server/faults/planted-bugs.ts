// Mistakes built into a run on purpose, between it and the driver, so that each fault programme can show that it finds one.
import type pg from 'pg';
import { declareFailpoints } from '../src/platform/failpoint.ts';
import type { Database } from '../src/platform/postgres/pool.ts';

export const plantedBugs = {
  autocommit: 'Every statement of the run commits by itself.',
  number_outside: 'Numbers are taken in a transaction of their own.',
  never_passed: 'A failpoint is declared that no run comes by.',
  no_locks: 'Nobody locks the accounts he works on, and the unique keys of cells are gone.',
  forgetful: 'Commits are acknowledged before they are on disk.',
  sums_outside: 'Sums of usage are added in a transaction of their own.',
  answer_outside: 'The answer to an Idempotency-Key is kept in a transaction of its own.',
  late_unmarked: 'Usage that comes late wakes nobody.',
  only_today: 'A run that is late bills everything for its own day.',
  half_done: 'What was begun is kept where it should be undone.',
} as const;
export type PlantedBug = keyof typeof plantedBugs;

export const isPlantedBug = (name: string): name is PlantedBug => name in plantedBugs;

interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[];
}
type Ask = (statement: Statement | string) => Promise<pg.QueryResult>;
type Bug = (statement: Statement, ask: Ask, database: Database) => Promise<pg.QueryResult> | null;

const bugs: Readonly<Partial<Record<PlantedBug, Bug>>> = {
  autocommit: ({ text }, ask) => (/^(begin|commit)\b/.test(text) ? ask('select 1') : null),
  number_outside: ({ text, values }, _ask, database) =>
    text.startsWith('update number_series') ? database.pool.query(`/* outside */ ${text}`, [...(values ?? [])]) : null,
  sums_outside: ({ text, values }, _ask, database) =>
    text.includes('insert into usage_day_total') && !text.startsWith('/* outside */')
      ? database.pool.query(`/* outside */ ${text}`, [...(values ?? [])])
      : null,
  answer_outside: ({ text, values }, _ask, database) =>
    text.startsWith('insert into idempotent_answer') ? database.pool.query(`/* outside */ ${text}`, [...(values ?? [])]) : null,
  late_unmarked: ({ text }, ask) => (text.includes('least(s.touched_from, u.day)') ? ask('select 1 where false') : null),
  no_locks: ({ text, values }, ask) => {
    const open = text.replace(/for (no key )?update( of \w+)?( skip locked)?/g, '');
    return open === text ? null : ask(values === undefined ? open : { text: open, values });
  },
  half_done: ({ text }, ask) => (text === 'rollback' ? ask('commit') : null),
  forgetful: ({ text }, ask) => (text.startsWith('begin') ? ask('set synchronous_commit = off').then(() => ask(text)) : null),
  only_today: ({ text, values }, ask) => {
    if (!text.includes('from account_billing b') || !text.includes('skip locked')) return null;
    const today = Date.parse(String(values?.[0])) - 86_400_000;
    const late = (row: { nextBillAt: number }) => ({ ...row, nextBillAt: Math.max(row.nextBillAt, today) });
    return ask({ text, values: values ?? [] }).then((result) => ({ ...result, rows: result.rows.map(late) }));
  },
};

/** In every process that shall know of it. */
export function declareUnpassed(): void {
  declareFailpoints({ 'billing.never_passed': 'No run comes by.' });
}

/** From now on the run on this database makes the mistake. */
export function plant(database: Database, name: PlantedBug): void {
  if (name === 'never_passed') declareUnpassed();
  const bug = bugs[name];
  if (bug === undefined) return;
  database.pool.on('connect', (client) => {
    const original = client.query.bind(client) as (...parts: unknown[]) => Promise<pg.QueryResult>;
    const ask: Ask = (statement) => original(statement);
    const query = (...parts: unknown[]): unknown => {
      const [first, second] = parts;
      const statement = typeof first === 'string' ? { text: first, values: second as readonly unknown[] } : (first as Statement);
      // A stream for COPY, or a query of the pool's own with a callback.
      if (typeof statement?.text !== 'string' || parts.some((part) => typeof part === 'function')) return original(...parts);
      return bug(statement, ask, database) ?? original(...parts);
    };
    Object.assign(client, { query });
  });
}

/** What must be gone from the database for the mistake to come through. */
export async function weaken(database: Database, name: PlantedBug | null): Promise<void> {
  if (name === 'no_locks') await database.pool.query('drop index charge_cell_of_subscription, charge_cell_of_item');
}
