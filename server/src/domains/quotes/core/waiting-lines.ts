// Lines that wait for the least amount, as an answer prints them and a later document feeds them back.
import { formatMinor } from '../../../kernel/money/decimal.ts';
import { formatFraction } from '../../../kernel/money/rational.ts';
import { readFraction } from '../../../kernel/stored-values.ts';
import type { LineState, RatedLine, Terms } from '../../rating/core/engine.ts';
import type { WaitingLine } from '../document-schema.ts';
import {
  printBound,
  printParts,
  printTreatment,
  printWindow,
  readBound,
  readParts,
  readSigned,
  readTreatment,
  readWindow,
} from './billed-cells.ts';
import { refuse } from './read-values.ts';

export function printWaiting(line: RatedLine, terms: Terms): WaitingLine {
  const minor = (amount: bigint): string => formatMinor(amount, terms.digits);
  return {
    subscription: line.key.subscription,
    component: line.key.ref,
    item: line.key.item,
    window: line.key.window === null ? null : printWindow(line.key.window),
    kind: line.kind,
    reason: line.reason,
    from: printBound(line.from, line.instants),
    to: printBound(line.to, line.instants),
    fraction: formatFraction(line.fraction),
    old: printState(line.old),
    new: printState(line.new),
    parts: printParts(line.parts),
    exact: formatFraction(line.exact),
    gross: minor(line.grossMinor),
    discount: minor(line.discountMinor),
    amount: minor(line.amountMinor),
    before: minor(line.beforeMinor),
    after: minor(line.afterMinor),
    tax: printTreatment(line.treatment),
  };
}

function printState(state: LineState | null): WaitingLine['old'] {
  return state === null ? null : { quantity: formatFraction(state.quantity), priceId: state.priceId, factor: formatFraction(state.factor) };
}

export function readWaiting(lines: readonly WaitingLine[], terms: Terms): RatedLine[] {
  return lines.map((line, index) => readLine(line, terms, `waiting[${index}]`));
}

function readLine(line: WaitingLine, terms: Terms, path: string): RatedLine {
  const from = readBound(line.from, `${path}.from`);
  const to = readBound(line.to, `${path}.to`);
  if (from.instants !== to.instants || from.value > to.value)
    refuse('waiting.no_stretch', path, 'A line does not end before it begins, and has both bounds as dates or both as instants.');
  const minor = (field: 'gross' | 'discount' | 'amount' | 'before' | 'after'): bigint => readSigned(line[field], terms, `${path}.${field}`);
  const read: RatedLine = {
    key: {
      subscription: line.subscription,
      ref: line.component,
      item: line.item,
      window: line.window === null ? null : readWindow(line.window, terms, `${path}.window`),
    },
    kind: line.kind,
    reason: line.reason,
    from: from.value,
    to: to.value,
    instants: from.instants,
    fraction: readFraction(line.fraction),
    old: readState(line.old),
    new: readState(line.new),
    parts: readParts(line.parts),
    exact: readFraction(line.exact),
    grossMinor: minor('gross'),
    discountMinor: minor('discount'),
    amountMinor: minor('amount'),
    beforeMinor: minor('before'),
    afterMinor: minor('after'),
    treatment: readTreatment(line.tax, `${path}.tax.rates`),
  };
  if (read.grossMinor - read.discountMinor !== read.amountMinor || read.afterMinor - read.beforeMinor !== read.amountMinor) {
    refuse(
      'waiting.does_not_add_up',
      path,
      'The amount must be "gross" less "discount", and "after" less "before"; feed an answer\u2019s "waiting" back unchanged.',
    );
  }
  return read;
}

function readState(state: WaitingLine['old']): LineState | null {
  return state === null ? null : { quantity: readFraction(state.quantity), priceId: state.priceId, factor: readFraction(state.factor) };
}
