// From anything a caller sends to an answer or a refusal: the schema first, then the core.
import type { z } from 'zod';
import { Refusal } from '../../kernel/refusal.ts';
import { answerDocument, type QuoteAnswer } from './core/answer-document.ts';
import { quoteDocument } from './document-schema.ts';

export type QuoteError = { readonly error: { readonly code: string; readonly path: string | null; readonly message: string } };

/** One document. Throws a Refusal that names the place. */
export function answerQuote(input: unknown): QuoteAnswer {
  const parsed = quoteDocument.safeParse(input);
  if (!parsed.success) throw schemaRefusal(parsed.error);
  return answerDocument(parsed.data);
}

/** An array of documents gives an array of answers, a refused one its error in its place. */
export function answerQuotes(documents: readonly unknown[]): (QuoteAnswer | QuoteError)[] {
  return documents.map((document) => {
    try {
      return answerQuote(document);
    } catch (error) {
      if (error instanceof Refusal) return { error: { code: error.code, path: error.path ?? null, message: error.message } };
      throw error;
    }
  });
}

/** The first thing that does not follow the schema, with its place as the document writes it. */
function schemaRefusal(error: z.ZodError): Refusal {
  const issue = deepest(error.issues[0]!);
  const path = issue.path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`),
    '',
  );
  return new Refusal('quote.invalid_document', issue.message, { path });
}

/** Of a union's complaints the one that got furthest into the document is the one the writer meant. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  let best: z.core.$ZodIssue = issue;
  for (const inner of issue.errors.flat()) {
    const found = deepest({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue);
    if (found.path.length > best.path.length) best = found;
  }
  return best;
}
