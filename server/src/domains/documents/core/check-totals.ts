// An invoice that does not add up is never printed: lines, allowances, tax groups, total, what was applied and what is due.
import { assert } from '../../../kernel/assert.ts';
import { parseMinor } from '../../../kernel/money/decimal.ts';
import type { DocumentModel } from './document-model.ts';

/** Throws a `Bug` naming the first sum that is wrong. */
export function checkTotals(model: DocumentModel): void {
  const minor = (text: string) => readMinor(text, model.digits);
  const net = minor(model.net);
  const tax = minor(model.tax);
  const total = minor(model.total);
  let lines = 0n;
  for (const group of model.groups) {
    for (const line of group.lines) {
      const amount = minor(line.amount);
      assert(
        minor(line.gross) - minor(line.discount) === amount,
        `${model.number}: "${line.description}" is not its gross less its discount`,
      );
      lines += amount;
    }
  }
  for (const allowance of model.allowances) lines -= minor(allowance.amount);
  assert(lines === (model.taxInclusive ? total : net), `${model.number}: the lines add up to another sum than the document's`);
  if (model.taxes.length > 0) {
    const bases = model.taxes.reduce((sum, group) => sum + minor(group.base), 0n);
    assert(bases === net, `${model.number}: the bases of the taxes are not the net`);
  }
  const taxes = model.taxes.reduce((sum, group) => sum + minor(group.amount), 0n);
  assert(taxes === tax, `${model.number}: the taxes are not the tax`);
  assert(net + tax === total, `${model.number}: net and tax are not the total`);
  const applied = model.applied.reduce((sum, entry) => sum + minor(entry.amount), 0n);
  assert(total - applied === minor(model.due), `${model.number}: total less what was applied is not what is due`);
}

export function readMinor(text: string, digits: number): bigint {
  const minor = parseMinor(text, digits);
  assert(minor !== null, `"${text}" is not an amount with ${digits} decimals`);
  return minor;
}
