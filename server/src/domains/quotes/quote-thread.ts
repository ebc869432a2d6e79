// A thread that answers quote documents, one after the other.
import { parentPort } from 'node:worker_threads';
import { Refusal } from '../../kernel/refusal.ts';
import { answerQuote } from './answer-quote.ts';

/** A refusal is told by what it says: errors do not travel whole between threads. */
export type ThreadAnswer = { readonly json: string } | { readonly refusal: Pick<Refusal, 'code' | 'message' | 'path' | 'parameters'> };

parentPort?.on('message', (document: unknown) => parentPort?.postMessage(answer(document)));

function answer(document: unknown): ThreadAnswer {
  try {
    return { json: JSON.stringify(answerQuote(document)) };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message, path, parameters } = error;
    return { refusal: { code, message, path, parameters } };
  }
}
