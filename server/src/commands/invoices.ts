// `prorata invoices`: the issued invoices and credit notes.
import { type InvoiceView, listInvoices } from '../domains/invoicing/index.ts';
import { formatDay } from '../kernel/calendar/civil.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { type Command, exitStatus } from './command.ts';
import { invoiceTable } from './invoice-text.ts';
import { readDay } from './read-day.ts';
import { getSeller, SELLER_HELP } from './which-seller.ts';

const PAGE = 500;

export const invoices: Command = {
  usage: '[--account ID] [--from DATE] [--before DATE] [--seller KEY]',
  help: [
    '--account ID   of one account, by its external id',
    '--from, --before  by day of issue, half open',
    SELLER_HELP,
    'On a credit note amounts are negative and "dueOn" is null: nobody owes it.',
    'With --json: [{"id", "number", "kind", "account": {"externalId", "name"}, "currency", "billedOn", "issuedOn", "taxPoint", "dueOn",',
    '"net", "tax", "total", "fromBalance", "corrects", "seller", "buyer", "facts", "taxes": [...], "lines": [{"subscription", "component",',
    '"item", "from", "to", "period", "fraction", "reason", "old", "new", "parts", "exact", "exactAmount", "gross", "discount", "amount", …}]}]',
  ],
  options: { account: { type: 'string' }, from: { type: 'string' }, before: { type: 'string' }, seller: { type: 'string' } },
  async run({ text, output, installation }) {
    const { database } = await installation();
    const [account, from, before] = [text('account'), text('from'), text('before')];
    const filter = {
      ...(account === undefined ? {} : { account }),
      ...(from === undefined ? {} : { issuedFrom: formatDay(readDay(from, '--from')) }),
      ...(before === undefined ? {} : { issuedBefore: formatDay(readDay(before, '--before')) }),
    };
    const found: InvoiceView[] = [];
    await inTransaction(
      database,
      async (tx) => {
        const seller = await getSeller(tx, text('seller'));
        for (let after = 0n; ; ) {
          const page = await listInvoices(tx, seller.id, filter, PAGE, after);
          found.push(...page.map((row) => row.view));
          const last = page[page.length - 1];
          if (last === undefined || page.length < PAGE) return;
          after = last.id;
        }
      },
      { isolation: 'repeatable read', readOnly: true },
    );
    output.answer(found, () => invoiceTable(found));
    return exitStatus.done;
  },
};
