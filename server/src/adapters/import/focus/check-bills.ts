// A provider's bill is taken once: the same rows again are passed over, other rows under the same bill are refused with what differs.
import { classifyRow } from './core/classify-row.ts';
import { nextRowId, resetOccurrences } from './core/repeated-rows.ts';
import type { Survey } from './core/survey.ts';
import { refuseFile } from './errors.ts';
import { openFile } from './open-file.ts';
import { readRows } from './read-rows.ts';
import { BATCH_SIZE, type BillDifference, type BillKey, type ImportTransaction, type RowReference } from './target.ts';
import { formatDigest } from './write-rows.ts';

/** The bills of the file that were recorded before with these very rows. */
export async function checkBills(path: string, survey: Survey, transaction: ImportTransaction): Promise<ReadonlySet<BillKey>> {
  const recordedBefore = new Set<BillKey>();
  const changed: BillKey[] = [];
  for (const recorded of await transaction.recordedBills([...survey.bills.keys()])) {
    const bill = survey.bills.get(recorded.key);
    if (bill === undefined) continue;
    if (bill.rows === recorded.rows && formatDigest(bill.digest) === recorded.digest) recordedBefore.add(recorded.key);
    else changed.push(recorded.key);
  }
  const [first] = changed;
  if (first !== undefined) {
    const difference = await transaction.compareRows(first, rowReferences(path, survey, first));
    throw refuseChanged(path, first, changed.length, difference);
  }
  return recordedBefore;
}

async function* rowReferences(path: string, survey: Survey, bill: BillKey): AsyncGenerator<readonly RowReference[]> {
  resetOccurrences(survey.repeated);
  let batch: RowReference[] = [];
  for await (const row of readRows(await openFile(path))) {
    const id = nextRowId(survey.repeated, row.identity);
    if (classifyRow(row, survey.currency ?? '').bill?.key !== bill) continue;
    batch.push({ id, line: row.line });
    if (batch.length < BATCH_SIZE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function refuseChanged(path: string, bill: BillKey, bills: number, difference: BillDifference): Error {
  const { unknownLines, unknownCount, missing, missingCount } = difference;
  const others = bills > 1 ? ` (and ${bills - 1} more bills of this file)` : '';
  const parts: string[] = [];
  if (unknownCount > 0) {
    parts.push(
      `${unknownCount} rows of the file were not in it, at line ${unknownLines.join(', ')}${unknownCount > unknownLines.length ? ', …' : ''}`,
    );
  }
  if (missingCount > 0) {
    parts.push(`${missingCount} of its rows are missing in the file: ${missing.join('; ')}${missingCount > missing.length ? '; …' : ''}`);
  }
  const message =
    `the bill ${bill}${others} was imported before with other rows: ${parts.join(', and ')}. Nothing was imported. ` +
    'Import a bill once it is final, all of it in one file; later corrections come as rows of a later billing period';
  return refuseFile(path, 'focus.changed_file', message, unknownLines[0] === undefined ? {} : { line: unknownLines[0] }, {
    bill,
    unknownRows: String(unknownCount),
    missingRows: String(missingCount),
  });
}
