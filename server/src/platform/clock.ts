// Business time: the machine's time plus an offset that all servers share. It is moved for demonstrations and tests, and only forward.
import { sql } from 'kysely';
import { Refusal } from '../kernel/refusal.ts';
import type { Database } from './postgres/pool.ts';

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
}

export interface SharedClock extends Clock {
  /** Reads the offset anew: what another process moved is seen at once. */
  read(): Promise<number>;
  /** Moves business time to an instant in its future, for every process on this database. */
  advanceTo(instant: number): Promise<number>;
  close(): void;
}

const REFRESH_MS = 1000;
/** Beyond it dates no longer fit where they are kept. */
const LATEST = Date.UTC(2200, 0, 1);

export const realClock: Clock = { now: () => Date.now() };

/** `now()` may be a second behind what another process moved; work that decides over money calls `read()` first. */
export async function openClock(database: Database, real: Clock = realClock): Promise<SharedClock> {
  let offset = await readOffset(database);
  const refresh = async () => {
    // Never backward, also when two reads overtake each other.
    offset = Math.max(offset, await readOffset(database));
  };
  const timer = setInterval(() => void refresh().catch(() => undefined), REFRESH_MS);
  timer.unref();
  const now = () => real.now() + offset;
  return {
    now,
    read: async () => {
      await refresh();
      return now();
    },
    advanceTo: async (instant) => {
      await refresh();
      refuseImpossible(instant, now());
      const needed = Math.ceil(instant - real.now());
      await sql`update clock set offset_ms = greatest(offset_ms, ${needed})`.execute(database.db);
      await refresh();
      return now();
    },
    close: () => clearInterval(timer),
  };
}

function refuseImpossible(instant: number, now: number): void {
  const wanted = Number.isFinite(instant) && Math.abs(instant) < 8e15 ? new Date(instant).toISOString() : String(instant);
  if (!(instant > now)) {
    throw new Refusal(
      'clock.backward',
      `The clock stands at ${new Date(now).toISOString()} and only goes forward. Name a later time than ${wanted}.`,
    );
  }
  if (instant > LATEST)
    throw new Refusal('clock.too_far', `The clock goes to ${new Date(LATEST).toISOString()} at most. Name an earlier time.`);
}

async function readOffset(database: Database): Promise<number> {
  const found = await sql<{ offset_ms: bigint }>`select offset_ms from clock`.execute(database.db);
  return Number(found.rows[0]?.offset_ms ?? 0n);
}
