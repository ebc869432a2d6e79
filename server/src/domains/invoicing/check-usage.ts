// The proof that no usage is lost: every stored event is billed, open with a run to come, or listed with the reason why nothing bills it.
// What counts as billed is measured again and held against the register; where the two differ the engine says whether that changes a bill.
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { equals, formatExact, maximum, type Rational, roundToStep, sum, ZERO } from '../../kernel/money/rational.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { readDecimal } from '../../kernel/stored-values.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { BillingState, Seller } from '../accounts/index.ts';
import type { Component } from '../catalog/index.ts';
import type { CellStep, RegisterCell } from '../rating/index.ts';
import { type AccountedPage, type AccountedPlace, accountFor, accountForUsage } from './account-for-usage.ts';
import { lookAgain } from './decide-account.ts';
import { type AccountWork, CatalogMemory, loadAccounts } from './load-accounts.ts';
import { type BilledQuantity, listBilledQuantities, sumBilledQuantities } from './register-store.ts';

export interface UsageViolation {
  readonly place: string;
  readonly detail: string;
}

/** Needs one snapshot. Periods are looked at one by one only where a component's sum over all of them is not what was billed. */
export async function* checkUsage(tx: Transaction, seller: Seller): AsyncGenerator<UsageViolation> {
  const memory = new CatalogMemory();
  for await (const page of accountForUsage(tx, seller, {}, null, 'together')) {
    yield* eventsWithoutPlace(page);
    yield* openWithoutRun(page);
    const doubtful = await accountsInDoubt(tx, seller, page);
    if (doubtful.length === 0) continue;
    const apart = await accountFor(tx, seller, doubtful, { filter: {}, now: null, billed: 'apart', memory });
    yield* billedOtherwise(tx, seller, apart, memory);
  }
}

async function accountsInDoubt(tx: Transaction, seller: Seller, page: AccountedPage): Promise<bigint[]> {
  const usages = billedUsage(page);
  const names = new CellNames(page);
  const quantities = new Map<string, Rational>();
  for (const { quantity, ...cell } of await sumBilledQuantities(
    tx,
    seller.id,
    names.subscriptionIds,
    names.componentIds,
    page.batch.usageFrom,
  )) {
    const key = names.of(cell, null);
    quantities.set(key, sum([quantities.get(key) ?? ZERO, quantity]));
  }
  const doubtful = usages.filter((usage) => usage.first.taker!.component.roundQuantity !== null || !isBilledAsMeasured(usage, quantities));
  return [...new Set(doubtful.map((usage) => usage.first.work.account.id))];
}

function* eventsWithoutPlace({ places, spans, batch }: AccountedPage): Generator<UsageViolation> {
  const counted = new Map<string, number>();
  for (const place of places) {
    const key = `${place.subscription}\n${place.meter}`;
    if (place.counted) counted.set(key, (counted.get(key) ?? 0) + place.total.events);
  }
  const names = new Map(batch.works.flatMap((work) => work.subscriptions.map(({ row }) => [row.id, row.externalId])));
  for (const { subscriptionId, meter, events } of spans) {
    const subscription = names.get(subscriptionId) ?? String(subscriptionId);
    const found = counted.get(`${subscription}\n${meter}`) ?? 0;
    if (found !== events)
      yield { place: `subscription ${subscription}, meter ${meter}`, detail: `${events} events stored, ${found} accounted for` };
  }
}

function* openWithoutRun({ places, states }: AccountedPage): Generator<UsageViolation> {
  for (const place of places) {
    const state = states.get(place.work.account.id)!;
    if (place.status !== 'open' || state.nextBillAt !== null || state.parkedAt !== null) continue;
    yield { place: placeName(place), detail: `${eventsText(place)} open, and the account is not to be looked at again` };
  }
}

/** One cell, or all hourly cells of a component, with the places of its events: those it counts first and those that others counted. */
interface BilledUsage {
  readonly first: AccountedPlace;
  readonly places: AccountedPlace[];
}

async function* billedOtherwise(
  tx: Transaction,
  seller: Seller,
  page: AccountedPage,
  memory: CatalogMemory,
): AsyncGenerator<UsageViolation> {
  const quantities = await loadQuantities(tx, seller, page);
  const doubtful = billedUsage(page).filter((usage) => !isBilledAsMeasured(usage, quantities));
  const accounts = [...new Set(doubtful.map((usage) => usage.first.work))];
  for (let start = 0; start < accounts.length; start += ACCOUNTS_AT_ONCE) {
    const works = new Set(accounts.slice(start, start + ACCOUNTS_AT_ONCE));
    const own = doubtful.filter((usage) => works.has(usage.first.work));
    const steps = await stepsAgain(tx, seller, own, page.states, memory);
    for (const usage of own) {
      const missed = steps.find((step) => isOf(step.after, usage) && step.measured !== step.billed);
      if (missed === undefined) continue;
      yield {
        place: placeName(usage.first),
        detail: `${eventsText(...usage.places)} accepted; measured ${missed.measured}, billed ${missed.billed}`,
      };
    }
  }
}

const ACCOUNTS_AT_ONCE = 50;

function billedUsage({ places }: AccountedPage): BilledUsage[] {
  const cells = new Map<string, BilledUsage>();
  for (const place of places) {
    if (place.status !== 'billed' || place.taker === null || place.isFinal) continue;
    const key = cellName(place.subscription, place.taker.component.ref, place.taker.item, place.window?.from ?? null);
    const known = cells.get(key);
    if (known === undefined) cells.set(key, { first: place, places: [place] });
    else known.places.push(place);
  }
  return [...cells.values()];
}

function cellName(subscription: string, ref: string, item: string | null, windowFrom: number | null): string {
  return [subscription, ref, item ?? '', windowFrom ?? ''].join('\n');
}

/** By cell; hourly cells are added up. */
async function loadQuantities(tx: Transaction, seller: Seller, page: AccountedPage): Promise<Map<string, Rational>> {
  const names = new CellNames(page);
  const quantities = new Map<string, Rational>();
  for (const { windowFrom, quantity, ...cell } of await listBilledQuantities(tx, seller.id, names.subscriptionIds, names.componentIds)) {
    const key = names.of(cell, names.isHourly(cell.componentId) ? null : windowFrom);
    quantities.set(key, sum([quantities.get(key) ?? ZERO, quantity]));
  }
  return quantities;
}

/** Cells by the names that places have. */
class CellNames {
  readonly subscriptionIds: readonly bigint[];
  readonly componentIds: readonly bigint[];
  private readonly components: ReadonlyMap<bigint, Component>;
  private readonly subscriptions: ReadonlyMap<bigint, string>;

  constructor({ batch, spans }: AccountedPage) {
    const components = [...batch.catalog.values()].flatMap((plan) => plan.components.map((one) => [one.id, one.component] as const));
    this.components = new Map(components.filter(([, component]) => component.kind === 'metered'));
    this.subscriptions = new Map(batch.works.flatMap((work) => work.subscriptions.map(({ row }) => [row.id, row.externalId])));
    this.componentIds = [...this.components.keys()];
    this.subscriptionIds = [...new Set(spans.map((span) => span.subscriptionId))];
  }

  isHourly(componentId: bigint): boolean {
    return this.components.get(componentId)!.period.unit === 'hour';
  }

  of(cell: Pick<BilledQuantity, 'subscriptionId' | 'componentId' | 'item'>, windowFrom: number | null): string {
    const { ref } = this.components.get(cell.componentId)!;
    return cellName(this.subscriptions.get(cell.subscriptionId) ?? '', ref, cell.item === '' ? null : cell.item, windowFrom);
  }
}

/** What can be said without the engine: sums and counts that one rounding leaves alone. */
function isBilledAsMeasured({ first, places }: BilledUsage, quantities: ReadonlyMap<string, Rational>): boolean {
  const { component, item } = first.taker!;
  if (component.aggregate !== 'sum' && component.aggregate !== 'count') return false;
  const events = places.reduce((total, place) => total + place.total.events, 0);
  const measured =
    component.aggregate === 'count' ? { n: BigInt(events), d: 1n } : sum(places.map((place) => readDecimal(place.total.sum)));
  const { roundQuantity } = component;
  const floored = maximum(ZERO, measured);
  const counted = roundQuantity === null ? floored : roundToStep(floored, roundQuantity.step, roundQuantity.mode);
  const billed = quantities.get(cellName(first.subscription, component.ref, item, first.window?.from ?? null)) ?? ZERO;
  return equals(counted, billed);
}

type StepAgain = CellStep & { readonly measured: string; readonly billed: string };

/** What a run would still bill of these accounts if it looked again at all that is in doubt. */
async function stepsAgain(
  tx: Transaction,
  seller: Seller,
  doubtful: readonly BilledUsage[],
  states: ReadonlyMap<bigint, BillingState>,
  memory: CatalogMemory,
): Promise<StepAgain[]> {
  const ids = [...new Set(doubtful.map((usage) => usage.first.work.account.id))];
  const due = ids.map((id) => ({ ...states.get(id)!, nextBillAt: 0 }));
  const batch = await loadAccounts(tx, seller, due, memory, 'look', Math.min(...doubtful.map(firstDay)));
  return batch.works.flatMap((work) => {
    const { lastRunOn } = work.due;
    if (lastRunOn === null) return [];
    return stepsOf(() => lookAgain(batch, work, lastRunOn).flatMap((rating) => rating.steps)).map((step) => ({
      ...step,
      measured: quantityText(step.after),
      billed: quantityText(registered(work, step)),
    }));
  });
}

function firstDay({ first, places }: BilledUsage): number {
  return first.window?.from ?? first.work.zone.dayOf(Math.min(...places.map((place) => place.total.firstAt)));
}

/** What no run could bill either, no look can: the account is parked with that reason when its turn comes. */
function stepsOf(look: () => CellStep[]): CellStep[] {
  try {
    return look();
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
}

function registered(work: AccountWork, { after }: CellStep): RegisterCell | null {
  for (const { cell } of work.register.values()) {
    const isSame = cell.subscription === after.subscription && cell.ref === after.ref && cell.item === after.item;
    if (isSame && cell.window?.fromInstant === after.window?.fromInstant && cell.window?.toInstant === after.window?.toInstant) return cell;
  }
  return null;
}

function quantityText(cell: RegisterCell | null): string {
  return formatExact(sum((cell?.pieces ?? []).filter((piece) => piece.credit === null).map((piece) => piece.quantity)));
}

function isOf({ subscription, ref, item, window }: RegisterCell, { first, places }: BilledUsage): boolean {
  if (subscription !== first.subscription || ref !== first.taker!.component.ref || item !== first.taker!.item || window === null)
    return false;
  if (first.window !== null) return window.from === first.window.from && window.to === first.window.to;
  return places.some(({ intervals }) => intervals.some((one) => one.from < window.toInstant && window.toInstant <= one.to));
}

function placeName({ subscription, meter, total, taker }: AccountedPlace): string {
  const component = taker === null ? '' : `, ${taker.component.ref}`;
  return `subscription ${subscription}, meter ${meter}${component}, ${formatInstant(total.firstAt)} to ${formatInstant(total.lastAt)}`;
}

function eventsText(...places: readonly AccountedPlace[]): string {
  const events = places.reduce((total, place) => total + place.total.events, 0);
  return `${events} ${events === 1 ? 'event' : 'events'}`;
}
