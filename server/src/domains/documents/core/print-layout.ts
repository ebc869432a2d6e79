// A document as plain text, column under column: for tests that an accountant can review and for terminals.
import type { DocumentLayout, Labelled, LineRow } from './layout-model.ts';
import { BREAK } from './plain-text.ts';

const GAP = '  ';

export function printLayout(layout: DocumentLayout): string {
  const { table } = layout;
  const rows = table.groups.flatMap((group) => [
    ...(group.title === null && group.reference === null
      ? []
      : [[[group.title, group.reference].filter((part) => part !== null).join(' '), '', '', '', group.amount ?? '']]),
    ...group.rows.flatMap((row) => [columnsOf(row), ...row.details.map((detail) => [`  ${detail}`, '', '', '', ''])]),
  ]);
  const { description, quantity, price, tax, amount } = table.labels;
  const taxes = layout.taxes
    ? [
        [layout.taxes.labels.rate, layout.taxes.labels.base, layout.taxes.labels.amount],
        ...layout.taxes.rows.map((row) => [row.rate, row.base, row.amount]),
      ]
    : [];
  const blocks = [
    [layout.brand, `${layout.title} ${layout.number}`, ...(layout.corrects === null ? [] : [layout.corrects])],
    ...[layout.buyer, layout.seller].map((party) => [`${party.label}: ${[party.name, ...party.lines].join(', ')}`]),
    labelled(layout.facts),
    [`${layout.summary.label}: ${layout.summary.value}`],
    alignColumns([[description, quantity, price, table.characters.tax > 0 ? tax : '', amount], ...rows]),
    alignColumns(taxes),
    layout.remarks,
    labelled(layout.totals),
    [layout.payment.text, ...labelled(layout.payment.rows)],
    layout.notes,
    [...layout.footer.left, layout.footer.right],
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n')
    .replaceAll(BREAK, '');
}

function columnsOf(row: LineRow): string[] {
  return [row.title, row.quantity, row.price, row.tax, row.amount];
}

function labelled(rows: readonly Labelled[]): string[] {
  return alignColumns(rows.map((row) => [row.label, row.value]));
}

/** The first column to the left, the others to the right. */
function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const clean = rows.map((row) => row.map((cell) => cell.replaceAll(BREAK, '')));
  const widths = (clean[0] ?? []).map((_, column) => Math.max(...clean.map((row) => [...(row[column] ?? '')].length)));
  return clean.map((row) =>
    row
      .map((cell, column) => {
        const space = ' '.repeat((widths[column] ?? 0) - [...cell].length);
        return column === 0 ? cell + space : space + cell;
      })
      .join(GAP)
      .trimEnd(),
  );
}
