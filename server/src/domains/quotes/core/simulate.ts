// The story of a quote: its billing days in order, each knowing what was recorded by its end, with the account's money moving beside them.
import type { Day } from '../../../kernel/calendar/civil.ts';
import { fromMinor, ONE } from '../../../kernel/money/rational.ts';
import { type ComposedDocument, composeDocuments } from '../../invoicing/core/compose-documents.ts';
import { type Applied, PersonalAccount } from '../../invoicing/core/personal-account.ts';
import { cellId } from '../../rating/core/cell-key.ts';
import type { AccountFacts, FixedDiscount, RatedLine, RegisterCell, SubscriptionFacts } from '../../rating/core/engine.ts';
import { rateAccount } from '../../rating/core/rate-account.ts';
import { touchedDay } from '../../subscriptions/core/touched.ts';
import { treatmentOn } from '../../tax/core/tax-table.ts';
import type { UsageEvent } from '../../usage/core/event.ts';
import { type EventSource, eventSource } from '../../usage/core/event-source.ts';
import type { Movement, QuoteFacts } from './read-document.ts';
import { refuse } from './read-values.ts';

export interface SimulatedDocument extends ComposedDocument {
  readonly run: Day;
  readonly applied: readonly Applied[];
  readonly dueMinor: bigint;
  /** Collected only when the account owes the minimum. */
  readonly isCarried: boolean;
}

export interface Simulation {
  readonly documents: readonly SimulatedDocument[];
  readonly register: ReadonlyMap<string, RegisterCell>;
  readonly account: PersonalAccount;
  readonly nextDay: Day | null;
  readonly lastRun: Day | null;
  /** Lines that wait for the least amount of an invoice. */
  readonly waiting: readonly RatedLine[];
  /** What was bound of each fixed discount, by these billing days and those before. */
  readonly bound: ReadonlyMap<string, bigint>;
}

/** More billing days than this, or more cells, are a mistake in the document: hourly periods over decades, an end in another century. */
const GREATEST_RUNS = 10_000;
const GREATEST_CELLS = 100_000;

export function simulate(facts: QuoteFacts): Simulation {
  return new Story(facts).tell();
}

class Story {
  private readonly facts: QuoteFacts;
  private readonly register: BilledRegister;
  private readonly usage: ReadonlyMap<string, readonly UsageEvent[]>;
  private readonly sources = new Map<string, EventSource>();
  private readonly bound = new Map<string, bigint>();
  private readonly account: PersonalAccount;
  private readonly documents: SimulatedDocument[] = [];
  private readonly movements: Movement[];
  private waiting: ReadonlyMap<string, Day> = new Map();
  private held: readonly RatedLine[];
  private knownBefore = Number.NEGATIVE_INFINITY;
  private lastRun: Day | null = null;
  private nextDay: Day | null = null;

  constructor(facts: QuoteFacts) {
    this.facts = facts;
    this.register = new BilledRegister(facts.billed);
    this.held = facts.waiting;
    for (const { id, boundMinor } of facts.fixedDiscounts) this.bound.set(id, boundMinor);
    this.usage = bySubscription(facts.usage);
    for (const { id } of facts.subscriptions) this.sources.set(id, eventSource(this.usage.get(id) ?? []));
    this.account = new PersonalAccount(
      facts.balanceMinor,
      facts.grants.map((grant) => ({ ...grant })),
    );
    this.movements = [...facts.payments, ...facts.refunds.map((refund) => ({ ...refund, amountMinor: -refund.amountMinor }))].sort(
      (a, b) => a.at - b.at,
    );
  }

  tell(): Simulation {
    const { runs } = this.facts;
    if ('until' in runs) this.runUntil(runs.until);
    else for (const day of runs) this.runOn(day);
    this.moveMoney(Number.POSITIVE_INFINITY);
    return {
      documents: this.documents,
      register: this.register.cells,
      account: this.account,
      nextDay: this.nextDay,
      lastRun: this.lastRun,
      waiting: this.held,
      bound: this.bound,
    };
  }

  private runUntil(until: Day): void {
    const days = recordedDays(this.facts);
    let ahead = 0;
    let day: Day | null = days[0] ?? null;
    for (let count = 0; day !== null && day <= until; count += 1) {
      if (count === GREATEST_RUNS) {
        const limit = String(GREATEST_RUNS);
        refuse('quote.too_many_runs', 'runs.until', `That would take more than ${limit} billing days; choose an earlier day.`, { limit });
      }
      this.runOn(day);
      while (ahead < days.length && days[ahead]! <= day) ahead += 1;
      const recorded: Day | null = days[ahead] ?? null;
      day = this.nextDay === null ? recorded : recorded === null ? this.nextDay : Math.min(this.nextDay, recorded);
    }
  }

  private runOn(day: Day): void {
    const { terms } = this.facts;
    const knownBefore = terms.zone.startOfDay(day + 1);
    this.moveMoney(knownBefore);
    const account = this.accountFacts(knownBefore);
    const rating = rateAccount(account, this.register.endingAfter(earliestLook(account)), { day, knownBefore });
    for (const step of rating.steps) this.register.keep(step.after);
    if (this.register.cells.size > GREATEST_CELLS) {
      const limit = String(GREATEST_CELLS);
      refuse('quote.too_many_periods', 'runs', `More than ${limit} periods would be billed; split the document or bill for less time.`, {
        limit,
      });
    }
    for (const { id, amountMinor } of rating.bound) this.bound.set(id, (this.bound.get(id) ?? 0n) + amountMinor);
    this.issue(
      day,
      rating.steps.flatMap((step) => step.lines),
    );
    this.waiting = rating.waiting;
    this.nextDay = rating.nextDay;
    this.lastRun = day;
    this.knownBefore = knownBefore;
  }

  private accountFacts(knownBefore: number): AccountFacts {
    const { facts } = this;
    const fixedDiscounts: FixedDiscount[] = facts.fixedDiscounts.map((discount) => ({
      ...discount,
      boundMinor: this.bound.get(discount.id) ?? 0n,
    }));
    const shared = this.sharedMark(knownBefore);
    return {
      terms: facts.terms,
      plans: facts.plans,
      components: facts.components,
      prices: facts.prices,
      subscriptions: facts.subscriptions.map((subscription) => this.subscriptionFacts(subscription, knownBefore, shared)),
      items: facts.items,
      itemsSince: shared,
      ratedThrough: this.lastRun ?? facts.billedThrough,
      credits: facts.credits,
      fixedDiscounts,
      treatment: (category, day) => treatmentOn(facts.taxes, category, day),
    };
  }

  private subscriptionFacts(subscription: QuoteFacts['subscriptions'][number], knownBefore: number, shared: Day | null): SubscriptionFacts {
    return {
      ...subscription,
      usage: this.sources.get(subscription.id)!,
      since: shared === null ? null : this.markOf(subscription, knownBefore, shared),
    };
  }

  /** Last run, lowered by what was learned of prices, items and credits. Null on the first run, which looks at everything. */
  private sharedMark(knownBefore: number): Day | null {
    if (this.lastRun === null) return null;
    const { zone } = this.facts.terms;
    let mark = this.lastRun;
    const lower = (day: Day): void => {
      mark = Math.min(mark, day);
    };
    for (const entry of this.facts.entries) if (this.isNew(entry.recorded, knownBefore)) lower(entry.fromDay ?? Number.NEGATIVE_INFINITY);
    for (const credit of this.facts.credits) if (this.isNew(credit.recorded, knownBefore)) lower(zone.dayOf(credit.at));
    for (const item of this.facts.items) if (this.isNew(item.recorded, knownBefore)) lower(zone.dayOf(item.at));
    return mark;
  }

  private markOf(subscription: QuoteFacts['subscriptions'][number], knownBefore: number, shared: Day): Day {
    const { zone } = this.facts.terms;
    let mark = Math.min(shared, this.waiting.get(subscription.id) ?? shared);
    for (const fact of subscription.facts)
      if (this.isNew(fact.recorded, knownBefore)) mark = Math.min(mark, touchedDay(fact, subscription.facts, zone));
    for (const event of this.usage.get(subscription.id) ?? [])
      if (this.isNew(event.recorded, knownBefore)) mark = Math.min(mark, zone.dayOf(event.at));
    return mark;
  }

  private isNew(recorded: number, knownBefore: number): boolean {
    return recorded >= this.knownBefore && recorded < knownBefore;
  }

  private issue(day: Day, fresh: readonly RatedLine[]): void {
    const { document, minimumMinor, terms } = this.facts;
    const { account } = document;
    let lines = [...this.held, ...fresh];
    this.held = [];
    if (lines.length === 0) return;
    const at = terms.zone.startOfDay(day + 1) - 1;
    const sum = lines.reduce((total, line) => total + line.amountMinor, 0n);
    if (account.minimum.carry === 'lines' && sum >= 0n && sum < minimumMinor) {
      this.held = lines;
      return;
    }
    if (account.minimum.carry === 'top_up' && sum > 0n && sum < minimumMinor)
      lines = [...lines, topUpLine(lines[0]!, minimumMinor - sum, day, terms.digits)];
    let draws: Applied[] = [];
    const tax = { rounding: account.taxRounding, inclusive: account.taxInclusive, mode: terms.rounding };
    const composed = composeDocuments(lines, { corrections: account.corrections, tax }, (taxable) => {
      const reduced = this.account.reduceTaxable(taxable, at);
      draws = reduced.applied;
      return reduced.reductions;
    });
    for (const one of composed) this.settle(one, day, at, one.kind === 'invoice' ? draws : []);
  }

  private settle(one: ComposedDocument, day: Day, at: number, draws: readonly Applied[]): void {
    if (one.totalMinor < 0n) {
      const toBalance = this.account.takeMoney(-one.totalMinor);
      const applied: Applied[] = toBalance === 0n ? [] : [{ balance: true, amountMinor: -toBalance }];
      this.documents.push({ ...one, run: day, applied, dueMinor: 0n, isCarried: false });
      return;
    }
    const { applied, dueMinor } = this.account.takeInvoice(one.totalMinor, one.lines, at);
    const { minimumMinor, document } = this.facts;
    const mayWait = document.account.minimum.carry === 'collection' && minimumMinor > 0n && dueMinor > 0n;
    const isCarried = mayWait && this.account.owedMinor < minimumMinor;
    this.documents.push({ ...one, run: day, applied: [...draws, ...applied], dueMinor, isCarried });
  }

  /** Payments and refunds before a moment. */
  private moveMoney(before: number): void {
    while (this.movements.length > 0 && this.movements[0]!.at < before) {
      const movement = this.movements.shift()!;
      if (movement.amountMinor >= 0n) this.account.takeMoney(movement.amountMinor);
      else if (this.account.balanceMinor + movement.amountMinor < 0n)
        refuse('refund.above_balance', movement.path, 'There is less on the balance than is paid back; correct the amount or the day.');
      else this.account.balanceMinor += movement.amountMinor;
    }
  }
}

/** What was billed, by the last day of its window: a run needs the cells that end after the earliest day it looks at. */
class BilledRegister {
  readonly cells = new Map<string, RegisterCell>();
  private readonly byEnd = new Map<number, Map<string, RegisterCell>>();

  constructor(billed: readonly RegisterCell[]) {
    for (const cell of billed) this.keep(cell);
  }

  keep(cell: RegisterCell): void {
    const id = cellId(cell);
    const end = cell.window?.to ?? Number.POSITIVE_INFINITY;
    let group = this.byEnd.get(end);
    if (group === undefined) {
      group = new Map();
      this.byEnd.set(end, group);
    }
    group.set(id, cell);
    this.cells.set(id, cell);
  }

  endingAfter(day: Day): RegisterCell[] {
    if (day === Number.NEGATIVE_INFINITY) return [...this.cells.values()];
    const found: RegisterCell[] = [];
    for (const [end, group] of this.byEnd) if (end > day) found.push(...group.values());
    return found;
  }
}

/** The earliest day that any subscription or item looks back to. A commitment also asks what discounts took of cells inside its period. */
function earliestLook(account: AccountFacts): Day {
  const isCommitted = account.fixedDiscounts.length > 0 && [...account.plans.values()].some((plan) => plan.commitment !== null);
  if (isCommitted) return Number.NEGATIVE_INFINITY;
  return account.subscriptions.reduce(
    (least, { since }) => Math.min(least, since ?? Number.NEGATIVE_INFINITY),
    account.itemsSince ?? Number.NEGATIVE_INFINITY,
  );
}

function bySubscription(usage: readonly UsageEvent[]): Map<string, UsageEvent[]> {
  const groups = new Map<string, UsageEvent[]>();
  for (const event of usage) {
    const group = groups.get(event.subscription);
    if (group === undefined) groups.set(event.subscription, [event]);
    else group.push(event);
  }
  return groups;
}

/** A line that raises an invoice to the least amount. It belongs to no cell and is not followed. */
function topUpLine(like: RatedLine, amountMinor: bigint, day: Day, digits: number): RatedLine {
  return {
    ...like,
    key: { subscription: null, ref: 'minimum', item: null, window: null },
    kind: 'extra_item',
    reason: 'item',
    from: day,
    to: day + 1,
    instants: false,
    fraction: ONE,
    old: null,
    new: null,
    parts: [],
    exact: fromMinor(amountMinor, digits),
    grossMinor: amountMinor,
    discountMinor: 0n,
    amountMinor,
    beforeMinor: 0n,
    afterMinor: amountMinor,
  };
}

/** Local days on which anything was learned, in order. */
function recordedDays(facts: QuoteFacts): Day[] {
  const { zone, interim } = facts.terms;
  const days = new Set<Day>();
  for (const subscription of facts.subscriptions)
    for (const fact of subscription.facts) days.add(zone.dayOf(Math.max(fact.recorded, fact.kind === 'start' ? fact.at : fact.recorded)));
  for (const item of facts.items) days.add(zone.dayOf(Math.max(item.at, item.recorded)));
  for (const credit of facts.credits) days.add(zone.dayOf(credit.recorded));
  for (const event of facts.usage)
    if (interim.length > 0 || zone.dayOf(event.recorded) > zone.dayOf(event.at)) days.add(zone.dayOf(event.recorded));
  for (const entry of facts.entries) if (Number.isFinite(entry.recorded)) days.add(zone.dayOf(entry.recorded));
  return [...days].sort((a, b) => a - b);
}
