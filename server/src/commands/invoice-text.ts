// Invoices as plain text: a row in a list, and one document with every line explained.
import type { InvoiceHead, InvoiceLineView, InvoiceView } from '../domains/invoicing/index.ts';

export function invoiceTable(heads: readonly InvoiceHead[]): string {
  if (heads.length === 0) return 'No invoices.';
  const rows = heads.map((head) => [
    head.number ?? '(preview)',
    head.account.externalId,
    head.billedOn,
    head.issuedOn,
    head.total,
    head.currency,
  ]);
  return table([['number', 'account', 'for', 'issued', 'total', ''], ...rows], 4);
}

/** Columns as wide as their longest cell; one of them, with numbers, to the right. */
export function table(rows: readonly (readonly string[])[], right: number): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => (column === right ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function explainInvoice(view: InvoiceView): string {
  const kind = view.kind === 'invoice' ? 'Invoice' : 'Credit note';
  const head = [
    `${kind} ${view.number ?? '(preview)'} for ${view.account.name} (${view.account.externalId})`,
    `billing day ${view.billedOn}, issued ${view.issuedOn}, due ${view.dueOn}`,
    ...(view.corrects.length === 0 ? [] : [`takes back from ${view.corrects.join(', ')}`]),
  ];
  const lines = view.lines.flatMap((line) => ['', ...explainLine(line, view.currency)]);
  const taxes = view.taxes.map((tax) => `${tax.name} ${tax.percent} % of ${tax.base}: ${tax.amount}`);
  const decisions = view.facts.tax.map(
    (decision) =>
      `tax of "${decision.category}": ${decision.rule === 'domestic' ? `rates of ${decision.place}` : `none, ${decision.reason}`}`,
  );
  return [...head, ...lines, '', `net ${view.net} ${view.currency}`, ...taxes, `total ${view.total} ${view.currency}`, ...decisions].join(
    '\n',
  );
}

function explainLine(line: InvoiceLineView, currency: string): string[] {
  const name = `${line.description}${line.item === null ? '' : ` (${line.item})`}, ${line.component}`;
  const price = (state: InvoiceLineView['old']): string =>
    state === null
      ? 'nothing'
      : `${state.quantity}${line.unit === null ? '' : ` ${line.unit}`}${state.price === null ? '' : ` at ${JSON.stringify(state.price)}`}`;
  const discount = line.new?.discountPercent ?? line.old?.discountPercent;
  return [
    `${name}: ${line.amount} ${currency} (${line.reason.replace('_', ' ')})`,
    `  from ${line.from} to ${line.to}${line.period === null ? '' : `, period ${line.period.from} to ${line.period.to}`}, fraction ${line.fraction}`,
    line.old === null || line.new === null ? `  ${price(line.new ?? line.old)}` : `  was ${price(line.old)}, is ${price(line.new)}`,
    ...(discount === undefined ? [] : [`  ${discount} % off: gross ${line.gross}, discount ${line.discount}`]),
    ...line.parts.map((part) => `  step ${part.tier}: ${part.units} units, ${part.amount}`),
    `  exactly ${line.exact}${line.exact === line.exactAmount ? '' : ` = ${line.exactAmount}`}; billed so far ${line.before}, then ${line.after}`,
  ];
}
