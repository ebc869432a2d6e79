// Invoices as plain text: a row in a list, and one document with every line explained.
import {
  type InvoiceHead,
  type InvoiceLineView,
  type InvoiceView,
  type LineEvent,
  type LineUsage,
  spellOut,
} from '../domains/invoicing/index.ts';
import { amountText, priceInWords } from '../domains/pricelists/index.ts';

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

/** `usage` by line; `listed` is how many events of a line are told, null all. */
export function explainInvoice(view: InvoiceView, usage: readonly (readonly LineUsage[])[] = [], listed: number | null = null): string {
  const kind = view.kind === 'invoice' ? 'Invoice' : 'Credit note';
  const head = [
    `${kind} ${view.number ?? '(preview)'} for ${view.account.name} (${view.account.externalId})`,
    `billing day ${view.billedOn}, issued ${view.issuedOn}${view.dueOn === null ? '' : `, due ${view.dueOn}`}`,
    ...(view.corrects.length === 0 ? [] : [`takes back from ${view.corrects.join(', ')}`]),
  ];
  const lines = view.lines.flatMap((line, index) => [
    '',
    ...explainLine(line, view),
    ...(usage[index] ?? []).flatMap((one) => explainUsage(one, line, listed)),
  ]);
  const taxes = view.taxes.map((tax) => `${tax.name} ${tax.percent} % of ${tax.base}: ${tax.amount}`);
  const decisions = view.facts.tax.map(
    (decision) =>
      `tax of "${decision.category}": ${decision.rule === 'domestic' ? `rates of ${decision.place}` : `none, ${decision.reason}`}`,
  );
  return [...head, ...lines, '', `net ${view.net} ${view.currency}`, ...taxes, `total ${view.total} ${view.currency}`, ...decisions].join(
    '\n',
  );
}

function explainLine(line: InvoiceLineView, { currency, facts: { digits } }: InvoiceView): string[] {
  const name = `${line.description}${line.item === null ? '' : ` (${line.item})`}, ${line.component}`;
  const price = (state: InvoiceLineView['old']): string =>
    state === null
      ? 'nothing'
      : `${state.quantity}${line.unit === null ? '' : ` ${line.unit}`}${state.price === null ? '' : ` at ${priceInWords(state.price, digits)}`}`;
  const discount = line.new?.discountPercent ?? line.old?.discountPercent;
  const source = Object.entries(line.source ?? {}).map(([key, value]) => `${key} ${value}`);
  return [
    `${name}: ${line.amount} ${currency} (${line.reason.replace('_', ' ')})`,
    `  from ${line.from} to ${line.to}${line.period === null ? '' : `, period ${line.period.from} to ${line.period.to}`}, fraction ${line.fraction}`,
    line.reason === 'adjustment'
      ? '  a closed period, adjusted as a whole and not billed again line by line'
      : line.old === null || line.new === null
        ? `  ${price(line.new ?? line.old)}`
        : `  was ${price(line.old)}, is ${price(line.new)}`,
    ...(source.length === 0 ? [] : [`  source: ${source.join(', ')}`]),
    ...(line.parts.length < 2
      ? []
      : line.parts.map((part) => `  step ${part.tier}: ${part.units} units, ${amountText(part.amount, digits)}`)),
    ...spellOut(line, currency, digits),
    ...(discount === undefined ? [] : [`  ${discount} % off: gross ${line.gross}, discount ${line.discount}`]),
    ...(line.net === line.amount ? [] : [`  without tax ${line.net}`]),
  ];
}

function explainUsage(usage: LineUsage, line: InvoiceLineView, listed: number | null): string[] {
  const count = `${usage.total} ${usage.total === 1 ? 'event' : 'events'}`;
  const shown = listed === null ? usage.events : usage.events.slice(0, listed);
  const before = usage.levelBefore;
  const more = usage.total - shown.length;
  if (usage.keptFrom !== null && usage.to <= usage.keptFrom) {
    return [
      `  stands on events of ${usage.meter} from ${usage.from} to ${usage.to}, which are no longer kept: single events are from ${usage.keptFrom} on`,
    ];
  }
  const counted =
    usage.aggregate === 'sum' && usage.keptFrom === null && line.new !== null && line.new.quantity !== usage.sum ? line.new.quantity : null;
  return [
    `  stands on ${count} of ${usage.meter} from ${usage.from} to ${usage.to}, known to the run of ${usage.knownAt}; sum ${usage.sum}`,
    ...(usage.keptFrom === null ? [] : [`  those before ${usage.keptFrom} are no longer kept and not among them`]),
    ...(usage.billedBeforeAt === null
      ? []
      : [`  ${usage.totalNew} of them new: the run of ${usage.billedBeforeAt}, which billed the window before, did not have them`]),
    ...(before === null ? [] : [`    ${eventText(before)}, the level the stretch begins at`]),
    ...shown.map((event) => `    ${eventText(event)}${event.late ? `, recorded late ${event.recorded}` : ''}${event.isNew ? ', new' : ''}`),
    ...(more > 0 ? [`    … and ${more} more, ${usage.total} in all, sum ${usage.sum}`] : []),
    ...(counted === null
      ? []
      : [
          `    of these the line counts ${counted}: what lies in service and was known when the account was billed, rounded as the component says`,
        ]),
  ];
}

function eventText(event: LineEvent): string {
  return `${event.at} ${event.source} ${event.id}: ${event.value}`;
}
