// The second step of a run: what one account is billed, decided without touching anything. Preview and the real run share it.

import { assert } from '../../kernel/assert.ts';
import { type Day, parseDay } from '../../kernel/calendar/civil.ts';
import type { Zone } from '../../kernel/calendar/zone.ts';
import { findCurrency } from '../../kernel/money/currency.ts';
import { parseMinor } from '../../kernel/money/decimal.ts';
import { isZero, type Rational } from '../../kernel/money/rational.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { readDecimal } from '../../kernel/stored-values.ts';
import { currencyOff, type Settings } from '../accounts/index.ts';
import {
  type AccountFacts,
  type AccountRating,
  type CellStep,
  cellId,
  type RegisterCell,
  rateAccount,
  type Terms,
} from '../rating/index.ts';
import { anchorFromStored, type Fact } from '../subscriptions/index.ts';
import { type ComposedDocument, composeDocuments } from './core/compose-documents.ts';
import { type AccountWork, type Batch, sinceOf } from './load-accounts.ts';
import { byCurrency } from './work-by-currency.ts';

/** Lines of one account on one billing day; more are a mistake in the facts and set the account aside. */
export const GREATEST_LINES_PER_DAY = 100_000;
/** Billing days of one account that one transaction catches up; the rest follow in the next ones. */
export const GREATEST_DAYS_PER_BATCH = 60;
/** An account due longer ago than this is set aside: its first fact has a wrong year. */
export const GREATEST_YEARS_BEHIND = 30;

/** Known is what was stored before the accounts were locked. Instants do not say it: the server that recorded a fact may be ahead of our clock. */
export const EVERYTHING_STORED = Number.POSITIVE_INFINITY;

export interface DecidedDay {
  readonly day: Day;
  /** In force on that day: they say how its documents are made. */
  readonly settings: Settings;
  readonly steps: readonly CellStep[];
  readonly documents: readonly ComposedDocument[];
}

/** One currency of one account; most have one. */
export interface DecidedAccount {
  readonly work: AccountWork;
  readonly digits: number;
  readonly days: readonly DecidedDay[];
  readonly lastDay: Day;
  readonly nextDay: Day | null;
  /** By the subscription's external id: from where facts wait for their cycle. */
  readonly waiting: ReadonlyMap<string, Day>;
  readonly bound: ReadonlyMap<string, bigint>;
}

/** Bills every day that is due until `horizon`, each with what is known now. */
export function decideAccount(batch: Batch, work: AccountWork, horizon: Day, knownBefore: number): DecidedAccount[] {
  const dueDay = Math.max(work.zone.dayOf(work.due.nextBillAt), work.due.lastRunOn ?? Number.NEGATIVE_INFINITY);
  if (horizon - dueDay > GREATEST_YEARS_BEHIND * 366) {
    throw new Refusal(
      'billing.too_far_behind',
      `The account is due since more than ${GREATEST_YEARS_BEHIND} years. Void the fact with the wrong date.`,
    );
  }
  const parts = byCurrency(work);
  const stories = parts.map((part) => new AccountStory(batch, part, knownBefore));
  let day = firstDayOf(batch, parts, work.due.lastRunOn, dueDay, horizon, knownBefore);
  for (let count = 1; ; count += 1) {
    for (const story of stories) story.runOn(day);
    const next = earliest(stories.map((story) => story.nextDay));
    if (next === null || next > horizon || count === GREATEST_DAYS_PER_BATCH) {
      return stories.map(({ work: part, digits, days, waiting, bound }) => ({
        work: part,
        digits,
        days,
        lastDay: day,
        nextDay: next,
        waiting,
        bound,
      }));
    }
    day = next;
  }
}

/**
 * What was learned since the last run is billed with the account's next billing day, or, where that is still to come, for the horizon's day:
 * the difference belongs to the day it was found.
 */
function firstDayOf(
  batch: Batch,
  parts: readonly AccountWork[],
  lastRunOn: Day | null,
  dueDay: Day,
  horizon: Day,
  knownBefore: number,
): Day {
  if (dueDay !== lastRunOn || dueDay >= horizon) return dueDay;
  const next = earliest(parts.map((part) => new AccountStory(batch, part, knownBefore).look(dueDay).nextDay));
  return Math.min(next ?? horizon, horizon);
}

function earliest(days: readonly (Day | null)[]): Day | null {
  return days.reduce<Day | null>((least, day) => (day !== null && (least === null || day < least) ? day : least), null);
}

/** What the engine is told of an account, by currency: for those who ask about it without billing. */
export function factsOf(batch: Batch, work: AccountWork, day: Day): AccountFacts[] {
  return byCurrency(work).map((part) => new AccountStory(batch, part, EVERYTHING_STORED).factsOn(day));
}

/** What a run on a day would find, by currency. */
export function lookAgain(batch: Batch, work: AccountWork, day: Day): AccountRating[] {
  return byCurrency(work).map((part) => new AccountStory(batch, part, EVERYTHING_STORED).look(day));
}

/** One account's billing days, each standing on what the one before billed. */
class AccountStory {
  readonly work: AccountWork;
  readonly digits: number;
  readonly days: DecidedDay[] = [];
  readonly bound = new Map<string, bigint>();
  waiting: ReadonlyMap<string, Day> = new Map();
  nextDay: Day | null = null;
  private readonly batch: Batch;
  private readonly knownBefore: number;
  private readonly register: Map<string, RegisterCell>;
  private lastDay: Day | null = null;

  constructor(batch: Batch, work: AccountWork, knownBefore: number) {
    const currency = findCurrency(work.account.currency);
    assert(currency !== null, `currency ${work.account.currency} of a stored account`);
    this.batch = batch;
    this.work = work;
    this.knownBefore = knownBefore;
    this.digits = currency.digits;
    this.register = new Map([...work.register].map(([key, stored]) => [key, stored.cell]));
  }

  runOn(day: Day): void {
    const rating = this.look(day);
    if (rating.steps.some((step) => this.isOff(step))) throw currencyOff(this.work.account.currency);
    const lines = rating.steps.flatMap((step) => step.lines);
    if (lines.length > GREATEST_LINES_PER_DAY) {
      throw new Refusal(
        'billing.too_many_lines',
        `One billing day would bring ${lines.length} lines, more than ${GREATEST_LINES_PER_DAY}.`,
      );
    }
    this.remember(rating, day);
    const settings = this.settingsOn(day);
    const { corrections, taxRounding, taxInclusive, rounding } = settings;
    const documents = composeDocuments(lines, { corrections, tax: { rounding: taxRounding, inclusive: taxInclusive, mode: rounding } });
    for (const document of documents) this.alarm(document, settings);
    if (rating.steps.length > 0) this.days.push({ day, settings, steps: rating.steps, documents });
  }

  look(day: Day): AccountRating {
    return rateAccount(this.factsOn(day), [...this.register.values()], { day, knownBefore: this.knownBefore });
  }

  factsOn(day: Day): AccountFacts {
    return this.facts(this.settingsOn(day));
  }

  /** A period that began when its currency was off already waits until it is on again or the subscription has ended. */
  private isOff({ amountMinor, after }: CellStep): boolean {
    const offFrom = this.batch.offFrom.get(this.work.account.currency);
    return offFrom !== undefined && amountMinor > 0n && after.window !== null && after.window.from >= offFrom;
  }

  private remember(rating: AccountRating, day: Day): void {
    for (const step of rating.steps) this.register.set(cellId(step.after), step.after);
    for (const { id, amountMinor } of rating.bound) this.bound.set(id, (this.bound.get(id) ?? 0n) + amountMinor);
    this.waiting = rating.waiting;
    this.nextDay = rating.nextDay;
    this.lastDay = day;
  }

  private settingsOn(day: Day): Settings {
    return this.batch.settings.of(this.work.account.id, day);
  }

  private alarm(document: ComposedDocument, { alarmTotal }: Settings): void {
    if (alarmTotal === null) return;
    const limit = parseMinor(alarmTotal, this.digits);
    if (limit === null || document.totalMinor <= limit) return;
    throw new Refusal('billing.total_beyond_alarm', `An invoice would be beyond the alarm of ${alarmTotal} ${this.work.account.currency}.`);
  }

  private facts(settings: Settings): AccountFacts {
    const { work, batch } = this;
    const terms = termsOf(work, settings, this.digits);
    return {
      terms,
      plans: batch.plans,
      components: batch.components,
      prices: work.prices,
      subscriptions: work.subscriptions.map(({ row, facts, usage }) => ({
        id: row.externalId,
        taxCategory: row.taxCategory,
        facts,
        usage,
        since: this.lastDay === null ? sinceOf(row) : Math.min(this.lastDay, this.waiting.get(row.externalId) ?? this.lastDay),
        forgotten:
          batch.usageFrom === null || row.billedThrough === null ? null : { before: batch.usageFrom, settledThrough: row.billedThrough },
        ...this.ownTerms(settings, terms, firstDayOfService(facts, work.zone)),
      })),
      items: work.items.map((item) => ({
        id: item.externalId,
        at: item.at,
        recorded: item.recorded,
        amount: item.amount,
        quantity: item.quantity,
        taxCategory: item.taxCategory,
        every: item.every,
        until: item.until,
        ...this.ownTerms(settings, terms, work.zone.dayOf(item.at)),
      })),
      itemsSince: this.itemsSince(),
      ratedThrough: this.lastDay ?? work.due.lastRunOn,
      credits: work.credits.map((credit) => ({ ...credit, id: credit.externalId })),
      fixedDiscounts: work.discounts.map((discount) => ({
        ...discount,
        id: discount.externalId,
        boundMinor: discount.boundMinor + (this.bound.get(discount.externalId) ?? 0n),
      })),
      treatment: (category, day) => batch.tax.decide(work.account, category, day).treatment,
    };
  }

  /** What a new value counts for begins on its day or later: what began before keeps the values of its first day. */
  private ownTerms(settings: Settings, terms: Terms, firstDay: Day | null): { terms?: Terms } {
    const own = firstDay === null ? settings : this.settingsOn(firstDay);
    return own === settings ? {} : { terms: { ...terms, ...termsOfBeginning(own) } };
  }

  private itemsSince(): Day | null {
    if (this.lastDay !== null) return this.lastDay;
    const { lastRunOn, itemsTouchedFrom } = this.work.due;
    if (lastRunOn === null) return null;
    return itemsTouchedFrom === null ? lastRunOn : Math.min(lastRunOn, itemsTouchedFrom);
  }
}

/** The day of the start that was told first: correcting it later changes no terms. */
function firstDayOfService(facts: readonly Fact[], zone: Zone): Day | null {
  const start = facts.find((fact) => fact.kind === 'start');
  return start === undefined ? null : zone.dayOf(start.at);
}

type TermsOfBeginning = Pick<Terms, 'rounding' | 'anchor' | 'fullPeriod' | 'changes' | 'changeDay' | 'cancellationDay' | 'minimumStay'>;

function termsOfBeginning(settings: Settings): TermsOfBeginning {
  return {
    rounding: settings.rounding,
    anchor: anchorFromStored(settings.anchor),
    fullPeriod: settings.fullPeriod,
    changes: { upgrade: settings.upgrade, downgrade: settings.downgrade },
    changeDay: settings.changeDay,
    cancellationDay: settings.cancellationDay,
    minimumStay: settings.minimumStay === 'P1D',
  };
}

const knownTerms = new WeakMap<Settings, Map<string, Terms>>();

/** Accounts of one zone and currency under the same settings share theirs. */
function termsOf(work: AccountWork, settings: Settings, digits: number): Terms {
  const { zone } = work;
  const { currency } = work.account;
  let known = knownTerms.get(settings);
  if (known === undefined) {
    known = new Map();
    knownTerms.set(settings, known);
  }
  const key = `${currency} ${zone.name}`;
  let terms = known.get(key);
  if (terms === undefined) {
    terms = {
      ...termsOfBeginning(settings),
      currency,
      digits,
      zone,
      interim: settings.interim.map((amount): Rational => readDecimal(amount)).filter((amount) => !isZero(amount)),
      closedUntil: settings.booksClosedUntil === null ? null : parseDay(settings.booksClosedUntil),
      greatestAgeDays: settings.greatestAgeDays,
    };
    known.set(key, terms);
  }
  return terms;
}
