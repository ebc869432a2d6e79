// One subscription in one run: which of its cells are looked at, what each should cost, and which are due.
import type { Day } from '../../../kernel/calendar/civil.ts';
import type { Period } from '../../../kernel/calendar/period.ts';
import { type Rational, ZERO } from '../../../kernel/money/rational.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Component, Plan } from '../../catalog/core/component.ts';
import { type Grid, nextBoundary, windowsOf } from '../../subscriptions/core/grid.ts';
import { touchedDay } from '../../subscriptions/core/touched.ts';
import { cellId } from './cell-key.ts';
import type { AccountFacts, CellKind, ItemCredit, RegisterCell, Run, SubscriptionFacts, Window } from './engine.ts';
import { measuredTruth } from './measured.ts';
import { earliest, nextDueDay, nextDueIn, Outlook } from './next-due.ts';
import { commitmentDueOn, commitmentTruth, committedDays, oneTimeTruth, roundedNet, withCredits } from './single-truths.ts';
import type { DueCell } from './step.ts';
import { type SubscriptionView, viewSubscription } from './subscription-view.ts';
import { type Track, trackOf } from './track.ts';
import { arrearsDueOn, recurringTruth, type Truth, type TruthContext } from './truth.ts';

/** More windows than this in one run are a mistake in the facts: years of hourly periods, a start in another century. */
export const GREATEST_WINDOWS_PER_RUN = 20_000;

export interface ChargedSubscription {
  readonly due: readonly DueCell[];
  /** Usage so far of running windows, for interim invoices. */
  readonly running: readonly DueCell[];
  /** True-ups, once the shares of this run's fixed discounts are known. */
  commitments(shareOf: (id: string) => Rational): readonly DueCell[];
  readonly nextDay: Day | null;
  readonly waitingFrom: Day | null;
}

const WITHOUT_ITEM: readonly (string | null)[] = [null];

const NOTHING: ChargedSubscription = { due: [], running: [], commitments: () => [], nextDay: null, waitingFrom: null };

export function chargeSubscription(
  account: AccountFacts,
  subscription: SubscriptionFacts,
  register: ReadonlyMap<string, RegisterCell>,
  run: Run,
  kind: CellKind = 'component',
): ChargedSubscription {
  const view = viewSubscription(subscription.facts, { terms: account.terms, plans: account.plans, prices: account.prices, run });
  if (view === null) return NOTHING;
  return new SubscriptionCharge(account, subscription, register, run, kind, view).charge();
}

/** The working set of one subscription's run. It lives for one call. */
class SubscriptionCharge {
  private readonly account: AccountFacts;
  private readonly subscription: SubscriptionFacts;
  private readonly register: ReadonlyMap<string, RegisterCell>;
  private readonly run: Run;
  private readonly view: SubscriptionView;
  private readonly context: TruthContext;
  private readonly credits: readonly ItemCredit[];
  private readonly hasItems: boolean;
  private readonly tracks = new Map<string, Track>();
  private readonly truths = new Map<string, Truth | null>();
  private readonly visited = new Set<string>();
  private readonly due: DueCell[] = [];
  private readonly running: DueCell[] = [];
  private windows = 0;
  private lastWindows: { grid: Grid; since: Day; until: Day; windows: readonly Window[] } | null = null;

  constructor(
    account: AccountFacts,
    subscription: SubscriptionFacts,
    register: ReadonlyMap<string, RegisterCell>,
    run: Run,
    kind: CellKind,
    view: SubscriptionView,
  ) {
    this.account = account;
    this.subscription = subscription;
    this.register = register;
    this.run = run;
    this.view = view;
    this.hasItems = view.known.some((fact) => fact.kind === 'item');
    this.credits = account.credits.filter((credit) => credit.recorded < run.knownBefore);
    this.context = {
      terms: account.terms,
      prices: account.prices,
      run,
      view,
      usage: subscription.usage,
      subscription: kind === 'extra_item' ? null : subscription.id,
      taxCategory: subscription.taxCategory,
      kind,
    };
  }

  charge(): ChargedSubscription {
    const plans = this.plansInForce();
    for (const plan of plans) for (const component of plan.components) this.lookAt(component);
    this.lookAtVanished();
    const waiting = this.gridsWaiting(plans);
    return {
      due: this.due,
      running: this.running,
      commitments: (shareOf) => plans.flatMap((plan) => this.trueUps(plan, shareOf)),
      nextDay: this.nextDay(plans, waiting),
      waitingFrom: this.waitingFrom(waiting),
    };
  }

  private plansInForce(): Plan[] {
    const keys = new Set<string>();
    for (const fact of this.view.known) if (fact.kind === 'start' || fact.kind === 'plan') keys.add(fact.plan);
    return [...keys].map((key) => this.account.plans.get(key)).filter((plan): plan is Plan => plan !== undefined);
  }

  private itemsOf(component: Component, grid: Grid): readonly (string | null)[] {
    if (!this.hasItems) return WITHOUT_ITEM;
    const items = new Set<string>();
    for (const fact of this.view.timeline(grid).counted) if (fact.kind === 'item' && fact.component === component.key) items.add(fact.item);
    return [null, ...items];
  }

  private trackFor(component: Component, item: string | null, grid: Grid): Track {
    const key = `${component.ref}\n${item ?? ''}`;
    let track = this.tracks.get(key);
    if (track === undefined) {
      const { terms } = this.account;
      track = trackOf(this.view.timeline(grid), component, item, terms.zone, terms.minimumStay);
      this.tracks.set(key, track);
    }
    return track;
  }

  private lookAt(component: Component): void {
    const grid = this.view.gridOf(component.period);
    for (const item of this.itemsOf(component, grid)) {
      const track = this.trackFor(component, item, grid);
      if (component.kind === 'one_time') this.consider(this.oneTime(track));
      else
        for (const window of this.windowsIn(track, grid, this.subscription.since, this.run.day)) {
          if (this.isForgotten(component, window, this.idOf(track, window))) continue;
          if (!this.isLater(track, window)) this.consider(this.truthFor(track, window), window, track);
        }
    }
  }

  /** Windows of a grid that touch the time a component is in service, between two days. */
  private windowsIn(track: Track, grid: Grid, since: Day | null, until: Day): readonly Window[] {
    const days = track.presentDays;
    const instants = track.presentInstants;
    const { zone } = this.account.terms;
    if (days.length === 0 && instants.length === 0) return [];
    const from = Math.min(
      days[0]?.from ?? Number.POSITIVE_INFINITY,
      instants.length === 0 ? Number.POSITIVE_INFINITY : zone.dayOf(instants[0]!.from),
    );
    const lastInstant = instants[instants.length - 1]?.to ?? Number.NEGATIVE_INFINITY;
    const lastDay =
      lastInstant === Number.POSITIVE_INFINITY ? until : lastInstant === Number.NEGATIVE_INFINITY ? from : zone.dayOf(lastInstant);
    // A minimum stay by seconds may reach into the next day.
    const to = Math.min(until, Math.max(lastDay, days[days.length - 1]?.to ?? from) + 1);
    const windows = this.windowsBetween(grid, Math.max(since ?? from, from), to);
    this.windows += windows.length;
    if (this.windows > GREATEST_WINDOWS_PER_RUN) {
      throw new Refusal(
        'rating.too_many_windows',
        `More than ${GREATEST_WINDOWS_PER_RUN} periods to bill at once; check the start and the period of ${track.component.ref}.`,
        {
          parameters: { component: track.component.ref, limit: String(GREATEST_WINDOWS_PER_RUN) },
        },
      );
    }
    return windows;
  }

  /** Components of one grid ask for the same windows one after another. */
  private windowsBetween(grid: Grid, since: Day, until: Day): readonly Window[] {
    const last = this.lastWindows;
    if (last !== null && last.grid === grid && last.since === since && last.until === until) return last.windows;
    const windows: Window[] = [];
    for (const window of windowsOf(grid, since, until)) {
      windows.push(window);
      if (windows.length > GREATEST_WINDOWS_PER_RUN) break;
    }
    this.lastWindows = { grid, since, until, windows };
    return windows;
  }

  /** Billed in arrears, not over yet and never billed: most windows of a run, and pricing them would be half of its work. */
  private isLater(track: Track, window: Window): boolean {
    const { component } = track;
    if (component.kind === 'recurring' && component.timing === 'advance') return false;
    if (component.kind === 'metered' && this.account.terms.interim.length > 0) return false;
    return arrearsDueOn(track, window, this.account.terms) > this.run.day && !this.register.has(this.idOf(track, window));
  }

  /** Its events may be gone, so it stays as it was billed, whatever is learned. One that no run has settled had none. */
  private isForgotten(component: Component | undefined, window: Window | null, id: string): boolean {
    const { forgotten } = this.subscription;
    if (forgotten == null || component?.kind !== 'metered' || window === null || window.fromInstant >= forgotten.before) return false;
    return window.to <= forgotten.settledThrough || this.register.has(id);
  }

  private idOf(track: Track, window: Window): string {
    return cellId({ subscription: this.context.subscription, ref: track.component.ref, item: track.item, window });
  }

  private truthFor(track: Track, window: Window): Truth | null {
    const key = this.idOf(track, window);
    let truth = this.truths.get(key);
    if (truth === undefined) {
      truth =
        track.component.kind === 'recurring'
          ? recurringTruth(this.context, track, window)
          : measuredTruth(this.context, track, window, { interim: false });
      truth = truth === null ? null : this.credited(truth);
      this.truths.set(key, truth);
    }
    return truth;
  }

  private oneTime(track: Track): Truth | null {
    const truth = oneTimeTruth(this.context, track);
    return truth === null ? null : this.credited(truth);
  }

  private credited(truth: Truth): Truth {
    const own = this.credits.filter((credit) => credit.item === truth.key.ref);
    if (own.length === 0) return truth;
    return withCredits(truth, own, this.register.get(truth.id)?.boundShare ?? ZERO, this.account.terms);
  }

  private consider(truth: Truth | null, window?: Window, track?: Track): void {
    if (truth === null) return;
    const { id } = truth;
    this.visited.add(id);
    const before = this.register.get(id) ?? null;
    const isDue = truth.dueOn !== null && truth.dueOn <= this.run.day;
    if (isDue || (truth.inAdvance && before !== null)) this.due.push(this.dueCell(truth, before));
    else if (window !== undefined && track?.component.kind === 'metered' && this.account.terms.interim.length > 0) {
      const soFar = measuredTruth(this.context, track, window, { interim: true });
      if (soFar !== null) this.running.push(this.dueCell(this.credited(soFar), before));
    }
  }

  private dueCell(truth: Truth, before: RegisterCell | null): DueCell {
    const component = this.account.components.get(truth.key.ref);
    const started = this.view.known.length > 0 && truth.addedInside && this.startedInside(truth);
    return {
      truth: started ? { ...truth, addedInside: false } : truth,
      before,
      thirty: component?.fraction === 'days30',
      treatment: this.account.treatment(truth.taxCategory, this.run.day),
    };
  }

  /** Entering a window by the subscription's own start is no change. */
  private startedInside(truth: Truth): boolean {
    const day = truth.pieces[0]?.instants ? this.account.terms.zone.dayOf(truth.pieces[0].from) : truth.pieces[0]?.from;
    return this.view.known.some((fact) => fact.kind === 'start' && this.account.terms.zone.dayOf(fact.at) === day);
  }

  /** Cells that were billed and that the facts no longer know: what was billed is taken back. */
  private lookAtVanished(): void {
    for (const [id, cell] of this.register) {
      if (cell.kind !== this.context.kind || cell.subscription !== this.context.subscription || this.visited.has(id)) continue;
      if (this.context.kind === 'extra_item' && cell.ref !== this.subscription.id) continue;
      if (!this.isInView(cell.window) || this.isForgotten(this.account.components.get(cell.ref), cell.window, id)) continue;
      const truth: Truth = {
        id,
        key: cell,
        kind: cell.kind,
        pieces: [],
        dueOn: this.run.day,
        inAdvance: this.account.components.get(cell.ref)?.timing === 'advance',
        taxCategory: cell.buckets[0]?.treatment.category ?? 'standard',
        addedInside: false,
      };
      this.due.push(this.dueCell(truth, cell));
    }
  }

  private isInView(window: Window | null): boolean {
    if (window === null) return true;
    return window.from <= this.run.day && window.to > (this.subscription.since ?? Number.NEGATIVE_INFINITY);
  }

  private trueUps(plan: Plan, shareOf: (id: string) => Rational): DueCell[] {
    const { commitment } = plan;
    if (commitment === null) return [];
    const grid = this.view.gridOf(commitment.period);
    const found: DueCell[] = [];
    const seen = new Set<string>();
    for (const window of this.commitmentWindows(plan, grid)) {
      const truth = commitmentTruth(this.context, grid, plan, commitment, window, (inside) => this.netInside(plan, inside, shareOf));
      if (truth === null) continue;
      const { id } = truth;
      seen.add(id);
      if (truth.dueOn !== null && truth.dueOn <= this.run.day) found.push(this.dueCell(truth, this.register.get(id) ?? null));
    }
    for (const [id, cell] of this.register) {
      const isOurs = cell.kind === 'commitment' && cell.subscription === this.context.subscription && cell.ref === `${plan.key}/commitment`;
      if (isOurs && !seen.has(id) && this.isInView(cell.window)) {
        found.push(
          this.dueCell(
            {
              id,
              key: cell,
              kind: 'commitment',
              pieces: [],
              dueOn: this.run.day,
              inAdvance: false,
              taxCategory: cell.buckets[0]?.treatment.category ?? 'standard',
              addedInside: false,
            },
            cell,
          ),
        );
      }
    }
    return found;
  }

  /** Windows of its own grid that touch the time on the plan, as that grid counts it. */
  private commitmentWindows(plan: Plan, grid: Grid): readonly Window[] {
    const days = committedDays(plan, this.view.timeline(grid));
    const first = days[0];
    if (first === undefined) return [];
    const { since } = this.subscription;
    return this.windowsBetween(grid, Math.max(since ?? first.from, first.from), Math.min(this.run.day, days[days.length - 1]!.to));
  }

  /** Rounded nets of the cells in scope whose windows lie wholly inside. */
  private netInside(plan: Plan, inside: Window, shareOf: (id: string) => Rational): bigint {
    const { terms } = this.account;
    let total = 0n;
    for (const component of plan.components) {
      const scope = plan.commitment?.components ?? null;
      if (component.kind === 'one_time' || (scope !== null && !scope.includes(component.key))) continue;
      const grid = this.view.gridOf(component.period);
      for (const item of this.itemsOf(component, grid)) {
        const track = this.trackFor(component, item, grid);
        for (const window of this.windowsIn(track, grid, inside.from, inside.to - 1)) {
          if (window.fromInstant < inside.fromInstant || window.toInstant > inside.toInstant) continue;
          const id = this.idOf(track, window);
          if (this.isForgotten(component, window, id)) {
            total += this.register.get(id)?.netMinor ?? 0n;
            continue;
          }
          const truth = this.truthFor(track, window);
          if (truth !== null) total += roundedNet(truth.pieces, shareOf(truth.id), terms.digits, terms.rounding);
        }
      }
    }
    return total;
  }

  /** The next day on which something can become due; at the next boundary of a grid for which facts wait. */
  private nextDay(plans: readonly Plan[], waiting: ReadonlySet<Grid>): Day | null {
    const { day } = this.run;
    const { terms } = this.account;
    const outlook = new Outlook(day, (grid, since, until) => this.windowsBetween(grid, since, until));
    const days: (Day | null)[] = [];
    for (const track of this.tracks.values()) days.push(nextDueDay(track, this.view.gridOf(track.component.period), outlook, terms));
    for (const grid of waiting) days.push(nextBoundary(grid, day));
    for (const plan of plans) {
      if (plan.commitment === null) continue;
      const grid = this.view.gridOf(plan.commitment.period);
      const timeline = this.view.timeline(grid);
      const dueOn = (window: Window): Day | null => commitmentDueOn(plan, timeline, window, terms.zone);
      days.push(nextDueIn(grid, committedDays(plan, timeline), outlook, dueOn));
    }
    return earliest(days);
  }

  /** Grids for which facts wait. */
  private gridsWaiting(plans: readonly Plan[]): Set<Grid> {
    const waiting = new Set<Grid>();
    const look = (period: Period): void => {
      const grid = this.view.gridOf(period);
      if (this.view.waiting(grid).length > 0) waiting.add(grid);
    };
    for (const { components, commitment } of plans) {
      for (const { period } of components) look(period);
      if (commitment !== null) look(commitment.period);
    }
    return waiting;
  }

  private waitingFrom(waiting: ReadonlySet<Grid>): Day | null {
    const { zone } = this.account.terms;
    const facts = [...waiting].flatMap((grid) => this.view.waiting(grid));
    return earliest(facts.map((fact) => touchedDay(fact, this.view.known, zone)));
  }
}
