// Which events a bill counts, against those that are said to be billed by nothing: over random services every event is in one of the two, and in one
// alone. Each event weighs twice the one before, so that the sum of what was billed names them.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { answerQuote } from './answer-quote.ts';

const cases = Math.min(2000, Number(process.env.PRORATA_PROPERTY_CASES ?? 500));
const metered = { kind: 'metered', meter: 'mail', aggregate: 'sum', price: { kind: 'unit', price: '1' } };
const period = { unit: 'month', count: 1 };
const plans = [
  { key: 'WITH', period, components: [{ key: 'sent', ...metered }] },
  { key: 'WEEKLY', period: { unit: 'week', count: 1 }, components: [{ key: 'sent', ...metered }] },
  { key: 'FREE', period, components: [{ key: 'sent', ...metered, inTrial: true }] },
  { key: 'WITHOUT', period, components: [{ key: 'seat', kind: 'recurring', timing: 'advance', price: { kind: 'flat', price: '0' } }] },
];

const plan = fc.constantFrom('WITH', 'WEEKLY', 'FREE', 'WITHOUT');
const within = (days: number, from = 6) =>
  fc
    .integer({ min: 0, max: days * 24 * 4 })
    .map((quarter) => new Date(Date.UTC(2026, 0, from) + quarter * 900_000).toISOString().replace('.000', ''));
const moment = within(90);
const fact = fc.oneof(
  fc.record({ do: fc.constant('start'), plan, at: moment }),
  fc.record({ do: fc.constant('start'), plan, at: within(35), trialUntil: fc.constant('2026-02-12') }),
  fc.record({ do: fc.constant('plan'), plan, at: moment }),
  fc.record({ do: fc.constantFrom('pause', 'resume', 'end'), at: moment }),
);
const story = fc.record({
  timezone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/St_Johns'),
  minimumStay: fc.constantFrom('P1D', null),
  facts: fc.array(fact, { maxLength: 7 }),
  events: fc.array(within(95, 1), { minLength: 1, maxLength: 20 }),
});

it('is billed or told to be billed by nothing', () => {
  fc.assert(
    fc.property(story, ({ timezone, minimumStay, facts, events }) => {
      const first = { do: 'start', plan: 'WITH', at: '2026-01-04' };
      const answer = answerQuote({
        version: 1,
        account: { currency: 'EUR', timezone, minimumStay, changes: { upgrade: 'at_once', downgrade: 'at_once' } },
        plans,
        subscriptions: [{ id: 's', timeline: [first, ...facts] }],
        usage: events.map((at, index) => ({ id: String(index), subscription: 's', meter: 'mail', at, value: String(2 ** index) })),
        runs: ['2026-08-01'],
      });
      const billed = answer.invoices.flatMap(({ lines }) => lines).reduce((sum, { amount }) => sum + Number(amount), 0);
      const unbilled = answer.unbilled.map(({ id }) => Number(id));
      const left = events.map((_at, index) => index).filter((index) => !unbilled.includes(index));
      expect(billed).toBe(left.reduce((sum, index) => sum + 2 ** index, 0));
      expect(new Set(unbilled).size).toBe(unbilled.length);
    }),
    { numRuns: cases },
  );
}, 120_000);
