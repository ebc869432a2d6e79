// One sentence that says why a line is what it is, in English; the console and the invoice have their own words from the same facts.
import { formatDay } from '../../../kernel/calendar/civil.ts';
import { formatMinor } from '../../../kernel/money/decimal.ts';
import { formatExact, formatFraction } from '../../../kernel/money/rational.ts';
import type { RatedLine, Terms } from '../../rating/core/engine.ts';
import { printBound } from './billed-cells.ts';

export function explainLine(line: RatedLine, terms: Terms): string {
  const { digits } = terms;
  const stretch = `${printBound(line.from, line.instants)} to ${printBound(line.to, line.instants)}`;
  const part = line.fraction.n === line.fraction.d ? 'the whole period' : `${formatFraction(line.fraction)} of the period`;
  const exact = `exactly ${formatExact(line.exact)}`;
  const money = `the cell goes from ${formatMinor(line.beforeMinor, digits)} to ${formatMinor(line.afterMinor, digits)}`;
  return `${whatHappened(line)}, ${stretch}, ${part}: ${exact}; ${money}.`;
}

function whatHappened(line: RatedLine): string {
  const quantity = (state: RatedLine['old']): string => (state === null ? '0' : formatExact(state.quantity));
  const what = line.key.item === null ? line.key.ref : `${line.key.ref} (${line.key.item})`;
  switch (line.reason) {
    case 'due':
      return `${quantity(line.new)} × ${what} due`;
    case 'added':
      return `${quantity(line.new)} × ${what} added`;
    case 'changed':
      return line.old !== null && line.new !== null && quantity(line.old) === quantity(line.new)
        ? `${what} changed its price or discount at quantity ${quantity(line.new)}`
        : `${what} changed from ${quantity(line.old)} to ${quantity(line.new)}`;
    case 'taken_back':
      return `${quantity(line.old)} × ${what} taken back`;
    case 'item':
      return line.new === null ? 'Raised to the least amount of an invoice' : `${quantity(line.new)} × ${what}`;
    case 'credit':
      return `Credit on ${what}`;
    case 'true_up':
      return `What is missing to the commitment of ${what.replace(/\/commitment$/, '')}`;
    case 'adjustment':
      return `Adjustment of ${what}`;
  }
}

/** One line for all that is too old to be rated again. */
export function explainAdjustment(lines: readonly RatedLine[], whole: RatedLine, terms: Terms): string {
  const { digits } = terms;
  const days = lines.flatMap(({ key }) => (key.window === null ? [] : [key.window.from, key.window.to]));
  const stretch = days.length === 0 ? '' : ` between ${formatDay(Math.min(...days))} and ${formatDay(Math.max(...days))}`;
  const what = [...new Set(lines.map(({ key }) => key.ref))].join(', ');
  const count = lines.length === 1 ? '1 closed period' : `${lines.length} closed periods`;
  const money = `together from ${formatMinor(whole.beforeMinor, digits)} to ${formatMinor(whole.afterMinor, digits)}`;
  return `Adjustment of ${count} of ${what}${stretch}, too old to be billed again line by line: exactly ${formatExact(whole.exact)}; ${money}.`;
}
