// Ways to say another system's worked figure as a quote: a life of one component, one-off charges, usage of one month.
import { add, multiply } from '../../../kernel/money/rational.ts';
import { answerQuote } from '../index.ts';
import { decimal } from './plain-number.ts';
import type {
  AccountShape,
  AnswerLine,
  ComponentShape,
  FactShape,
  PeriodShape,
  PriceShape,
  QuoteAnswer,
  QuoteDocument,
  TierShape,
} from './quote-shape.ts';

export interface WorkedExample {
  readonly id: string;
  readonly description: string;
  readonly input: unknown;
  readonly expected: unknown;
}

export const MONTH: PeriodShape = { unit: 'month', count: 1 };

export interface Life {
  account?: Partial<AccountShape>;
  component?: Partial<ComponentShape>;
  price: PriceShape;
  period?: PeriodShape;
  facts: FactShape[];
  runs: string[];
  more?: Partial<QuoteDocument>;
}

export function ask(document: QuoteDocument): QuoteAnswer {
  return answerQuote(document as never) as unknown as QuoteAnswer;
}

export function life({ account, component, price, period = MONTH, facts, runs, more }: Life): QuoteAnswer {
  return ask({
    version: 1,
    account: { currency: 'EUR', changes: { upgrade: 'at_once', downgrade: 'at_once' }, ...account },
    plans: [{ key: 'P', period, components: [{ key: 'c', kind: 'recurring', price, ...component }] }],
    subscriptions: [{ id: 's', timeline: facts }],
    runs,
    ...more,
  });
}

export function start(at: string, quantity = '1'): FactShape {
  return { at, do: 'start', plan: 'P', quantities: { c: quantity } };
}

export function linesOf(answer: QuoteAnswer): AnswerLine[] {
  return answer.invoices.flatMap(({ lines }) => lines);
}

export function amounts(answer: QuoteAnswer): string[] {
  return linesOf(answer).map(({ amount }) => amount);
}

/** What a quantity, or a list of events, costs for one month of a metered component. */
export function metered(price: PriceShape, values: readonly string[], component: Partial<ComponentShape> = {}): AnswerLine | undefined {
  const answer = life({
    component: { kind: 'metered', meter: 'm', ...component },
    price,
    facts: [{ at: '2024-01-01', do: 'start', plan: 'P' }],
    runs: ['2024-02-01'],
    more: {
      usage: values.map((value, index) => ({ id: `u${index}`, subscription: 's', meter: 'm', at: `2024-01-0${index + 2}`, value })),
    },
  });
  return linesOf(answer)[0];
}

export function exactOf(line: AnswerLine | undefined): string {
  return line?.exactAmount ?? '0';
}

export function plain(text: string): string {
  const { n, d } = decimal(text);
  return `${Number(n) / Number(d)}`;
}

/** One-off charges of these amounts, on one day. */
export function charges(
  list: readonly { id: string; amount: string; taxCategory?: string }[],
  account: Partial<AccountShape>,
  more: Partial<QuoteDocument>,
) {
  return ask({
    version: 1,
    account: { currency: 'EUR', ...account },
    plans: [],
    subscriptions: [],
    items: list.map((item) => ({ at: '2024-01-01', ...item })),
    runs: ['2024-01-01'],
    ...more,
  });
}

export type Say = (input: never, expected: never) => void;

interface BlockTier {
  block_size: string;
  max_blocks: string | null;
  block_price: string;
}

/** Tiers that hold so many blocks each, as cumulative bounds with a price per started block. */
export function blockTiers(tiers: readonly BlockTier[]): TierShape[] {
  let bound = decimal('0');
  return tiers.map(({ block_size, max_blocks, block_price }) => {
    if (max_blocks !== null) bound = add(bound, multiply(decimal(block_size), decimal(max_blocks)));
    return { upTo: max_blocks === null ? null : String(bound.n / bound.d), per: block_size, price: block_price };
  });
}
