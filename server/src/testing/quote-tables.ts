// Test support: a quote document in few words, and its answer as the text table people read.
import { quoteTable } from '../commands/quote-table.ts';
import { answerQuote, type QuoteAnswer } from '../domains/quotes/index.ts';

export interface QuoteStory {
  readonly account?: Readonly<Record<string, unknown>>;
  /** Components of the one plan "P", monthly where they do not say otherwise. */
  readonly components?: readonly Readonly<Record<string, unknown>>[];
  readonly commitment?: Readonly<Record<string, unknown>>;
  /** Facts of the one subscription "s", after its start; or with a start of their own. */
  readonly start?: string | null;
  readonly quantities?: Readonly<Record<string, string>>;
  readonly timeline?: readonly Readonly<Record<string, unknown>>[];
  readonly runs: readonly string[] | { readonly until: string };
  /** Everything else as the document writes it. */
  readonly more?: Readonly<Record<string, unknown>>;
}

/** At-once changes, so that a table shows a change where it happens. */
export function storyDocument(story: QuoteStory): Record<string, unknown> {
  const start = story.start === undefined ? '2024-01-01' : story.start;
  const begin = start === null ? [] : [{ at: start, do: 'start', plan: 'P', quantities: story.quantities ?? {} }];
  const facts = [...begin, ...(story.timeline ?? [])];
  return {
    version: 1,
    account: { changes: { upgrade: 'at_once', downgrade: 'at_once' }, ...story.account },
    plans: story.components === undefined ? [] : [{ key: 'P', components: story.components, commitment: story.commitment ?? null }],
    subscriptions: story.components === undefined ? [] : [{ id: 's', timeline: facts }],
    runs: story.runs,
    ...story.more,
  };
}

export function answerStory(story: QuoteStory): QuoteAnswer {
  return answerQuote(storyDocument(story));
}

/** The table without its outer blank lines, indented as a test writes it. */
export function tableOf(story: QuoteStory): string {
  return quoteTable(answerStory(story)).trim();
}

/** A table in a test, without the indentation of the code around it. */
export function lines(strings: TemplateStringsArray): string {
  const rows = strings.join('').replace(/^\n/, '').trimEnd().split('\n');
  const margin = Math.min(...rows.filter((row) => row.trim() !== '').map((row) => row.length - row.trimStart().length));
  return rows.map((row) => row.slice(margin).trimEnd()).join('\n');
}

export const seat = { key: 'seat', price: { kind: 'unit', price: '3.00' } };
