// Makes a failing document small: takes one thing away at a time for as long as the same check goes on failing.
import type { QuoteDocument } from './quote-shape.ts';

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** What may be taken away: any element of a list, and any setting that has a default. */
const OPTIONAL = new Set([
  'recorded',
  'quantities',
  'trialUntil',
  'anchorOn',
  'anchor',
  'until',
  'correction',
  'commitment',
  'timing',
  'fraction',
  'charge',
  'partPeriods',
  'priceChange',
  'inTrial',
  'roundQuantity',
  'quantity',
  'included',
  'maximum',
  'min',
  'max',
  'flatAtZero',
  'per',
  'flat',
  'free',
  'freeEvents',
  'freeAmount',
  'freeOn',
  'minEach',
  'maxEach',
  'aggregate',
  'rounding',
  'fullPeriod',
  'changeDay',
  'cancellationDay',
  'minimumStay',
  'corrections',
  'taxes',
  'interim',
  'timezone',
  'component',
]);

/** Shorter ways to say something, tried in turn. */
const SIMPLER: Record<string, Json[]> = {
  price: [
    { kind: 'unit', price: '1' },
    { kind: 'flat', price: '31' },
  ],
  period: [{ unit: 'month', count: 1 }],
  value: ['1'],
  amount: ['10'],
  changes: [{ upgrade: 'at_once', downgrade: 'at_once' }],
};

function smaller(document: QuoteDocument): QuoteDocument[] {
  const results: QuoteDocument[] = [];
  function visit(value: Json, rebuild: (changed: Json) => Json): void {
    const offer = (changed: Json) => results.push(rebuild(changed) as unknown as QuoteDocument);
    if (Array.isArray(value)) {
      value.forEach((_, index) => {
        offer(value.filter((__, place) => place !== index));
      });
      value.forEach((element, index) => {
        visit(element, (changed) => rebuild(value.map((other, place) => (place === index ? changed : other))));
      });
      return;
    }
    if (value === null || typeof value !== 'object') {
      if (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value)) offer(value.slice(0, 10));
      return;
    }
    for (const [key, inner] of Object.entries(value)) {
      const { [key]: _, ...rest } = value;
      if (OPTIONAL.has(key)) offer(rest);
      const simpler = SIMPLER[key] ?? [];
      const said = JSON.stringify(inner);
      if (!simpler.some((simple) => JSON.stringify(simple) === said)) for (const simple of simpler) offer({ ...value, [key]: simple });
      visit(inner, (changed) => rebuild({ ...value, [key]: changed }));
    }
  }
  visit(document as unknown as Json, (changed) => changed);
  return results.filter(({ runs, subscriptions, plans }) => runs.length > 0 && subscriptions.length > 0 && plans.length > 0);
}

/** The smallest document found for which `fails` still holds; `fails` is asked at most `attempts` times. */
export function shrinkDocument(document: QuoteDocument, fails: (candidate: QuoteDocument) => boolean, attempts = 3000): QuoteDocument {
  let best = document;
  let left = attempts;
  let improved = true;
  while (improved && left > 0) {
    improved = false;
    let candidates = smaller(best);
    for (let index = 0; index < candidates.length && left > 0; index += 1) {
      const candidate = candidates[index]!;
      if (JSON.stringify(candidate) === JSON.stringify(best)) continue;
      left -= 1;
      if (!fails(candidate)) continue;
      best = candidate;
      improved = true;
      candidates = smaller(best);
      index -= 1;
    }
  }
  return best;
}
