// A goodwill credit on what is billed for the first time corrects no invoice: it stands beside its charge.
import { expect, it } from 'vitest';
import { answerQuote } from './answer-quote.ts';

const item = { id: 'setup', at: '2026-01-10', amount: '120.00' };
const credit = { id: 'late', item: 'setup', at: '2026-01-10', amount: '20.00' };

function documentsOf(story: Record<string, unknown>): unknown[] {
  const answer = answerQuote({ version: 1, account: { currency: 'EUR' }, ...story });
  return answer.invoices.map(({ kind, total, lines }) => [kind, total, lines.map(({ amount }) => amount)]);
}

it('is on the invoice of its item', () => {
  expect(documentsOf({ items: [item], credits: [credit], runs: ['2026-01-15'] })).toEqual([['invoice', '100.00', ['120.00', '-20.00']]]);
});

it('is a credit note once the item was billed', () => {
  expect(documentsOf({ items: [item], credits: [{ ...credit, recorded: '2026-01-20' }], runs: ['2026-01-15', '2026-01-20'] })).toEqual([
    ['invoice', '120.00', ['120.00']],
    ['credit_note', '-20.00', ['-20.00']],
  ]);
});

it('is on the invoice of a component’s period that begins', () => {
  const component = { key: 'seat', kind: 'recurring', timing: 'advance', quantity: '1', price: { kind: 'unit', price: '30.00' } };
  const plans = [{ key: 'P', period: { unit: 'month', count: 1 }, components: [component] }];
  const subscriptions = [{ id: 's', timeline: [{ do: 'start', at: '2026-01-01', plan: 'P' }] }];
  const credits = [{ id: 'outage', item: 'P/seat', at: '2026-01-05', amount: '5.00', recorded: '2026-01-01' }];
  expect(documentsOf({ plans, subscriptions, credits, runs: ['2026-01-01', '2026-02-01'] })).toEqual([
    ['invoice', '25.00', ['30.00', '-5.00']],
    ['invoice', '30.00', ['30.00']],
  ]);
});

it('leaves an item below zero on a credit note', () => {
  const given = { id: 'given', at: '2026-01-10', amount: '-20.00' };
  expect(documentsOf({ items: [item, given], runs: ['2026-01-15'] })).toEqual([
    ['credit_note', '-20.00', ['-20.00']],
    ['invoice', '120.00', ['120.00']],
  ]);
});
