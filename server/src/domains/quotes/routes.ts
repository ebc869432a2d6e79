// Quote documents over HTTP: facts in, the invoices that they make out. Nothing is looked up and nothing kept.
import { z } from 'zod';
import { says } from '../../platform/fields.ts';
import { defineOpenRoute, type Route, WrittenAnswer } from '../../platform/http/route.ts';
import type { QuoteProcesses } from './quote-processes.ts';

declare module '../../platform/http/work.ts' {
  interface Services {
    readonly quotes: QuoteProcesses;
  }
}

const quote = defineOpenRoute({
  method: 'POST',
  path: '/v1/quotes',
  operationId: 'answerQuote',
  summary: 'What would be billed, from facts alone',
  description:
    'The body is a quote document, as docs/quote.md explains it and docs/quote.schema.json describes it; so is the answer. It is the same computation that bills. It has ten seconds.',
  tag: 'quotes',
  access: { permission: 'quotes.read', callers: 'both' },
  body: z
    .looseObject({ version: says(z.unknown(), 'Version of the format.', 1) })
    .meta({ id: 'QuoteDocument', description: 'A quote document, version 1.', examples: [{ version: 1, runs: ['2026-01-01'] }] }),
  response: z
    .looseObject({ invoices: says(z.array(z.looseObject({})), 'What each billing day makes out.', []) })
    .meta({ id: 'QuoteAnswer', description: 'The invoices, with everything that stands behind their figures.' }),
  refusals: ['quote.busy', 'quote.invalid_document', 'quote.reserved_name', 'quote.too_deep', 'quote.too_long'],
  changesNothing: true,
  handle: async ({ services }, { body }) =>
    new WrittenAnswer(await services.quotes.answer(body)) as unknown as { invoices: Record<string, unknown>[] },
});

export const quoteRoutes: readonly Route[] = [quote];
