// What a start page shows of one seller: revenue by month, what recurs, who is in service, the next run, and what needs a person.
import { civilFromDay, dayFromCivil, formatDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { findZone } from '../../kernel/calendar/zone.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { findCurrency } from '../../kernel/money/currency.ts';
import { formatMinor } from '../../kernel/money/decimal.ts';
import { add, multiply, type Rational, rational, roundToInteger, ZERO } from '../../kernel/money/rational.ts';
import type { Tenant } from '../../platform/http/principal.ts';
import type { Database } from '../../platform/postgres/pool.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import {
  countParked,
  countRefusedUsage,
  countStanding,
  listFailingEndpoints,
  type RecurringRow,
  readNextRun,
  type StandingCounts,
  sumRecurring,
  sumRevenue,
} from './overview-store.ts';

const MONTHS = 12;
const REFUSED_DAYS = 7;
const DAY_MS = 86_400_000;

/** How many of a unit a month has: 365.25 days are a year. */
const IN_A_MONTH: Readonly<Record<RecurringRow['unit'], Rational>> = {
  hour: rational(1461n, 2n),
  day: rational(487n, 16n),
  week: rational(487n, 112n),
  month: rational(1n),
  year: rational(1n, 12n),
};

interface Amount {
  readonly currency: string;
  readonly amount: string;
}

export interface BusinessFigures {
  /** Business time of the figures. */
  readonly at: string;
  readonly revenue: readonly {
    readonly month: string;
    readonly currency: string;
    readonly net: string;
    readonly total: string;
    readonly invoices: number;
    readonly creditNotes: number;
  }[];
  readonly recurring: readonly Amount[];
  readonly standing: StandingCounts;
}

async function readBusiness(tx: Transaction, seller: Tenant, now: number): Promise<BusinessFigures> {
  const today = findZone(seller.zone)!.dayOf(now);
  const { year, month } = civilFromDay(today);
  const first = year * 12 + (month - 1) - (MONTHS - 1);
  const from = formatDay(dayFromCivil(Math.floor(first / 12), (first % 12) + 1, 1));
  const revenue = await sumRevenue(tx, seller.id, from);
  return {
    at: formatInstant(now),
    revenue: revenue.map((row) => ({
      month: row.month,
      currency: row.currency,
      net: money(row.netMinor, row.currency),
      total: money(row.totalMinor, row.currency),
      invoices: row.invoices,
      creditNotes: row.creditNotes,
    })),
    recurring: perMonth(await sumRecurring(tx, seller.id, formatDay(today))),
    standing: await countStanding(tx, seller.id, now),
  };
}

const money = (minor: bigint, currency: string): string => formatMinor(minor, findCurrency(currency)!.digits);

/** Added up exactly, and rounded once for each currency. */
export function perMonth(rows: readonly RecurringRow[]): Amount[] {
  const sums = new Map<string, Rational>();
  for (const { currency, unit, count, netMinor } of rows) {
    const monthly = multiply(rational(netMinor, BigInt(count)), IN_A_MONTH[unit]);
    sums.set(currency, add(sums.get(currency) ?? ZERO, monthly));
  }
  return [...sums]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, sum]) => ({ currency, amount: money(roundToInteger(sum, 'half_up'), currency) }));
}

interface Kept {
  readonly figures: BusinessFigures;
  readonly tookMs: number;
  readonly readAtMs: number;
  renewing: boolean;
}

/** What was found quickly is found anew each time. The rest is at most so many times as old as it took: a hundredth of the database's time. */
const QUICK_MS = 60;
const SHARE = 100;
const kept = new WeakMap<Database, Map<bigint, Kept>>();

export interface Reading {
  readonly database: Database;
  readonly seller: Tenant;
  readonly now: number;
  /** The machine's time, for how long reading takes and how old it is. */
  readonly machineMs: () => number;
  inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T>;
}

/** Figures of many accounts are answered from memory, and renewed behind the answer when they are old. */
export async function businessFigures(reading: Reading): Promise<BusinessFigures> {
  const all = kept.get(reading.database) ?? new Map<bigint, Kept>();
  kept.set(reading.database, all);
  const before = all.get(reading.seller.id);
  if (before === undefined || before.tookMs < QUICK_MS) return renew(reading, all);
  if (!before.renewing && reading.machineMs() - before.readAtMs > before.tookMs * SHARE) {
    before.renewing = true;
    // Whoever asks next tries again, and is told then.
    renew(reading, all).catch(() => {
      before.renewing = false;
    });
  }
  return before.figures;
}

async function renew(reading: Reading, all: Map<bigint, Kept>): Promise<BusinessFigures> {
  const beganMs = reading.machineMs();
  const figures = await reading.inTransaction((tx) => readBusiness(tx, reading.seller, reading.now));
  const readAtMs = reading.machineMs();
  all.set(reading.seller.id, { figures, tookMs: readAtMs - beganMs, readAtMs, renewing: false });
  return figures;
}

/** What runs next, and what waits for a person; each part for whom may see it. */
export async function readAttention(tx: Transaction, seller: Tenant, may: ReadonlySet<string>, now: number) {
  const refusedSince = now - REFUSED_DAYS * DAY_MS;
  return {
    nextRun: may.has('billing.read') ? await toldRun(tx, seller, now) : null,
    parked: may.has('billing.read') ? await countParked(tx, seller.id) : null,
    refusedUsage: may.has('usage.read')
      ? { since: formatInstant(refusedSince), codes: await countRefusedUsage(tx, seller.id, refusedSince) }
      : null,
    failingWebhooks: may.has('webhooks.read') ? await toldEndpoints(tx, seller) : null,
  };
}

async function toldRun(tx: Transaction, seller: Tenant, now: number) {
  const { due, nextAt, nextAccounts } = await readNextRun(tx, seller.id, now);
  return { due, nextAt: nextAt === null ? null : formatInstant(nextAt), nextAccounts };
}

async function toldEndpoints(tx: Transaction, seller: Tenant) {
  return (await listFailingEndpoints(tx, seller.id)).map(({ id, failingSince, ...rest }) => ({
    ...rest,
    id: formatIdentifier('whe', id),
    failingSince: failingSince === null ? null : formatInstant(failingSince),
  }));
}
