// What must have been billed after the last run, cell by cell, computed from the facts alone. No run before it is looked at.
import { multiply } from '../../../kernel/money/rational.ts';
import { type ExpectedCell, endedInside, type Horizon, type Rounding, roundingOf } from './expectation.ts';
import { expectedCommitments } from './expected-commitments.ts';
import { asSubscription, oneOffItems } from './expected-items.ts';
import { type GridWindow, windowsBetween } from './grid-walk.ts';
import { decimal, roundMinor } from './plain-number.ts';
import { costOfQuantity } from './price-by-hand.ts';
import { priceCalendar } from './price-days.ts';
import type { ComponentShape, PlanShape, QuoteDocument } from './quote-shape.ts';
import { type Story, type Subject, subjectsOf, tellStory } from './replay.ts';
import { type Cell, chargedStretches, exactCost, firstChargedDay } from './window-cost.ts';

const DAY = 86_400_000;

function isDetermined(cell: Cell, window: GridWindow, firstDay: number | null, horizon: Horizon): boolean {
  const inAdvance = cell.component.kind === 'recurring' && (cell.component.timing ?? 'advance') === 'advance';
  if (inAdvance) return firstDay === null || firstDay <= horizon.runDay;
  return window.to <= horizon.runStarts || endedInside(cell.story, window.from, horizon);
}

function makeCell(story: Story, plan: PlanShape, component: ComponentShape, subject: Subject, horizon: Horizon): Cell {
  const { document, clock, subscription } = story;
  const usage = (document.usage ?? [])
    .filter((event) => event.subscription === subscription.id && clock.read(event.recorded ?? event.at) < horizon.knownBefore)
    .map((event) => ({ id: event.id, meter: event.meter, at: clock.read(event.at), value: decimal(event.value) }));
  return {
    story,
    plan: plan.key,
    component,
    period: component.period ?? plan.period,
    subject,
    prices: priceCalendar(story, plan.key, component, horizon.knownBefore),
    eventsOf: (meter) => usage.filter((event) => event.meter === meter),
  };
}

function labelled(cell: Cell, from: number | null, to: number | null) {
  return {
    subscription: cell.story.subscription.id,
    component: `${cell.plan}/${cell.component.key}`,
    item: cell.subject.item,
    from,
    to,
  };
}

function oneTimeCell(cell: Cell, horizon: Horizon, rounding: Rounding): ExpectedCell[] {
  const { story } = cell;
  if (story.earliest === null) return [];
  const due = chargedStretches(cell, story.earliest, horizon.knownBefore, 0).find(
    ({ state }) => story.quantityOf(state, cell.subject).n !== 0n,
  );
  const foreseen = story.instants.some((instant) => instant >= horizon.knownBefore);
  if (!due) return [{ ...labelled(cell, null, null), grossMinor: 0n, netMinor: 0n, determined: !foreseen }];
  const gross = costOfQuantity(cell.prices.on(story.clock.dayOf(due.from)), story.quantityOf(due.state, cell.subject));
  const net = multiply(gross, story.discountFactor(due.at, cell.component.key));
  return [
    {
      ...labelled(cell, null, null),
      grossMinor: roundMinor(gross, rounding.digits, rounding.mode),
      netMinor: roundMinor(net, rounding.digits, rounding.mode),
      determined: true,
    },
  ];
}

function windowCells(cell: Cell, horizon: Horizon, rounding: Rounding): ExpectedCell[] {
  const { story, component } = cell;
  if (story.earliest === null) return [];
  const keep = typeof component.priceChange === 'object' ? story.clock.readDay(component.priceChange.until) : null;
  let firstPriceDay: number | null = null;
  return windowsBetween(story, cell.period, story.earliest - DAY, horizon.knownBefore).flatMap((window) => {
    const priceDay = firstChargedDay(cell, window);
    firstPriceDay ??= priceDay;
    const kept = keep !== null && priceDay !== null && priceDay < keep ? firstPriceDay : null;
    const { gross, net, firstDay } = exactCost(cell, window, kept);
    return [
      {
        ...labelled(cell, window.from, window.to),
        grossMinor: roundMinor(gross, rounding.digits, rounding.mode),
        netMinor: roundMinor(net, rounding.digits, rounding.mode),
        determined: isDetermined(cell, window, firstDay, horizon),
      },
    ];
  });
}

/** Plans a subscription's standing facts ever name. */
export function plansNamed(story: Story): PlanShape[] {
  const keys = new Set(story.facts.flatMap(({ fact }) => (fact.do === 'start' || fact.do === 'plan' ? [fact.plan] : [])));
  return story.document.plans.filter((plan) => keys.has(plan.key));
}

/** A recurring extra item is charged like a component of its own subscription. */
function recurringItems(document: QuoteDocument, lastRun: string): ExpectedCell[] {
  return (document.items ?? []).flatMap((item) =>
    item.every
      ? expectedCells(asSubscription(document, item, item.every), lastRun).map((cell) => ({
          ...cell,
          subscription: null,
          component: null,
          item: item.id,
        }))
      : [],
  );
}

export function expectedCells(document: QuoteDocument, lastRun: string): ExpectedCell[] {
  const rounding = roundingOf(document);
  const cells: ExpectedCell[] = [];
  for (const subscription of document.subscriptions) {
    const unlimited = tellStory(document, subscription, Number.POSITIVE_INFINITY);
    const runDay = unlimited.clock.readDay(lastRun);
    const horizon = { runDay, runStarts: unlimited.clock.startOfDay(runDay), knownBefore: unlimited.clock.startOfDay(runDay + 1) };
    const story = tellStory(document, subscription, horizon.knownBefore);
    for (const plan of plansNamed(story)) {
      const ofPlan = plan.components.flatMap((component) =>
        subjectsOf(story, component.key).flatMap((subject) => {
          const cell = makeCell(story, plan, component, subject, horizon);
          return component.kind === 'one_time' ? oneTimeCell(cell, horizon, rounding) : windowCells(cell, horizon, rounding);
        }),
      );
      cells.push(...ofPlan, ...expectedCommitments(story, plan, ofPlan, horizon, rounding));
    }
  }
  return [...cells, ...oneOffItems(document, lastRun, rounding), ...recurringItems(document, lastRun)];
}
