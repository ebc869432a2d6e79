// `prorata invoice`: one issued document, explained line by line, or as PDF.
import { writeFile } from 'node:fs/promises';
import type { Seller } from '../domains/accounts/index.ts';
import { printInvoice } from '../domains/documents/index.ts';
import { findInvoice, type InvoiceView, type LineUsage, loadLineUsage } from '../domains/invoicing/index.ts';
import { HOLD_USAGE } from '../domains/subscriptions/index.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Database } from '../platform/postgres/pool.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { type Command, exitStatus } from './command.ts';
import { explainInvoice } from './invoice-text.ts';
import { getSeller, SELLER_HELP } from './which-seller.ts';

const TEXT_EVENTS = 20;
const JSON_EVENTS = 1_000;

export const invoice: Command = {
  usage: 'NUMBER [--pdf FILE] [--explain] [--events] [--seller KEY]',
  help: [
    '--pdf FILE  writes the document; the first time it is printed its bytes are kept, and from then on they are the same',
    '--explain   says of every line what it is, how it was computed and what it stands on; the default',
    '--events    lists all usage events of a line, not only the first 20',
    SELLER_HELP,
    `With --json: the invoice as in \`prorata invoices\`; each line also "events" (the first ${JSON_EVENTS}), "eventsTotal" and "usage"; and`,
    '  with --pdf also "pdf": {"file", "sha256", "pages", "bytes"}',
  ],
  options: { pdf: { type: 'string' }, explain: { type: 'boolean' }, events: { type: 'boolean' }, seller: { type: 'string' } },
  positionals: [1, 1],
  async run({ positionals, text, flag, output, installation }) {
    const { database, clock } = await installation();
    const file = text('pdf');
    const listed = flag('events') ? null : TEXT_EVENTS;
    const isExplained = file === undefined || flag('explain') || flag('events');
    const limit = output.json ? JSON_EVENTS : listed;
    const { seller, id, view, usage } = await get(database, text('seller'), positionals[0]!, isExplained ? { limit } : null);
    const value = usage === null ? view : withEvents(view, usage);
    const explained = (): string => explainInvoice(view, usage ?? [], listed);
    if (file === undefined) {
      output.answer(value, explained);
      return exitStatus.done;
    }
    const pdf = await printInvoice((work, options) => inTransaction(database, work, options), seller.id, { id, view }, await clock.read());
    await writeFile(file, pdf.bytes).catch((error: NodeJS.ErrnoException) => {
      throw new Refusal('invoice.file_not_written', `The file cannot be written (${error.code}). Name a place that can.`, { path: file });
    });
    const told = { file, sha256: pdf.sha256, pages: pdf.pages, bytes: pdf.bytes.length };
    output.answer({ ...value, pdf: told }, () => {
      const line = `${file}: ${pdf.pages} ${pdf.pages === 1 ? 'page' : 'pages'}, SHA-256 ${pdf.sha256}`;
      return isExplained ? `${explained()}\n\n${line}` : line;
    });
    return exitStatus.done;
  },
};

interface Found {
  readonly seller: Seller;
  readonly id: bigint;
  readonly view: InvoiceView;
  /** By line; null where nobody asked. */
  readonly usage: readonly (readonly LineUsage[])[] | null;
}

async function get(
  database: Database,
  sellerKey: string | undefined,
  number: string,
  explain: { readonly limit: number | null } | null,
): Promise<Found> {
  return inTransaction(
    database,
    async (tx) => {
      const seller = await getSeller(tx, sellerKey);
      const found = await findInvoice(tx, seller.id, number);
      if (found === null) {
        throw new Refusal('invoice.unknown', `There is no invoice ${number}. \`prorata invoices\` lists them.`, { path: 'NUMBER' });
      }
      return { seller, ...found, usage: explain === null ? null : await loadLineUsage(tx, seller.id, found, explain.limit) };
    },
    { isolation: 'repeatable read', readOnly: true, first: HOLD_USAGE },
  );
}

/** Metered lines with the events they stand on. */
function withEvents(view: InvoiceView, usage: readonly (readonly LineUsage[])[]): InvoiceView {
  const lines = view.lines.map((line, index) => {
    const found = usage[index] ?? [];
    if (found.length === 0) return line;
    const events = found.flatMap((one) => one.events.map((event) => ({ meter: one.meter, ...event }))).slice(0, JSON_EVENTS);
    const eventsTotal = found.reduce((total, one) => total + one.total, 0);
    return { ...line, events, eventsTotal, usage: found.map(({ events: _listed, ...stretch }) => stretch) };
  });
  return { ...view, lines };
}
