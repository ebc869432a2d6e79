// An invoice or credit note as it is told to programs and people: decimals as text in major units. Issued ones and previews have one shape.
import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { formatMinor } from '../../kernel/money/decimal.ts';
import { formatExact } from '../../kernel/money/rational.ts';
import { BatchWords, type InvoiceFacts } from './document-words.ts';
import { buyerParty, type FrozenParty, sellerParty } from './frozen-parties.ts';
import { type LineFacts, lineFacts } from './line-facts.ts';
import type { Batch } from './load-accounts.ts';
import type { PlannedDocument } from './plan-batch.ts';

export interface InvoiceLineView extends LineFacts {
  /** To 18 places. */
  readonly exactAmount: string;
  readonly gross: string;
  readonly discount: string;
  readonly amount: string;
  /** Without tax. */
  readonly net: string;
  readonly taxCategory: string;
}

export interface InvoiceTaxView {
  readonly category: string;
  readonly name: string;
  readonly percent: string;
  readonly base: string;
  readonly amount: string;
}

export interface InvoiceHead {
  /** Null in a preview. */
  readonly id: string | null;
  readonly number: string | null;
  readonly kind: 'invoice' | 'credit_note';
  readonly account: { readonly externalId: string; readonly name: string };
  readonly currency: string;
  readonly billedOn: string;
  readonly issuedOn: string;
  readonly taxPoint: string;
  /** Null on a credit note: nobody owes it. */
  readonly dueOn: string | null;
  readonly net: string;
  readonly tax: string;
  readonly total: string;
}

export interface InvoiceView extends InvoiceHead {
  /** What the balance paid at issue, or below zero what went to it. */
  readonly fromBalance: string;
  /** Numbers of the invoices that a credit note takes back from. */
  readonly corrects: readonly string[];
  readonly seller: FrozenParty;
  readonly buyer: FrozenParty;
  readonly facts: InvoiceFacts;
  readonly taxes: readonly InvoiceTaxView[];
  readonly lines: readonly InvoiceLineView[];
}

export function previewOf(batch: Batch, documents: readonly PlannedDocument[]): InvoiceView[] {
  const words = new BatchWords(batch);
  return documents.map((document): InvoiceView => {
    const { composed, account } = document;
    const { digits } = account;
    const money = (minor: bigint): string => formatMinor(minor, digits);
    const own = words.of(account);
    return {
      id: null,
      number: null,
      kind: composed.kind,
      account: { externalId: account.work.account.externalId, name: account.work.account.name },
      currency: account.work.account.currency,
      billedOn: formatDay(document.billedOn),
      issuedOn: formatDay(document.issuedOn),
      taxPoint: formatDay(document.billedOn),
      dueOn: composed.kind === 'credit_note' ? null : formatDay(document.dueOn),
      net: money(composed.netMinor),
      tax: money(composed.taxMinor),
      total: money(composed.totalMinor),
      fromBalance: money(document.fromBalanceMinor),
      corrects: document.corrects.map((id) => formatIdentifier('inv', id)),
      seller: sellerParty(batch.seller),
      buyer: buyerParty(account.work.account),
      facts: words.factsOf(document),
      taxes: composed.taxes.map((tax) => ({
        category: tax.category,
        name: tax.name,
        percent: formatExact(tax.percent),
        base: money(tax.baseMinor),
        amount: money(tax.amountMinor),
      })),
      lines: document.lines.map(({ line, netMinor }) => ({
        ...lineFacts(line, own),
        exactAmount: formatExact(line.exact),
        gross: money(line.grossMinor),
        discount: money(line.discountMinor),
        amount: money(line.amountMinor),
        net: money(netMinor),
        taxCategory: line.treatment.category,
      })),
    };
  });
}
