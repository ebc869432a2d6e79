// Test support: a quote document that is in order, to be spoilt at one place, and the refusal it then meets.
import { expect } from 'vitest';
import { answerQuotes, type QuoteAnswer, type QuoteError } from '../domains/quotes/index.ts';

export type Json = Record<string, unknown>;
export type Change = readonly [path: string, value: unknown];

/** `undefined` takes a field away. */
export function documentWith(...changes: readonly Change[]): unknown {
  const document: Json = {
    version: 1,
    account: { changes: { upgrade: 'at_once', downgrade: 'at_once' } },
    plans: [{ key: 'P', components: [{ key: 'seat', price: { kind: 'unit', price: '3' } }] }],
    subscriptions: [{ id: 's', timeline: [{ id: 'f1', at: '2024-01-01', do: 'start', plan: 'P' }] }],
    runs: ['2024-01-01'],
  };
  for (const [path, value] of changes) {
    const keys = path.split('.');
    const last = keys.pop()!;
    let place = document;
    for (const key of keys) place = place[key] as Json;
    if (value === undefined) delete place[last];
    else place[last] = value;
  }
  return document;
}

export function refusalOf(document: unknown): QuoteError['error'] {
  const [answer] = answerQuotes([document]);
  if (answer === undefined || !('error' in answer)) return expect.fail('it was answered');
  return answer.error;
}

export function answerOf(document: unknown): QuoteAnswer {
  const [answer] = answerQuotes([document]);
  if (answer === undefined || 'error' in answer) return expect.fail(answer === undefined ? 'no answer' : answer.error.message);
  return answer;
}
