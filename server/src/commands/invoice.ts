// `prorata invoice`: one issued document, explained line by line, or as PDF.
import { writeFile } from 'node:fs/promises';
import { findProvider, noProvider, type Seller } from '../domains/accounts/index.ts';
import { modelOfInvoice, renderInvoice } from '../domains/documents/index.ts';
import { findInvoice, findPdf, type InvoiceView, type KeptPdf, keepPdf } from '../domains/invoicing/index.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Database } from '../platform/postgres/pool.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { type Command, exitStatus } from './command.ts';
import { explainInvoice } from './invoice-text.ts';

export const invoice: Command = {
  usage: 'NUMBER [--pdf FILE] [--explain]',
  help: [
    '--pdf FILE  writes the document; the first time it is printed its bytes are kept, and from then on they are the same',
    '--explain   says of every line what it is, how it was computed and what it stands on; the default',
    'With --json: the invoice as in `prorata invoices`, and with --pdf also "pdf": {"file", "sha256", "pages", "bytes"}',
  ],
  options: { pdf: { type: 'string' }, explain: { type: 'boolean' } },
  positionals: [1, 1],
  async run({ positionals, text, flag, output, installation }) {
    const { database, clock } = await installation();
    const { seller, id, view } = await get(database, positionals[0]!);
    const file = text('pdf');
    if (file === undefined) {
      output.answer(view, () => explainInvoice(view));
      return exitStatus.done;
    }
    const pdf = await printed(database, seller, id, view, await clock.read());
    await writeFile(file, pdf.bytes).catch((error: NodeJS.ErrnoException) => {
      throw new Refusal('invoice.file_not_written', `The file cannot be written (${error.code}). Name a place that can.`, { path: file });
    });
    const told = { file, sha256: pdf.sha256, pages: pdf.pages, bytes: pdf.bytes.length };
    output.answer({ ...view, pdf: told }, () => {
      const line = `${file}: ${pdf.pages} ${pdf.pages === 1 ? 'page' : 'pages'}, SHA-256 ${pdf.sha256}`;
      return flag('explain') ? `${explainInvoice(view)}\n\n${line}` : line;
    });
    return exitStatus.done;
  },
};

async function get(database: Database, number: string): Promise<{ seller: Seller; id: bigint; view: InvoiceView }> {
  return inTransaction(
    database,
    async (tx) => {
      const seller = await findProvider(tx);
      if (seller === null) throw noProvider();
      const found = await findInvoice(tx, seller.id, number);
      if (found === null) {
        throw new Refusal('invoice.unknown', `There is no invoice ${number}. \`prorata invoices\` lists them.`, { path: 'NUMBER' });
      }
      return { seller, ...found };
    },
    { isolation: 'repeatable read', readOnly: true },
  );
}

async function printed(database: Database, seller: Seller, id: bigint, view: InvoiceView, now: number): Promise<KeptPdf> {
  const kept = await inTransaction(database, (tx) => findPdf(tx, seller.id, id), { readOnly: true });
  if (kept !== null) return kept;
  const corrected = await inTransaction(
    database,
    async (tx) => {
      const found = [];
      for (const number of view.corrects) found.push(await findInvoice(tx, seller.id, number));
      return found.flatMap((one) => (one === null ? [] : [{ number: one.view.number ?? '', issuedOn: one.view.issuedOn }]));
    },
    { readOnly: true },
  );
  const rendered = await renderInvoice(modelOfInvoice(view, corrected));
  return inTransaction(database, (tx) => keepPdf(tx, seller.id, id, rendered, now));
}
