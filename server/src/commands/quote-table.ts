// A quote's answer as a text table that an accountant can read and a test can compare.
import type { QuoteAnswer, QuoteError, QuoteInvoice, QuoteLine } from '../domains/quotes/index.ts';

export function quoteTable(answer: QuoteAnswer | QuoteError): string {
  if ('error' in answer) return `refused ${answer.error.code}: ${answer.error.message}\n`;
  const invoices = answer.invoices.map(invoiceTable);
  const unbilled = answer.unbilled.map((event) => `unbilled ${event.id}: ${event.reason}`);
  const end = `owed ${answer.owed}, balance ${answer.balance}${answer.next === null ? '' : `, next ${answer.next}`}`;
  return `${[...invoices, ...unbilled, end].join('\n')}\n`;
}

function invoiceTable(invoice: QuoteInvoice): string {
  const rows = invoice.lines.map((line) => [stretch(line), describe(line), line.fraction, line.reason, line.amount]);
  const taxes = invoice.taxes.map((tax) => ['', `${tax.name} ${tax.percent} % of ${tax.base}`, '', '', tax.amount]);
  const applied = invoice.applied.map((one) => ['', 'grant' in one ? `grant ${one.grant}` : 'balance', '', '', one.amount]);
  const table = [...rows, ...taxes, ['', 'total', '', '', invoice.total], ...applied, ['', 'due', '', '', invoice.due]];
  const widths = [0, 1, 2, 3, 4].map((column) => Math.max(...table.map((row) => row[column]!.length)));
  const lines = table.map((row) =>
    row
      .map((cell, column) => (column === 4 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join('  ')
      .trimEnd(),
  );
  return [`${invoice.run} ${invoice.kind.replace('_', ' ')}`, ...lines.map((line) => `  ${line}`), ''].join('\n');
}

const stretch = (line: QuoteLine): string => `${line.from} – ${line.to}`;

function describe(line: QuoteLine): string {
  const name = line.item === null ? line.component : `${line.component} ${line.item}`;
  if (line.old !== null && line.new !== null) return `${name} ${line.old.quantity} → ${line.new.quantity}`;
  const state = line.new ?? line.old;
  return state === null ? name : `${name} ${state.quantity}`;
}
