// The answer to a quote document: invoices with explained lines, what comes next, and the register to continue from.
import { type Day, formatDay } from '../../../kernel/calendar/civil.ts';
import { formatMinor } from '../../../kernel/money/decimal.ts';
import { formatExact, formatFraction, ONE, sum } from '../../../kernel/money/rational.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { adjustmentKey } from '../../invoicing/core/compose-documents.ts';
import { resolveChain } from '../../pricelists/core/price-chain.ts';
import { resolvePrice } from '../../pricelists/core/resolve-price.ts';
import { cellId } from '../../rating/core/cell-key.ts';
import type { LineState, RatedLine, RegisterCell, Window } from '../../rating/core/engine.ts';
import { extraItemPrice } from '../../rating/core/extra-items.ts';
import type { PriceDocument } from '../document-fields.ts';
import type { BilledCell, QuoteDocument, WaitingLine } from '../document-schema.ts';
import { printBilled, printBound, printWindow } from './billed-cells.ts';
import { explainAdjustment, explainLine } from './explain-line.ts';
import { printPrice } from './print-price.ts';
import { type QuoteFacts, readDocument } from './read-document.ts';
import { type SimulatedDocument, simulate } from './simulate.ts';
import { unbilledUsage } from './unbilled-usage.ts';
import { printWaiting } from './waiting-lines.ts';

export interface QuoteLine {
  readonly subscription: string | null;
  readonly component: string;
  readonly item: string | null;
  readonly from: string;
  readonly to: string;
  readonly period: { readonly from: string; readonly to: string } | null;
  /** The part of the period that is billed, where a moved billing day cut it. */
  readonly window?: { readonly from: string; readonly to: string };
  readonly fraction: string;
  readonly reason: string;
  readonly old: QuoteLineState | null;
  readonly new: QuoteLineState | null;
  readonly parts: readonly { readonly tier: number; readonly units: string; readonly amount: string }[];
  readonly exact: string;
  readonly exactAmount: string;
  readonly gross: string;
  readonly discount: string;
  readonly amount: string;
  /** With inclusive prices or discount grants: what is left before tax. */
  readonly net: string;
  readonly before: string;
  readonly after: string;
  readonly tax: string;
  readonly why: string;
  /** Of an adjustment: the closed periods it is for, each with what it was billed before and after. */
  readonly adjusts?: readonly QuoteAdjusted[];
  /** Which list gave the price and why no other did; with several lists only. */
  readonly priceWhy?: PriceWhy;
}

export interface QuoteAdjusted {
  readonly component: string;
  readonly item: string | null;
  readonly period: BilledCell['window'];
  readonly exact: string;
  readonly gross: string;
  readonly amount: string;
  readonly before: string;
  readonly after: string;
}

export interface QuoteLineState {
  readonly quantity: string;
  readonly price: PriceDocument | Record<string, never>;
  /** What percent discounts leave, where there are any. */
  readonly factor?: string;
}

export interface PriceWhy {
  readonly step: string;
  readonly seller: string | null;
  readonly buyer: string | null;
  readonly from: string | null;
  readonly considered: readonly {
    readonly seller: string | null;
    readonly buyer: string | null;
    readonly from: string | null;
    readonly whyNot: string;
  }[];
  /** Every edge from the provider down: what its buyer pays for this quantity, what it costs the seller, and a warning below cost. */
  readonly edges?: readonly {
    readonly seller: string;
    readonly buyer: string;
    readonly amount: string | null;
    readonly cost: string | null;
    readonly margin: string | null;
    readonly belowCost: boolean;
  }[];
}

export interface QuoteInvoice {
  readonly run: string;
  readonly kind: 'invoice' | 'credit_note';
  readonly lines: readonly QuoteLine[];
  readonly net: string;
  readonly taxes: readonly {
    readonly category: string;
    readonly name: string;
    readonly percent: string;
    readonly base: string;
    readonly amount: string;
  }[];
  readonly tax: string;
  readonly total: string;
  readonly applied: readonly ({ readonly grant: string; readonly amount: string } | { readonly balance: true; readonly amount: string })[];
  readonly due: string;
  readonly collection?: 'carried';
}

export interface QuoteAnswer {
  readonly invoices: readonly QuoteInvoice[];
  readonly next: string | null;
  readonly unbilled: readonly { readonly id: string; readonly reason: string }[];
  readonly owed: string;
  readonly balance: string;
  readonly grants: readonly { readonly id: string; readonly left: string }[];
  readonly billed: readonly BilledCell[];
  readonly billedThrough: string | null;
  readonly discounts: readonly { readonly id: string; readonly bound: string }[];
  readonly waiting: readonly WaitingLine[];
}

/** One document. Throws a Refusal that names the place. */
export function answerDocument(document: QuoteDocument): QuoteAnswer {
  const facts = readDocument(document);
  const story = withPlaces(document, () => simulate(facts));
  const { terms } = facts;
  const minor = (amount: bigint): string => formatMinor(amount, terms.digits);
  return {
    invoices: story.documents.map((document) => printDocument(document, facts)),
    next: story.nextDay === null ? null : formatDay(story.nextDay),
    unbilled: unbilledUsage(facts, story.lastRun),
    owed: minor(story.account.owedMinor),
    balance: minor(story.account.balanceMinor),
    grants: story.account.grants.map((grant) => ({ id: grant.id, left: minor(grant.leftMinor) })),
    billed: inOrder([...story.register.values()]).map((cell) => printBilled(cell, terms)),
    billedThrough: story.lastRun === null ? document.billedThrough : formatDay(story.lastRun),
    discounts: facts.fixedDiscounts.map(({ id }) => ({ id, bound: minor(story.bound.get(id) ?? 0n) })),
    waiting: story.waiting.map((line) => printWaiting(line, terms)),
  };
}

/** The engine refuses by the component's name; here it has a place as well. */
function withPlaces<T>(document: QuoteDocument, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.path !== undefined) throw error;
    const path = placeOf(document, error.parameters.component ?? '');
    throw path === null ? error : new Refusal(error.code, error.message, { path, parameters: error.parameters });
  }
}

function placeOf(document: QuoteDocument, ref: string): string | null {
  for (const [index, plan] of document.plans.entries()) {
    const place = plan.components.findIndex((component) => `${plan.key}/${component.key}` === ref);
    if (place >= 0) return `plans[${index}].components[${place}]`;
  }
  const item = document.items.findIndex(({ id }) => id === ref);
  return item < 0 ? null : `items[${item}]`;
}

function inOrder(cells: RegisterCell[]): RegisterCell[] {
  return cells.sort((a, b) => (a.window?.from ?? 0) - (b.window?.from ?? 0) || (cellId(a) < cellId(b) ? -1 : 1));
}

function printDocument(document: SimulatedDocument, facts: QuoteFacts): QuoteInvoice {
  const minor = (amount: bigint): string => formatMinor(amount, facts.terms.digits);
  return {
    run: formatDay(document.run),
    kind: document.kind,
    lines: printLines(document, facts),
    net: minor(document.netMinor),
    taxes: document.taxes.map((tax) => ({
      category: tax.category,
      name: tax.name,
      percent: formatExact(tax.percent),
      base: minor(tax.baseMinor),
      amount: minor(tax.amountMinor),
    })),
    tax: minor(document.taxMinor),
    total: minor(document.totalMinor),
    applied: document.applied.map((applied) =>
      'grant' in applied
        ? { grant: applied.grant, amount: minor(applied.amountMinor) }
        : { balance: true, amount: minor(applied.amountMinor) },
    ),
    due: minor(document.dueMinor),
    ...(document.isCarried ? { collection: 'carried' as const } : {}),
  };
}

/** Adjustments of closed periods are told as one line for each subscription and tax treatment. */
function printLines(document: SimulatedDocument, facts: QuoteFacts): QuoteLine[] {
  const adjustments = new Map<string, { line: RatedLine; netMinor: bigint }[]>();
  const told = document.lines.flatMap((line, index): (() => QuoteLine)[] => {
    const netMinor = document.netLinesMinor[index]!;
    if (line.reason !== 'adjustment') return [() => printLine(line, netMinor, facts, document.run)];
    const key = adjustmentKey(line);
    const group = adjustments.get(key);
    if (group !== undefined) {
      group.push({ line, netMinor });
      return [];
    }
    const own = [{ line, netMinor }];
    adjustments.set(key, own);
    return [() => printAdjustment(own, facts, document.run)];
  });
  return told.map((tell) => tell());
}

function printAdjustment(
  group: readonly { readonly line: RatedLine; readonly netMinor: bigint }[],
  facts: QuoteFacts,
  run: Day,
): QuoteLine {
  const { terms } = facts;
  const minor = (amount: bigint): string => formatMinor(amount, terms.digits);
  const sumOf = (pick: (line: RatedLine) => bigint): bigint => group.reduce((sum, { line }) => sum + pick(line), 0n);
  const first = group[0]!.line;
  const whole: RatedLine = {
    ...first,
    key: {
      subscription: first.key.subscription,
      ref: first.key.subscription === null ? first.key.ref : 'adjustment',
      item: null,
      window: null,
    },
    exact: sum(group.map(({ line }) => line.exact)),
    grossMinor: sumOf((line) => line.grossMinor),
    discountMinor: sumOf((line) => line.discountMinor),
    amountMinor: sumOf((line) => line.amountMinor),
    beforeMinor: sumOf((line) => line.beforeMinor),
    afterMinor: sumOf((line) => line.afterMinor),
  };
  const netMinor = group.reduce((total, one) => total + one.netMinor, 0n);
  const adjusts = group.map(({ line }) => ({
    component: line.key.ref,
    item: line.key.item,
    period: line.key.window === null ? null : printWindow(line.key.window),
    exact: formatFraction(line.exact),
    gross: minor(line.grossMinor),
    amount: minor(line.amountMinor),
    before: minor(line.beforeMinor),
    after: minor(line.afterMinor),
  }));
  const why = explainAdjustment(
    group.map(({ line }) => line),
    whole,
    terms,
  );
  return { ...printLine(whole, netMinor, facts, run), why, adjusts };
}

function printLine(line: RatedLine, netMinor: bigint, facts: QuoteFacts, run: Day): QuoteLine {
  const { terms } = facts;
  const minor = (amount: bigint): string => formatMinor(amount, terms.digits);
  const why = priceWhy(line, facts, run);
  return {
    subscription: line.key.subscription,
    component: line.key.ref,
    item: line.key.item,
    from: printBound(line.from, line.instants),
    to: printBound(line.to, line.instants),
    period: line.key.window === null ? null : printPeriod(line.key.window),
    ...(isCut(line.key.window) ? { window: { from: formatDay(line.key.window.from), to: formatDay(line.key.window.to) } } : {}),
    fraction: formatFraction(line.fraction),
    reason: line.reason,
    old: line.old === null ? null : printState(line.old, line, facts),
    new: line.new === null ? null : printState(line.new, line, facts),
    parts: line.parts.map((part) => ({ tier: part.tier, units: formatExact(part.units), amount: formatExact(part.amount) })),
    exact: formatFraction(line.exact),
    exactAmount: formatExact(line.exact),
    gross: minor(line.grossMinor),
    discount: minor(line.discountMinor),
    amount: minor(line.amountMinor),
    net: minor(netMinor),
    before: minor(line.beforeMinor),
    after: minor(line.afterMinor),
    tax: line.treatment.category,
    why: explainLine(line, terms),
    ...(why === null ? {} : { priceWhy: why }),
  };
}

function isCut(window: Window | null): window is Window {
  return window !== null && !window.hourly && (window.from !== window.fullFrom || window.to !== window.fullTo);
}

/** The whole grid period that the fraction is of. */
function printPeriod(window: Window): { from: string; to: string } {
  if (window.hourly) return { from: printBound(window.fromInstant, true), to: printBound(window.toInstant, true) };
  return { from: formatDay(window.fullFrom), to: formatDay(window.fullTo) };
}

function printState(state: LineState, line: RatedLine, facts: QuoteFacts): QuoteLineState {
  const item = line.kind === 'extra_item' ? facts.items.find((other) => other.id === line.key.ref) : undefined;
  const price = item === undefined ? facts.prices.priceById(state.priceId) : extraItemPrice(item);
  return {
    quantity: formatExact(state.quantity),
    price: price === null ? {} : printPrice(price),
    ...(state.factor === ONE || state.factor.n === state.factor.d ? {} : { factor: formatExact(state.factor) }),
  };
}

/** As it was known at the run: a price published later had no part in it. */
function priceWhy(line: RatedLine, facts: QuoteFacts, run: Day): PriceWhy | null {
  const entry = line.new === null ? undefined : facts.entries.find((other) => other.id === line.new!.priceId);
  if (line.new === null || entry === undefined || facts.entries.length === facts.components.size) return null;
  const day = priceDay(line, facts);
  const knownBefore = facts.terms.zone.startOfDay(run + 1);
  const resolution = resolvePrice(facts.entries, facts.edge, line.key.ref, Math.max(day, entry.fromDay ?? day), knownBefore);
  if (resolution === null) return null;
  const from = (other: { fromDay: number | null }): string | null => (other.fromDay === null ? null : formatDay(other.fromDay));
  return {
    step: resolution.step,
    seller: entry.seller,
    buyer: entry.buyer,
    from: from(entry),
    considered: resolution.considered.map((other) => ({
      seller: other.entry.seller,
      buyer: other.entry.buyer,
      from: from(other.entry),
      whyNot: other.whyNot,
    })),
    ...(facts.chain.length === 0 ? {} : { edges: edgesOf(line, day, knownBefore, facts) }),
  };
}

function priceDay(line: RatedLine, facts: QuoteFacts): number {
  return line.instants ? facts.terms.zone.dayOf(line.from) : Math.min(line.from, line.key.window?.from ?? line.from);
}

function edgesOf(line: RatedLine, day: Day, knownBefore: number, facts: QuoteFacts): NonNullable<PriceWhy['edges']> {
  const amount = (value: Parameters<typeof formatExact>[0] | null): string | null => (value === null ? null : formatExact(value));
  return resolveChain(facts.entries, facts.chain, line.key.ref, day, knownBefore, line.new!.quantity).map((edge) => ({
    seller: edge.edge.seller,
    buyer: edge.edge.buyer,
    amount: amount(edge.amount),
    cost: amount(edge.cost),
    margin: amount(edge.margin),
    belowCost: edge.isBelowCost,
  }));
}
