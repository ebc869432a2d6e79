// A process that answers quote documents, one after the other.
import { Refusal } from '../../kernel/refusal.ts';
import { answerQuote } from './answer-quote.ts';

/** A refusal is told by what it says: errors do not travel whole between processes. */
export type ProcessAnswer = { readonly json: string } | { readonly refusal: Pick<Refusal, 'code' | 'message' | 'path' | 'parameters'> };

process.on('message', (document: unknown) => process.send?.(answer(document)));

function answer(document: unknown): ProcessAnswer {
  try {
    return { json: JSON.stringify(answerQuote(document)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, path, parameters } = error;
    return { refusal: { code, message, path, parameters } };
  }
}
