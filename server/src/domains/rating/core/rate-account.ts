// One run for one account: every subscription and extra item, fixed discounts, commitments and interim thresholds; out come the due steps.
import type { Day } from '../../../kernel/calendar/civil.ts';
import { compare, fromMinor, ZERO } from '../../../kernel/money/rational.ts';
import { bindDiscounts } from './bind-discounts.ts';
import { cellId } from './cell-key.ts';
import { type ChargedSubscription, chargeSubscription } from './charge-subscription.ts';
import { closeBooks } from './closed-books.ts';
import type { AccountFacts, AccountRating, CellKey, CellStep, RegisterCell, Run, Terms } from './engine.ts';
import { extraItemSubscription } from './extra-items.ts';
import { earliest } from './next-due.ts';
import { roundedNet } from './single-truths.ts';
import { type DueCell, shareOf, stepOf } from './step.ts';

/** Decides; writes nothing. The register may hold more cells than the run looks at. */
export function rateAccount(account: AccountFacts, register: readonly RegisterCell[], run: Run): AccountRating {
  const bySubscription = registerBySubscription(register);
  const nothing: ReadonlyMap<string, RegisterCell> = new Map();
  const charged: { id: string; charge: ChargedSubscription }[] = [];
  for (const subscription of account.subscriptions) {
    charged.push({
      id: subscription.id,
      charge: chargeSubscription(under(account, subscription.terms), subscription, bySubscription.get(subscription.id) ?? nothing, run),
    });
  }
  const ofItems = bySubscription.get(null) ?? nothing;
  for (const item of account.items) {
    if (item.recorded >= run.knownBefore) continue;
    const { facts, subscription } = extraItemSubscription(under(account, item.terms), item);
    charged.push({ id: item.id, charge: chargeSubscription(facts, subscription, ofItems, run, 'extra_item') });
  }
  const cells = charged.flatMap(({ charge }) => charge.due);
  cells.push(...interimCells(account, charged));
  const { shares, bound } = bindDiscounts(account, cells, run);
  const share = (id: string): ReturnType<typeof shareOf> => shares.get(id) ?? registerShare(bySubscription, id);
  cells.push(...charged.flatMap(({ charge }) => charge.commitments(share)));
  const steps: CellStep[] = [];
  const termsOf = ownTerms(account);
  const close = closeBooks(account, run);
  for (const cell of cells) {
    const step = stepOf(cell, shares.get(cell.truth.id) ?? shareOf(cell), termsOf(cell.truth.key));
    if (step !== null) steps.push(close(step, cell));
  }
  return { steps, bound, nextDay: earliest(charged.map(({ charge }) => charge.nextDay)), waiting: waitingDays(charged) };
}

/** The account as a subscription sees it that began under other terms. */
function under(account: AccountFacts, terms: Terms | undefined): AccountFacts {
  return terms === undefined || terms === account.terms ? account : { ...account, terms };
}

function ownTerms(account: AccountFacts): (key: CellKey) => Terms {
  const hasNone = (one: { readonly terms?: Terms }): boolean => one.terms === undefined;
  if (account.subscriptions.every(hasNone) && account.items.every(hasNone)) return () => account.terms;
  const subscriptions = new Map(account.subscriptions.map(({ id, terms }) => [id, terms]));
  const items = new Map(account.items.map(({ id, terms }) => [id, terms]));
  return ({ subscription, ref }) => (subscription === null ? items.get(ref) : subscriptions.get(subscription)) ?? account.terms;
}

function registerBySubscription(register: readonly RegisterCell[]): Map<string | null, Map<string, RegisterCell>> {
  const groups = new Map<string | null, Map<string, RegisterCell>>();
  for (const cell of register) {
    let group = groups.get(cell.subscription);
    if (group === undefined) {
      group = new Map();
      groups.set(cell.subscription, group);
    }
    group.set(cellId(cell), cell);
  }
  return groups;
}

function registerShare(groups: ReadonlyMap<string | null, ReadonlyMap<string, RegisterCell>>, id: string): ReturnType<typeof shareOf> {
  const subscription = id.slice(0, id.indexOf('\n'));
  return groups.get(subscription === '' ? null : subscription)?.get(id)?.boundShare ?? ZERO;
}

/** Thresholds of 200 and 500: when usage so far reaches one that what was billed of it has not, the difference so far is billed. */
function interimCells(account: AccountFacts, charged: readonly { charge: ChargedSubscription }[]): DueCell[] {
  const { interim, digits, rounding } = account.terms;
  if (interim.length === 0) return [];
  const running = charged.flatMap(({ charge }) => charge.running);
  let soFar = 0n;
  let billed = 0n;
  for (const cell of running) {
    soFar += roundedNet(cell.truth.pieces, shareOf(cell), digits, rounding);
    billed += cell.before?.netMinor ?? 0n;
  }
  const reached = interim.some(
    (threshold) => compare(fromMinor(soFar, digits), threshold) >= 0 && compare(fromMinor(billed, digits), threshold) < 0,
  );
  return reached ? running : [];
}

function waitingDays(charged: readonly { id: string; charge: ChargedSubscription }[]): Map<string, Day> {
  const waiting = new Map<string, Day>();
  for (const { id, charge } of charged) if (charge.waitingFrom !== null) waiting.set(id, charge.waitingFrom);
  return waiting;
}
