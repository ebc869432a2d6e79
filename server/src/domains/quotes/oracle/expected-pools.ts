// A pool holds so much: whether what all subscriptions of the account hold of it is ever more, asked at every instant at which anything changes.
import { add, compare, ZERO } from '../../../kernel/money/rational.ts';
import { decimal } from './plain-number.ts';
import type { QuoteDocument } from './quote-shape.ts';
import { componentOf, type State, type Story, tellStory } from './replay.ts';

export function exceedsPool(document: QuoteDocument): boolean {
  const pools = Object.entries(document.account.pools ?? {});
  if (pools.length === 0) return false;
  const stories = document.subscriptions.map((subscription) => tellStory(document, subscription, Number.POSITIVE_INFINITY));
  const instants = stories.flatMap((story) => story.instants);
  return pools.some(([pool, most]) =>
    instants.some((instant) => {
      const held = stories.map((story) => heldOf(story, story.stateAt(instant), pool)).reduce(add, ZERO);
      return compare(held, decimal(most)) > 0;
    }),
  );
}

function heldOf(story: Story, state: State, pool: string) {
  if (!state.inService) return ZERO;
  const plan = story.document.plans.find(({ key }) => key === state.plan)!;
  return plan.components
    .filter(({ key }) => componentOf(story.document, plan.key, key)?.pool === pool)
    .flatMap(({ key }) => [
      story.quantityOf(state, { key, item: null }),
      ...[...state.items].filter(([name]) => name.startsWith(`${key}\n`)).map(([, value]) => value),
    ])
    .reduce(add, ZERO);
}
