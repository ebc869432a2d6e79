// The bytes of an issued document: made when they are first asked for, kept, and from then on the same.
import type { Transaction, TransactionOptions } from '../../platform/postgres/transaction.ts';
import { findInvoice, findPdf, type InvoiceView, type KeptPdf, keepPdf } from '../invoicing/index.ts';
import { modelOfInvoice } from './model-of-invoice.ts';
import { renderInvoice } from './render.ts';

/** Opens one transaction after the other: rendering takes long and is done outside. */
export type RunInTransaction = <T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions) => Promise<T>;

export async function printInvoice(
  run: RunInTransaction,
  sellerId: bigint,
  invoice: { readonly id: bigint; readonly view: InvoiceView },
  now: number,
): Promise<KeptPdf> {
  const { id, view } = invoice;
  const kept = await run((tx) => findPdf(tx, sellerId, id), { readOnly: true });
  if (kept !== null) return kept;
  const corrected = await run(
    async (tx) => {
      const found = [];
      for (const number of view.corrects) found.push(await findInvoice(tx, sellerId, number));
      return found.flatMap((one) => (one === null ? [] : [{ number: one.view.number ?? '', issuedOn: one.view.issuedOn }]));
    },
    { readOnly: true },
  );
  const rendered = await renderInvoice(modelOfInvoice(view, corrected));
  return run((tx) => keepPdf(tx, sellerId, id, rendered, now));
}
