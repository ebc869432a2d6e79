// What an import did, as plain text.
import type { ImportReport } from '../adapters/import/focus/core/report.ts';

export function importText(report: ImportReport): string {
  return [...headLines(report), '', ...sumLines(report), '', ...madeLines(report), ...refusedLines(report)].join('\n');
}

function headLines({ bills, rows, fileName, nothingNew }: ImportReport): string[] {
  const told = bills.map((bill) => `  ${bill.key}  ${count(bill.rows, 'row')}${bill.recordedBefore ? ', imported before' : ''}`);
  const end = nothingNew ? '. All of it was imported before: nothing was changed.' : '';
  return [`${fileName}: ${count(rows, 'row')} of ${count(bills.length, 'bill')}${end}`, ...told];
}

function sumLines(report: ImportReport): string[] {
  const byCode = report.refusedByCode.map(({ code, rows, listCost }) => [`  ${code}`, rows, listCost] as const);
  return columns([
    ['', 'rows', `list cost ${report.currency}`],
    ['usage', report.events, report.billableListCost],
    ['extra items', report.items, report.itemListCost],
    ['refused', report.refused, report.refusedListCost],
    ...(byCode.length > 1 ? byCode : []),
    ['together', report.rows, report.listCost],
  ]);
}

function madeLines(report: ImportReport): string[] {
  if (report.nothingNew) return [`${count(report.accounts, 'account')}, none new. \`prorata bill\` issues what is due.`];
  const made = [
    [report.accounts, 'account', report.accountsMade],
    [report.components, 'price', report.componentsMade],
    [report.subscriptions, 'subscription', report.subscriptionsMade],
  ] as const;
  const told = made.map(([all, name, fresh]) => {
    if (all === 0) return count(all, name);
    return `${count(all, name)} (${fresh === all ? 'all' : fresh === 0 ? 'none' : number(fresh)} new)`;
  });
  return [`${told.join(', ')}. \`prorata bill\` issues what is due.`];
}

function refusedLines({ refusals, refusalsOmitted }: ImportReport): string[] {
  const told = refusals.map(({ line, account, listCost, code, reason }) => {
    const place = [`line ${line}`, ...(account === null ? [] : [`account ${account}`]), ...(listCost === null ? [] : [listCost])].join(
      ', ',
    );
    return `  ${place}: ${reason} (${code})`;
  });
  const rest = refusalsOmitted === 0 ? [] : [`  and ${number(refusalsOmitted)} more; --list N shows N of them`];
  return told.length + rest.length === 0 ? [] : ['', 'Not billed as they stand:', ...told, ...rest];
}

type Row = readonly [label: string, rows: number | string, cost: string];

/** Costs have their decimal points under each other. */
function columns(rows: readonly Row[]): string[] {
  const cells = rows.map(([label, rows, cost]) => {
    const [whole = '', fraction] = cost.split('.');
    return { label, rows: typeof rows === 'number' ? number(rows) : rows, whole, fraction: fraction === undefined ? '' : `.${fraction}` };
  });
  const width = (of: (cell: (typeof cells)[number]) => string): number => Math.max(...cells.map((cell) => of(cell).length));
  const [labels, counts, wholes] = [width((one) => one.label), width((one) => one.rows), width((one) => one.whole)];
  return cells.map(({ label, rows, whole, fraction }) =>
    `${label.padEnd(labels)}  ${rows.padStart(counts)}  ${whole.padStart(wholes)}${fraction}`.trimEnd(),
  );
}

const number = (value: number): string => value.toLocaleString('en');
const count = (value: number, name: string): string => `${number(value)} ${name}${value === 1 ? '' : 's'}`;
