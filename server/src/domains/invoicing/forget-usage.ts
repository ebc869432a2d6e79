// Lets go the usage of old months, each as a whole, once no bill can need its events any more. What keeps a month is told.
import { setTimeout as delay } from 'node:timers/promises';
import { Refusal } from '../../kernel/refusal.ts';
import { declareFailpoints, failpoint } from '../../platform/failpoint.ts';
import type { Database } from '../../platform/postgres/pool.ts';
import { inTransaction, type Transaction } from '../../platform/postgres/transaction.ts';
import { listSellers } from '../accounts/index.ts';
import { HOLD_USAGE, readUsageHorizon } from '../subscriptions/index.ts';
import { dropMonth, listMonths, listTouchedBefore, type UsageMonth } from '../usage/index.ts';
import { type AccountedPlace, accountForUsage } from './account-for-usage.ts';
import type { OpenReason } from './core/usage-places.ts';
import type { Clock } from './run-billing.ts';

declareFailpoints({
  'usage.month_dropped': 'The events of a month are gone and the horizon is moved, and nothing is committed.',
});

/** Events are taken for 400 days, and what is late may be corrected a while longer. */
export const LEAST_MONTHS = 15;

/** Whose usage a month is kept for. */
export interface KeptFor {
  readonly seller: string;
  readonly account: string;
  readonly subscription: string;
  /** From when on its usage is needed. */
  readonly from: number;
  readonly reason: OpenReason;
}

export interface ForgottenUsage {
  /** The first instant whose usage is kept, after this; null: all is. */
  readonly keptFrom: number | null;
  /** What went, or with a preview would go. */
  readonly months: readonly { readonly from: number; readonly bytes: number; readonly events: number | null }[];
  /** Why older months are kept, those that need the oldest first. */
  readonly keptFor: readonly KeptFor[];
  /** True where somebody held the usage so long that the rest waits for the next time. */
  readonly busy: boolean;
}

export interface ForgetOptions {
  /** The first instant of a month of UTC. */
  readonly before: number;
  readonly preview?: boolean;
  readonly stopping?: AbortSignal;
  /** How long others may hold the usage before a month waits for the next time. */
  readonly patienceMs?: number;
}

const PATIENCE_MS = 60_000;
const GAVE_WAY = new Set(['55P03', '40P01']);

export async function forgetUsage(database: Database, clock: Clock, options: ForgetOptions): Promise<ForgottenUsage> {
  const now = await clock.read();
  if (options.before > monthsBefore(now, LEAST_MONTHS)) {
    throw new Refusal(
      'usage.month_needed',
      `Usage of the last ${LEAST_MONTHS} whole months stays: events are taken up to 400 days late. Name an earlier month.`,
      { path: '--before', parameters: { months: String(LEAST_MONTHS) } },
    );
  }
  const look = { isolation: 'repeatable read', readOnly: true, first: HOLD_USAGE } as const;
  const { months, keptFor, keptFrom } = await inTransaction(database, (tx) => lookThrough(tx, options.before, now), look);
  if (options.preview === true)
    return { keptFrom, months: months.map(({ from, bytes }) => ({ from, bytes, events: null })), keptFor, busy: false };
  const gone: { from: number; bytes: number; events: number }[] = [];
  let busy = false;
  for (const { from, bytes } of months) {
    const events = options.stopping?.aborted === true ? null : await dropGently(database, from, now, options.patienceMs ?? PATIENCE_MS);
    busy = events === null;
    if (events === null) break;
    gone.push({ from, bytes, events });
  }
  return { keptFrom: await inTransaction(database, readUsageHorizon), months: gone, keptFor, busy };
}

/** The first instant of the month that lies so many whole months before an instant's own. */
export function monthsBefore(now: number, months: number): number {
  const date = new Date(now);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months);
}

interface Looked {
  readonly keptFrom: number | null;
  readonly months: readonly UsageMonth[];
  readonly keptFor: readonly KeptFor[];
}

/** No month goes of which an open period would need an event, or that one began in: the horizon cuts none. */
async function lookThrough(tx: Transaction, before: number, now: number): Promise<Looked> {
  const horizon = await readUsageHorizon(tx);
  const wanted = await listMonths(tx, before);
  if (wanted.length === 0) return { keptFrom: horizon, months: [], keptFor: [] };
  const keptFor = (await whoNeeds(tx, before, now)).sort((a, b) => a.from - b.from);
  const needed = keptFor[0]?.from ?? Number.POSITIVE_INFINITY;
  const months = wanted.filter((month) => month.to <= needed);
  return { keptFrom: months.at(-1)?.to ?? horizon, months, keptFor };
}

async function whoNeeds(tx: Transaction, before: number, now: number): Promise<KeptFor[]> {
  const keptFor = new Map<string, KeptFor>();
  const keep = (one: KeptFor): void => {
    const key = JSON.stringify([one.seller, one.subscription]);
    const known = keptFor.get(key);
    if (known === undefined || one.from < known.from) keptFor.set(key, one);
  };
  for (const seller of await listSellers(tx)) {
    for await (const { places } of accountForUsage(tx, seller, {}, now, 'together')) {
      for (const place of places) {
        const from = neededFrom(place);
        if (place.status !== 'open' || from >= before) continue;
        const { work, subscription, reason } = place;
        keep({ seller: seller.key, account: work.account.externalId, subscription, from, reason: reason as OpenReason });
      }
    }
  }
  for (const { day, isParked, ...who } of await listTouchedBefore(tx, before + TOUCHED_MARGIN_MS)) {
    keep({ ...who, from: Date.parse(day) - TOUCHED_MARGIN_MS, reason: isParked ? 'account_parked' : 'waits_for_run' });
  }
  return [...keptFor.values()];
}

/** A period that waits to be looked at again may have begun so long before the day that was told of. */
const TOUCHED_MARGIN_MS = 366 * 86_400_000;

/** A period is rated as a whole or not at all. Hourly ones stand together: the first of them may have begun before its first event. */
function neededFrom({ window, taker, total }: AccountedPlace): number {
  return window?.fromInstant ?? total.firstAt - (taker?.component.period.count ?? 1) * 3_600_000;
}

/** Null: others held the usage all the time. */
async function dropGently(database: Database, from: number, now: number, patienceMs: number): Promise<number | null> {
  const deadline = performance.now() + patienceMs;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await inTransaction(database, async (tx) => {
        const events = await dropMonth(tx, from, now);
        await failpoint('usage.month_dropped', tx.client);
        return events;
      });
    } catch (error) {
      if (!GAVE_WAY.has(String((error as { code?: unknown }).code))) throw error;
    }
    if (performance.now() > deadline) return null;
    // Of uneven length, so that it does not keep step with work that comes and goes regularly.
    await delay(Math.min(1000, 50 * attempt) * (0.5 + Math.random()));
  }
}
