// An issued invoice as the document model that is printed: its frozen facts, regrouped by subscription.
import { formatMinor, parseDecimal, parseMinor } from '../../kernel/money/decimal.ts';
import { formatExact, sum, ZERO } from '../../kernel/money/rational.ts';
import type { InvoiceLineView, InvoiceView } from '../invoicing/index.ts';
import type {
  Applied,
  DocumentLine,
  DocumentModel,
  DocumentReference,
  LineGroup,
  PartyFacts,
  PricedState,
  PricePart,
  TaxRegistration,
} from './core/document-model.ts';

export function modelOfInvoice(view: InvoiceView, corrected: readonly DocumentReference[]): DocumentModel {
  const { facts } = view;
  const isCreditNote = view.kind === 'credit_note';
  const applied = isCreditNote ? creditApplied(view) : view.fromBalance === zero(facts.digits) ? [] : [balance(view.fromBalance)];
  const minor = (text: string): bigint => parseMinor(text, facts.digits) ?? 0n;
  const paid = applied.reduce((sum, one) => sum + minor(one.amount), 0n);
  return {
    version: 1,
    kind: view.kind,
    number: view.number ?? '',
    language: facts.language,
    timezone: facts.zone,
    currency: view.currency,
    digits: facts.digits,
    issuedOn: view.issuedOn,
    taxPointOn: view.taxPoint === view.issuedOn ? null : view.taxPoint,
    servicePeriod: facts.servicePeriod,
    dueOn: isCreditNote ? null : view.dueOn,
    seller: { ...party(view.seller), brand: null, email: null, phone: null, website: null },
    buyer: {
      ...party(view.buyer),
      accountNumber: view.account.externalId,
      externalId: view.account.externalId,
      purchaseOrder: view.buyer.purchaseOrder ?? null,
      buyerReference: view.buyer.buyerReference ?? null,
    },
    corrects: corrected,
    groups: groupsOf(view.lines, facts.digits),
    taxInclusive: facts.taxInclusive,
    allowances: [],
    taxes: view.taxes.map((tax) => ({ ...tax, exemption: null })),
    net: view.net,
    tax: view.tax,
    total: view.total,
    applied,
    due: formatMinor(minor(view.total) - paid, facts.digits),
    payment: { termDays: isCreditNote ? null : facts.termDays, bank: null },
    notes: [],
  };
}

function zero(digits: number): string {
  return formatMinor(0n, digits);
}

function balance(amount: string): Applied {
  return { kind: 'balance', reference: null, amount };
}

/** What of a credit note did not go to the balance reduced invoices. */
function creditApplied(view: InvoiceView): Applied[] {
  const { digits } = view.facts;
  const toInvoices = (parseMinor(view.total, digits) ?? 0n) - (parseMinor(view.fromBalance, digits) ?? 0n);
  const applied: Applied[] = [];
  if (toInvoices !== 0n) applied.push({ kind: 'invoice', reference: view.corrects[0] ?? null, amount: formatMinor(toInvoices, digits) });
  if (view.fromBalance !== zero(digits)) applied.push(balance(view.fromBalance));
  return applied;
}

function party(facts: InvoiceView['seller']): PartyFacts {
  const registrations: TaxRegistration[] =
    facts.taxNumber === null ? [] : [{ scheme: /^[A-Z]{2}/.test(facts.taxNumber) ? 'vat' : 'national', number: facts.taxNumber }];
  return { name: facts.name, address: facts.address, country: facts.country, registrations };
}

function groupsOf(lines: readonly InvoiceLineView[], digits: number): LineGroup[] {
  const groups = new Map<string, { name: string | null; reference: string | null; lines: DocumentLine[] }>();
  const put = (line: InvoiceLineView, plan: string | null, printed: DocumentLine): void => {
    const key = `${line.subscription ?? ''}\n${plan ?? ''}`;
    const group = groups.get(key) ?? { name: plan, reference: line.subscription, lines: [] };
    group.lines.push(printed);
    groups.set(key, group);
  };
  for (const line of lines) if (line.reason !== 'adjustment') put(line, line.plan, documentLine(line));
  for (const adjusted of adjustmentsOf(lines)) {
    const { plan } = adjusted[0]!;
    put(adjusted[0]!, adjusted.every((line) => line.plan === plan) ? plan : null, adjustmentLine(adjusted, digits));
  }
  return [...groups.values()];
}

/** Closed periods of one subscription, or item, under one tax treatment are adjusted in one line. */
function adjustmentsOf(lines: readonly InvoiceLineView[]): InvoiceLineView[][] {
  const groups = new Map<string, InvoiceLineView[]>();
  for (const line of lines) {
    if (line.reason !== 'adjustment') continue;
    const key = JSON.stringify([line.subscription, line.subscription === null ? line.component : '', line.taxCategory, line.rates]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()];
}

function adjustmentLine(lines: readonly InvoiceLineView[], digits: number): DocumentLine {
  const total = (pick: (line: InvoiceLineView) => string): string =>
    formatMinor(
      lines.reduce((sum, line) => sum + (parseMinor(pick(line), digits) ?? 0n), 0n),
      digits,
    );
  return {
    ...documentLine(lines[0]!),
    description: [...new Set(lines.map((line) => line.description))].join(', '),
    item: lines.length === 1 ? lines[0]!.item : null,
    interval: null,
    unit: null,
    exactAmount: formatExact(sum(lines.map((line) => parseDecimal(line.exactAmount) ?? ZERO))),
    gross: total((line) => line.gross),
    discount: total((line) => line.discount),
    amount: total((line) => line.amount),
  };
}

function documentLine(line: InvoiceLineView): DocumentLine {
  const rate = line.rates[0];
  return {
    description: line.description,
    item: line.item,
    kind: line.kind,
    reason: line.kind === 'metered' && line.reason === 'changed' ? 'late_usage' : line.reason,
    interval: line.kind === 'item' || line.kind === 'one_time' ? null : { from: line.from, to: line.to },
    fraction: line.fraction === '1' ? null : line.fraction,
    unit: line.unit,
    old: pricedState(line.old),
    new: pricedState(line.new),
    parts: partsOf(line),
    exactAmount: line.exactAmount,
    gross: line.gross,
    discount: line.discount,
    amount: line.amount,
    tax: rate === undefined ? null : { category: line.taxCategory, percent: rate.percent },
  };
}

function pricedState(state: InvoiceLineView['old']): PricedState | null {
  if (state === null) return null;
  const isSingle = state.price?.kind === 'unit' || state.price?.kind === 'flat';
  return {
    quantity: state.quantity,
    unitPrice: isSingle ? (state.price?.price ?? '0') : null,
    per: isSingle ? (state.price?.per ?? null) : null,
  };
}

function partsOf(line: InvoiceLineView): PricePart[] {
  const tiers = (line.new ?? line.old)?.price?.tiers;
  if (tiers === undefined) return [];
  return line.parts.map((part) => {
    const tier = tiers[part.tier - 1];
    return { units: part.units, unitPrice: tier?.price ?? null, flat: tier?.flat ?? null, amount: part.amount };
  });
}
