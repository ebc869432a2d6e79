// Engines that are wrong on purpose, each made from the right one by what it is told or by what it answers.
import { add, multiply, rational, ZERO } from '../../../kernel/money/rational.ts';
import { decimal, minorOf, minorText, roundMinor } from './plain-number.ts';
import type { AnswerInvoice, AnswerLine, AnswerQuote, FactShape, QuoteAnswer, QuoteDocument, SubscriptionShape } from './quote-shape.ts';
import { wallClock } from './wall-clock.ts';

export interface PlantedBug {
  readonly name: string;
  plant(right: AnswerQuote): AnswerQuote;
}

const MINUTES_TOO_LATE = 24 * 60;

/** Wrong because it was told something else. */
export function told(name: string, misunderstand: (document: QuoteDocument) => QuoteDocument): PlantedBug {
  return { name, plant: (right) => (document) => right(misunderstand(document)) };
}

/** Wrong because it says something else. */
export function said(name: string, distort: (answer: QuoteAnswer, document: QuoteDocument) => QuoteAnswer): PlantedBug {
  return { name, plant: (right) => (document) => distort(right(document), document) };
}

export function withFacts(
  document: QuoteDocument,
  change: (timeline: FactShape[], subscription: SubscriptionShape) => FactShape[],
): QuoteDocument {
  return {
    ...document,
    subscriptions: document.subscriptions.map((subscription) => ({
      ...subscription,
      timeline: change(subscription.timeline, subscription),
    })),
  };
}

function withLines(answer: QuoteAnswer, change: (line: AnswerLine, invoice: AnswerInvoice) => AnswerLine): QuoteAnswer {
  return {
    ...answer,
    invoices: answer.invoices.map((invoice) => ({ ...invoice, lines: invoice.lines.map((line) => change(line, invoice)) })),
  };
}

function learnedLate(document: QuoteDocument): (stamp: { at: string; recorded?: string }) => boolean {
  const { readDay } = wallClock(document.account.timezone ?? 'UTC');
  return ({ at, recorded }) => recorded !== undefined && readDay(recorded) > readDay(at);
}

function exactOf(line: AnswerLine) {
  const [n = '0', d = '1'] = (line.exact ?? '0').split('/');
  return rational(BigInt(n), BigInt(d));
}

interface PicturePiece {
  gross: string;
  net: string;
}

function fraction(text: string) {
  const [n = '0', d = '1'] = text.split('/');
  return rational(BigInt(n), BigInt(d));
}

/** The discount taken from the rounded gross and rounded again. */
function discountedAfterRounding(answer: QuoteAnswer, document: QuoteDocument): QuoteAnswer {
  const digits = document.account.digits ?? 2;
  const billed = answer.billed.map((cell) => {
    const pieces = ((cell as unknown as { picture?: PicturePiece[] }).picture ?? []).map(({ gross, net }) => [
      fraction(gross),
      fraction(net),
    ]);
    const gross = pieces.reduce((total, [amount]) => add(total, amount!), ZERO);
    const net = pieces.reduce((total, [, amount]) => add(total, amount!), ZERO);
    if (gross.n === 0n || net.n === 0n) return cell;
    const left = multiply(net, rational(gross.d, gross.n));
    return { ...cell, net: minorText(roundMinor(multiply(decimal(cell.gross), left), digits, 'half_up'), digits) };
  });
  return { ...answer, billed };
}

export const plantedBugs: readonly PlantedBug[] = [
  told('the last day is charged', (document) => ({
    ...document,
    account: { ...document.account, cancellationDay: document.account.cancellationDay === 'billed' ? 'free' : 'billed' },
  })),
  told('what was learned late is ignored', (document) => {
    const late = learnedLate(document);
    return withFacts(document, (timeline) => timeline.filter((fact) => fact.do === 'start' || !late(fact)));
  }),
  told('late usage is ignored', (document) => {
    const late = learnedLate(document);
    return { ...document, usage: (document.usage ?? []).filter((event) => !late(event)) };
  }),
  told('negative usage is ignored', (document) => ({
    ...document,
    usage: (document.usage ?? []).filter(({ value }) => !value.startsWith('-')),
  })),
  told('a taken-back fact stays', (document) => withFacts(document, (timeline) => timeline.filter((fact) => fact.do !== 'void'))),
  told('corrected prices are for the future only', (document) => ({
    ...document,
    prices: (document.prices ?? []).filter(({ correction }) => !correction),
  })),
  told('the calendar is that of Greenwich', (document) => ({ ...document, account: { ...document.account, timezone: 'UTC' } })),
  told('day 31 becomes day 28 for good', (document) => {
    const { anchor } = document.account;
    return typeof anchor === 'object' && anchor.day > 28
      ? { ...document, account: { ...document.account, anchor: { day: 28 } } }
      : document;
  }),
  told('a change in the afternoon counts from the next day', (document) =>
    withFacts(document, (timeline) =>
      timeline.map((fact) =>
        fact.do === 'quantity' && fact.at.includes('T')
          ? { ...fact, at: new Date(Date.parse(fact.at) + MINUTES_TOO_LATE * 60_000).toISOString(), recorded: fact.recorded ?? fact.at }
          : fact,
      ),
    ),
  ),
  told('a minute of service is free', (document) => ({ ...document, account: { ...document.account, minimumStay: null } })),
  told('30/360 is counted by days', (document) => ({
    ...document,
    plans: document.plans.map((plan) => ({
      ...plan,
      components: plan.components.map((component) =>
        component.fraction === 'days30' ? { ...component, fraction: 'days' as const } : component,
      ),
    })),
  })),
  told('tiers end one unit early', (document) => ({
    ...document,
    plans: document.plans.map((plan) => ({
      ...plan,
      components: plan.components.map((component) => ({
        ...component,
        price: {
          ...component.price,
          ...(component.price.tiers
            ? { tiers: component.price.tiers.map((tier) => (tier.upTo === null ? tier : { ...tier, upTo: `${Number(tier.upTo) - 0.25}` })) }
            : {}),
        },
      })),
    })),
  })),
  told('included units are given whole to a part of a period', (document) => ({
    ...document,
    plans: document.plans.map((plan) => ({
      ...plan,
      components: plan.components.map((component) =>
        component.kind === 'recurring' || component.kind === 'one_time' || component.priceChange === 'at_once'
          ? component
          : { ...component, partPeriods: 'whole' as const },
      ),
    })),
  })),
  said('credits are dropped', (answer) => ({
    ...answer,
    invoices: answer.invoices.map((invoice) => ({ ...invoice, lines: invoice.lines.filter(({ amount }) => !amount.startsWith('-')) })),
  })),
  said('each piece is rounded on its own', (answer, document) =>
    withLines(answer, (line) => {
      const digits = document.account.digits ?? 2;
      if (line.exact === undefined || line.discount !== minorText(0n, digits)) return line;
      const amount = minorText(roundMinor(exactOf(line), digits, 'half_up'), digits);
      return { ...line, amount, gross: amount };
    }),
  ),
  said('the discount is taken after rounding', discountedAfterRounding),
  said('a line forgets what was billed before it', (answer, document) =>
    withLines(answer, (line) => ({ ...line, before: minorText(0n, document.account.digits ?? 2) })),
  ),
  said('tax is added twice in the total', (answer, document) => ({
    ...answer,
    invoices: answer.invoices.map((invoice) => {
      const digits = document.account.digits ?? 2;
      return { ...invoice, total: minorText(minorOf(invoice.total, digits) + minorOf(invoice.tax, digits), digits) };
    }),
  })),
  { name: 'a second run charges again', plant: (right) => (document) => right({ ...document, billed: [] }) },
  {
    name: 'each run forgets the runs before it',
    plant: (right) => (document) => {
      const runs = document.runs.map((run) => right({ ...document, runs: [run] }));
      return { ...runs.at(-1)!, invoices: runs.flatMap(({ invoices }) => invoices) };
    },
  },
  {
    name: 'of facts of one day the first in the list is all it sees',
    plant: (right) => (document) =>
      right(
        withFacts(document, (timeline) =>
          timeline.filter(
            (fact, index) =>
              fact.do !== 'quantity' || timeline.findIndex((other) => other.do === 'quantity' && other.at === fact.at) === index,
          ),
        ),
      ),
  },
];
