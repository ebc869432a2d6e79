// Engines that are wrong on purpose about when changes count, and about the money beside plans: one for each thing the random lives hold.
import { type PlantedBug, said, told, withFacts } from './planted-engines.ts';
import type { AccountShape, CommitmentShape, QuoteDocument } from './quote-shape.ts';

function withAccount(document: QuoteDocument, change: Partial<AccountShape>): QuoteDocument {
  return { ...document, account: { ...document.account, ...change } };
}

function withCommitments(document: QuoteDocument, change: (commitment: CommitmentShape) => CommitmentShape): QuoteDocument {
  return { ...document, plans: document.plans.map((plan) => (plan.commitment ? { ...plan, commitment: change(plan.commitment) } : plan)) };
}

function changesOf(document: QuoteDocument): string[] {
  return Object.values(document.account.changes ?? {});
}

/** Facts that a void names, and voids, are as if never told, but only where changes wait. */
function withoutVoided(document: QuoteDocument): QuoteDocument {
  if (!changesOf(document).includes('next_cycle')) return document;
  return withFacts(document, (timeline) => {
    const named = new Set(timeline.flatMap((fact) => (fact.do === 'void' ? [fact.ref] : [])));
    const kept = timeline.filter((fact, index) => index === 0 || (fact.do !== 'void' && !named.has(fact.id ?? '')));
    return kept.some((fact) => fact.do === 'start') ? kept : timeline;
  });
}

function withoutLaterMoves(document: QuoteDocument): QuoteDocument {
  return withFacts(document, (timeline) => {
    const first = timeline.findIndex((fact) => fact.do === 'anchor');
    return timeline.filter(
      (fact, index) => fact.do !== 'anchor' || index === first || timeline.some((other) => other.do === 'void' && other.ref === fact.id),
    );
  });
}

/** One rate for all time: the last of each name. */
function withLastRates(document: QuoteDocument): QuoteDocument {
  const taxes = Object.entries(document.account.taxes ?? {}).map(([category, rates]) => [
    category,
    rates
      .filter(({ name }, index) => rates.findLastIndex((rate) => rate.name === name) === index)
      .map(({ percent, name }) => ({ percent, name })),
  ]);
  return document.account.taxes ? withAccount(document, { taxes: Object.fromEntries(taxes) }) : document;
}

export const plantedTerms: readonly PlantedBug[] = [
  told('what waits for the next cycle is billed at once', (document) =>
    changesOf(document).includes('next_cycle')
      ? withAccount(document, { changes: { upgrade: 'at_once', downgrade: 'at_once' } })
      : document,
  ),
  told('what is taken back counts no more before its void does', withoutVoided),
  told('going down at the end of the period is at once', (document) =>
    document.account.changes?.downgrade === 'period_end'
      ? withAccount(document, { changes: { ...document.account.changes, downgrade: 'at_once' } })
      : document,
  ),
  told('a billing day moves once', withoutLaterMoves),
  told('a fixed amount is for everything', (document) => ({
    ...document,
    discounts: (document.discounts ?? []).map((discount) => ({ ...discount, items: null })),
  })),
  told('a fixed amount is given again by the next document', (document) => ({
    ...document,
    discounts: (document.discounts ?? []).map((discount) => ({ ...discount, bound: '0' })),
  })),
  told('a credit on a component is nothing', (document) => ({
    ...document,
    credits: (document.credits ?? []).filter(({ item }) => !item.includes('/')),
  })),
  told('a pool holds everything', (document) =>
    withAccount(document, {
      pools: Object.fromEntries(Object.keys(document.account.pools ?? {}).map((pool) => [pool, '1000000'])),
    }),
  ),
  told('a grant pays for everything', (document) =>
    withAccount(document, { grants: (document.account.grants ?? []).map((grant) => ({ ...grant, scope: null })) }),
  ),
  told('a grant lasts for ever', (document) =>
    withAccount(document, { grants: (document.account.grants ?? []).map((grant) => ({ ...grant, expires: null })) }),
  ),
  told('payments are lost', (document) => ({ ...document, payments: [] })),
  told('the least amount is nothing', (document) => withAccount(document, { minimum: { amount: '0' } })),
  told('lines that wait are lost when a document goes on', (document) => ({ ...document, waiting: [] })),
  told('tax is on top of inclusive prices', (document) => withAccount(document, { taxInclusive: false })),
  told('tax is rounded by document only', (document) => withAccount(document, { taxRounding: 'document' })),
  told('the last rate is the rate of all time', withLastRates),
  told('a commitment is met by everything', (document) =>
    withCommitments(document, ({ components: _, ...commitment }) => ({ ...commitment, fraction: 'days' })),
  ),
  told('a commitment is whole in part of a period', (document) =>
    withCommitments(document, (commitment) => ({ ...commitment, fraction: 'none' })),
  ),
  told('closed books are rated again', (document) => withAccount(document, { books: { closedUntil: null, greatestAgeDays: null } })),
  told('the last billing day is not handed on', (document) => ({ ...document, billedThrough: null })),
  told('thresholds are nothing', (document) => withAccount(document, { interim: [] })),
  said('nothing is ever due again', (answer) => ({ ...answer, next: null })),
  said('adjustments are dropped', (answer) => ({
    ...answer,
    invoices: answer.invoices.map((invoice) => ({ ...invoice, lines: invoice.lines.filter(({ adjusts }) => !adjusts) })),
  })),
  said('what went to the balance is kept', (answer) => ({ ...answer, balance: answer.owed })),
];
