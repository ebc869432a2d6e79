// From anything a caller sends to an answer or a refusal: the schema first, then the core.
import { Refusal } from '../../kernel/refusal.ts';
import { answerDocument, type QuoteAnswer } from './core/answer-document.ts';
import { quoteDocument } from './document-schema.ts';
import { refusePrototypeNames, schemaRefusal } from './schema-refusal.ts';

export type QuoteError = { readonly error: { readonly code: string; readonly path: string | null; readonly message: string } };

/** One document. Throws a Refusal that names the place. */
export function answerQuote(input: unknown): QuoteAnswer {
  refusePrototypeNames(input);
  const parsed = quoteDocument.safeParse(input);
  if (!parsed.success) throw schemaRefusal(parsed.error, input);
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
