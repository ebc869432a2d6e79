// What every cell should cost as far as is known on a run's day, computed from the facts alone: no run before it is looked at.
import { multiply, ZERO } from '../../../kernel/money/rational.ts';
import { arrearsDueDay, type CellLabel, type CellTruth, type Horizon } from './expectation.ts';
import { commitmentTruths } from './expected-commitments.ts';
import { asSubscription, creditsOn, oneOffItems } from './expected-items.ts';
import { type GridWindow, windowsBetween } from './grid-walk.ts';
import { storyInCycle } from './next-cycle.ts';
import { decimal } from './plain-number.ts';
import { costOfQuantity } from './price-by-hand.ts';
import { type PriceCalendar, priceCalendar } from './price-days.ts';
import type { ComponentShape, PlanShape, QuoteDocument } from './quote-shape.ts';
import { type State, type Story, type Subject, subjectsOf, tellStory } from './replay.ts';
import { wallClock } from './wall-clock.ts';
import { type Cell, chargedStretches, exactCost, firstChargedDay } from './window-cost.ts';

const DAY = 86_400_000;

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

function labelled(cell: Cell, from: number | null, to: number | null): CellLabel {
  return {
    subscription: cell.story.subscription.id,
    component: `${cell.plan}/${cell.component.key}`,
    item: cell.subject.item,
    from,
    to,
  };
}

function oneTimeTruths(cell: Cell, horizon: Horizon): CellTruth[] {
  const { story } = cell;
  if (story.earliest === null) return [];
  const after = Math.max(horizon.knownBefore, ...story.instants) + DAY;
  const due = chargedStretches(cell, story.earliest, after, 0).find(({ state }) => story.quantityOf(state, cell.subject).n !== 0n);
  const credits = creditsOn(story.document, story.clock, `${cell.plan}/${cell.component.key}`, horizon);
  const base = { ...labelled(cell, null, null), kind: 'component', inAdvance: true, soFar: null, scope: null } as const;
  if (!due) return [{ ...base, gross: ZERO, net: ZERO, credits: [], charged: false, dueOn: null, endDay: Number.NEGATIVE_INFINITY }];
  const day = story.clock.dayOf(due.from);
  const gross = costOfQuantity(cell.prices.on(day), story.quantityOf(due.state, cell.subject));
  return [
    {
      ...base,
      gross,
      net: multiply(gross, story.discountFactor(due.at, cell.component.key)),
      credits: credits.map(({ amount }) => amount),
      charged: true,
      dueOn: day,
      endDay: Math.max(day, ...credits.map((credit) => credit.day)) + 1,
    },
  ];
}

function withoutLeastAmount(prices: PriceCalendar): PriceCalendar {
  return {
    ...prices,
    on: (day) => {
      const { min: _, ...price } = prices.on(day);
      return price;
    },
  };
}

function windowTruths(cell: Cell, horizon: Horizon): CellTruth[] {
  const { story, component, subject } = cell;
  if (story.earliest === null) return [];
  const { clock } = story;
  const keep = typeof component.priceChange === 'object' ? clock.readDay(component.priceChange.until) : null;
  const credits = creditsOn(story.document, clock, `${cell.plan}/${component.key}`, horizon);
  const holds = (state: State) =>
    state.inService && state.plan === cell.plan && (subject.item === null || story.quantityOf(state, subject).n !== 0n);
  const inAdvance = component.kind === 'recurring' && (component.timing ?? 'advance') === 'advance';
  const hourly = cell.period.unit === 'hour';
  let firstPriceDay: number | null = null;
  return windowsBetween(story, cell.period, story.earliest - DAY, horizon.knownBefore).map((window) => {
    const priceDay = firstChargedDay(cell, window);
    firstPriceDay ??= priceDay;
    const kept = keep !== null && priceDay !== null && priceDay < keep ? firstPriceDay : null;
    const { gross, net, firstDay } = exactCost(cell, window, kept);
    const charged = firstDay !== null;
    const dueOn = !charged ? null : inAdvance ? firstDay : arrearsDueDay(story, window, holds);
    const isRunning = charged && component.kind === 'metered' && dueOn! > horizon.runDay;
    return {
      ...labelled(cell, window.from, window.to),
      kind: 'component',
      gross,
      net,
      credits: credits
        .filter(({ at, day }) => (hourly ? at >= window.from && at < window.to : isDayOf(story, window, day)))
        .map(({ amount }) => amount),
      charged,
      dueOn,
      inAdvance,
      soFar: isRunning ? exactCost({ ...cell, prices: withoutLeastAmount(cell.prices) }, window, kept) : null,
      endDay: clock.dayOf(window.to - 1) + 1,
      scope: null,
    };
  });
}

function isDayOf({ clock }: Story, window: GridWindow, day: number): boolean {
  return day >= clock.dayOf(window.from) && day <= clock.dayOf(window.to - 1);
}

/** Plans a subscription's known facts ever name. */
function plansNamed(story: Story): PlanShape[] {
  const keys = new Set(story.known.flatMap(({ fact }) => (fact.do === 'start' || fact.do === 'plan' ? [fact.plan] : [])));
  return story.document.plans.filter((plan) => keys.has(plan.key));
}

/** A recurring extra item is charged like a component of its own subscription. */
function recurringItems(document: QuoteDocument, horizon: Horizon): CellTruth[] {
  return (document.items ?? []).flatMap((item) =>
    item.every
      ? subscriptionTruths(asSubscription(document, item, item.every), horizon).map((truth) => ({
          ...truth,
          subscription: null,
          component: null,
          item: item.id,
          kind: 'extra_item' as const,
        }))
      : [],
  );
}

function subscriptionTruths(document: QuoteDocument, horizon: Horizon): CellTruth[] {
  return document.subscriptions.flatMap((subscription) => {
    const base = tellStory(document, subscription, horizon.knownBefore);
    return plansNamed(base).flatMap((plan) => {
      const cells = plan.components.flatMap((component) => {
        const story = storyInCycle(base, component.period ?? plan.period, horizon.runDay);
        return subjectsOf(story, component.key).flatMap((subject) => {
          const cell = makeCell(story, plan, component, subject, horizon);
          return component.kind === 'one_time' ? oneTimeTruths(cell, horizon) : windowTruths(cell, horizon);
        });
      });
      const story = storyInCycle(base, plan.commitment?.period ?? plan.period, horizon.runDay);
      return [...cells, ...commitmentTruths(story, plan, horizon)];
    });
  });
}

export function horizonOf(document: QuoteDocument, run: string): Horizon {
  const clock = wallClock(document.account.timezone ?? 'UTC');
  const runDay = clock.readDay(run);
  return { runDay, knownBefore: clock.startOfDay(runDay + 1) };
}

export function cellTruths(document: QuoteDocument, run: string): CellTruth[] {
  const horizon = horizonOf(document, run);
  return [...subscriptionTruths(document, horizon), ...oneOffItems(document, horizon), ...recurringItems(document, horizon)];
}
