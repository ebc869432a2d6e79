// A migration as a file: its name and number, its SQL, and what its first lines say about how it is to be run.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assert } from '../../kernel/assert.ts';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

export interface Step {
  readonly sql: string;
  /** Done again and again until it changes no row: work on a large table in small pieces. */
  readonly repeated: boolean;
}

export interface Manner {
  /** Programs that know no migration from this number on work no longer with the database. 0: all do. */
  readonly needs: number;
  /** Each committed by itself, and done again from the first when one fails. Null: the whole file is one transaction. */
  readonly steps: readonly Step[] | null;
}

const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../migrations', import.meta.url));
const IN_STEPS = /^-- in steps$/m;
const STEP = /^-- step(, until nothing changes)?$/m;
const NEEDS = /^-- needs programs from (\d{4})$/m;

export function readMigrations(folder: string = MIGRATIONS_FOLDER): Migration[] {
  return readdirSync(folder)
    .filter((file) => /^\d{4}_[a-z0-9_-]+\.sql$/.test(file))
    .sort()
    .map((file) => {
      const sql = readFileSync(join(folder, file), 'utf8');
      return { number: Number(file.slice(0, 4)), name: file, sql, checksum: createHash('sha256').update(sql).digest('hex') };
    });
}

export function mannerOf(migration: Migration): Manner {
  const needs = Number(NEEDS.exec(migration.sql)?.[1] ?? 0);
  assert(needs <= migration.number, `${migration.name} needs programs from a later migration`);
  return { needs, steps: IN_STEPS.test(migration.sql) ? stepsOf(migration.sql) : null };
}

function stepsOf(sql: string): Step[] {
  // The parts between the marks, each behind what its mark says.
  const parts = sql.split(STEP).slice(1);
  const steps: Step[] = [];
  for (let at = 0; at < parts.length; at += 2) steps.push({ sql: (parts[at + 1] ?? '').trim(), repeated: parts[at] !== undefined });
  return steps;
}
