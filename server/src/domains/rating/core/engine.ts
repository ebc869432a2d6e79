// The engine's contract: facts of one account and what was billed so far go in, the steps that are due come out. Pure; the quote and the billing run share it.
import type { Day } from '../../../kernel/calendar/civil.ts';
import type { Zone } from '../../../kernel/calendar/zone.ts';
import type { Rational } from '../../../kernel/money/rational.ts';
import type { Aggregation, Component, Plan } from '../../catalog/core/component.ts';
import type { Price, PriceEntry } from '../../pricelists/core/price.ts';
import type { AnchorRule, Fact } from '../../subscriptions/core/fact.ts';
import type { GridWindow } from '../../subscriptions/core/grid.ts';
import type { TaxTreatment } from '../../tax/core/tax-table.ts';
import type { UsageEvent } from '../../usage/core/event.ts';

/** What an account's contract says about charging. Defaults are in the settings table. */
export interface Terms {
  readonly currency: string;
  /** Minor digits of the currency. */
  readonly digits: number;
  readonly zone: Zone;
  readonly rounding: 'half_up' | 'half_even';
  readonly anchor: AnchorRule;
  readonly fullPeriod: 'anchor' | 'edge';
  readonly changes: { readonly upgrade: 'at_once' | 'next_cycle'; readonly downgrade: 'at_once' | 'next_cycle' | 'period_end' };
  readonly changeDay: 'new' | 'old';
  readonly cancellationDay: 'free' | 'billed';
  readonly minimumStay: boolean;
  /** Spending thresholds of a period, major units, ascending. */
  readonly interim: readonly Rational[];
  /** Periods that ended by this day are in closed books: nothing of them is rated again line by line. */
  readonly closedUntil: Day | null;
  /** The same for periods that ended this many days before the run, or earlier. */
  readonly greatestAgeDays: number | null;
}

/** An interval of a component's grid. The instants of hourly windows are their own; of all others, local midnights. */
export type Window = GridWindow;

/** A stretch of a window with one state, as it was last billed. `from` and `to` are days, or instants where `instants` says so. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  readonly instants: boolean;
  /** Priced as one total (measured, one-time, fraction none): such a piece is never cut. */
  readonly whole: boolean;
  readonly quantity: Rational;
  /** Id of the price entry. */
  readonly priceId: string;
  /** What percent discounts leave: 0.9 for ten per cent off. */
  readonly factor: Rational;
  /** Part of the full window. */
  readonly fraction: Rational;
  /** Before and after discounts, major units, exact. */
  readonly gross: Rational;
  readonly net: Rational;
  readonly parts: readonly { readonly tier: number; readonly units: Rational; readonly amount: Rational }[];
  /** A goodwill credit's id, on pieces that are one. */
  readonly credit: string | null;
}

/** An amount already billed under one tax treatment, oldest first in a cell. */
export interface TaxBucket {
  readonly treatment: TaxTreatment;
  readonly amountMinor: bigint;
}

export type CellKind = 'component' | 'commitment' | 'extra_item';

/** Identity of a cell inside one account. `ref` is the component's, the commitment's ("P/commitment") or the extra item's. */
export interface CellKey {
  readonly subscription: string | null;
  readonly ref: string;
  readonly item: string | null;
  /** Null for one-time cells, which have one window for all time. */
  readonly window: Window | null;
}

/** What was billed of a cell so far: the register's row. */
export interface RegisterCell extends CellKey {
  readonly kind: CellKind;
  readonly sequence: number;
  readonly grossMinor: bigint;
  readonly netMinor: bigint;
  readonly pieces: readonly Piece[];
  /** Share of the net that fixed discounts took, 0 to 1. */
  readonly boundShare: Rational;
  readonly buckets: readonly TaxBucket[];
}

/** `adjustment`: a closed cell's whole difference. Documents show those of one subscription and tax treatment as one line. */
export type LineReason = 'due' | 'added' | 'changed' | 'taken_back' | 'item' | 'credit' | 'true_up' | 'adjustment';

export interface LineState {
  readonly quantity: Rational;
  readonly priceId: string;
  readonly factor: Rational;
}

/** One printed line: a stretch of a cell where the old picture and the new one differ. */
export interface RatedLine {
  readonly key: CellKey;
  readonly kind: CellKind;
  readonly reason: LineReason;
  readonly from: number;
  readonly to: number;
  readonly instants: boolean;
  readonly fraction: Rational;
  readonly old: LineState | null;
  readonly new: LineState | null;
  readonly parts: Piece['parts'];
  /** Net, exact, major units. */
  readonly exact: Rational;
  readonly grossMinor: bigint;
  readonly discountMinor: bigint;
  /** gross − discount. */
  readonly amountMinor: bigint;
  /** The cell's net before and after this line. */
  readonly beforeMinor: bigint;
  readonly afterMinor: bigint;
  readonly treatment: TaxTreatment;
}

/** The next step of a cell. `after` becomes its register row; `lines` sum to after.netMinor − before.netMinor. */
export interface CellStep {
  readonly beforeMinor: bigint;
  readonly amountMinor: bigint;
  readonly after: RegisterCell;
  readonly lines: readonly RatedLine[];
  /** Billed before the service it pays for: deferred revenue. */
  readonly inAdvance: boolean;
}

/** Half open, instants. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Where usage comes from. Implementations must answer by exact instants and by what was recorded before a moment. */
export interface UsageSource {
  /** Aggregated usage inside the intervals, of events recorded before `knownBefore`. */
  quantity(meter: string, aggregate: Aggregation, intervals: readonly Interval[], knownBefore: number): Rational;
  /** Single events in order of instant and id, for prices that need them. */
  events(meter: string, intervals: readonly Interval[], knownBefore: number): readonly UsageEvent[];
}

export interface SubscriptionFacts {
  readonly id: string;
  /** Overrides the components' tax category. */
  readonly taxCategory: string | null;
  /** The whole timeline, in any order. */
  readonly facts: readonly Fact[];
  readonly usage: UsageSource;
  /** Only windows that end after this day are looked at: least(last run, touched_from); null looks at all. */
  readonly since: Day | null;
  /** What is measured by usage that may be gone stays as it was billed. Absent or null: all events are there. */
  readonly forgotten?: ForgottenUsage | null;
  /** The terms it began under, where they are not the account's. Zone, currency and thresholds are the account's always. */
  readonly terms?: Terms;
}

/** Usage of a subscription that a run has billed before. */
export interface ForgottenUsage {
  /** Events before this instant are gone. */
  readonly before: number;
  /** Windows that ended by this day were settled when they went. */
  readonly settledThrough: Day;
}

/** Something sold outside the catalog, once or recurring (C7). A negative amount is a credit item. */
export interface ExtraItem {
  readonly id: string;
  readonly at: number;
  readonly recorded: number;
  /** Price of one unit, major units. */
  readonly amount: Rational;
  readonly quantity: Rational;
  readonly taxCategory: string;
  readonly every: { readonly unit: 'hour' | 'day' | 'week' | 'month' | 'year'; readonly count: number } | null;
  readonly until: number | null;
  /** As SubscriptionFacts.terms. */
  readonly terms?: Terms;
}

export interface ItemCredit {
  readonly id: string;
  /** An extra item's id or a component's ref. */
  readonly item: string;
  readonly at: number;
  readonly recorded: number;
  readonly amount: Rational;
}

export interface FixedDiscount {
  readonly id: string;
  readonly at: number;
  readonly recorded: number;
  readonly amount: Rational;
  /** What earlier runs bound of it. */
  readonly boundMinor: bigint;
  /** Extra items' ids and components' refs; null is all. */
  readonly items: readonly string[] | null;
}

/** Everything the engine knows of one account. */
export interface AccountFacts {
  readonly terms: Terms;
  readonly plans: ReadonlyMap<string, Plan>;
  readonly components: ReadonlyMap<string, Component>;
  readonly prices: PriceSource;
  readonly subscriptions: readonly SubscriptionFacts[];
  readonly items: readonly ExtraItem[];
  /** As SubscriptionFacts.since, for the extra items. */
  readonly itemsSince: Day | null;
  /** The last day a run looked at, from which on a cell is first billed and not rated again; null before any. */
  readonly ratedThrough: Day | null;
  readonly credits: readonly ItemCredit[];
  readonly fixedDiscounts: readonly FixedDiscount[];
  /** The treatment of a category on a day. */
  readonly treatment: (category: string, day: Day) => TaxTreatment;
}

/** Price entries of one edge, already resolved to what this account sees. */
export interface PriceSource {
  /** The entry in force for a component on a day, of those recorded before a moment; null where it is not for sale. */
  priceOn(component: string, day: Day, knownBefore: number): PriceEntry | null;
  /** First days after `from` and before `to` on which the price changes. */
  changesWithin(component: string, from: Day, to: Day, knownBefore: number): readonly Day[];
  priceById(id: string): Price | null;
}

/** One run's decision for one account, before documents are made of it. */
export interface AccountRating {
  readonly steps: readonly CellStep[];
  /** How much of each fixed discount this run bound. */
  readonly bound: readonly { readonly id: string; readonly amountMinor: bigint }[];
  /** The next day on which something can become due; null if nothing will without a new fact. */
  readonly nextDay: Day | null;
  /** Per subscription: the earliest effective day of facts that wait for their cycle; to be kept as touched_from. */
  readonly waiting: ReadonlyMap<string, Day>;
}

/** A run: the day as horizon; facts recorded before `knownBefore` count. */
export interface Run {
  readonly day: Day;
  readonly knownBefore: number;
}

// rateAccount(facts: AccountFacts, register: readonly RegisterCell[], run: Run): AccountRating   is in rate-account.ts
