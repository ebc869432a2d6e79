// Imports one FOCUS file: reads it once to know what it holds, then again to hand it to the books, all in one transaction.

import { checkBills } from './check-bills.ts';
import type { FocusRow } from './core/focus-row.ts';
import { type ImportOutcome, planRow, reportPlan, startPlan } from './core/plan-import.ts';
import type { ImportReport } from './core/report.ts';
import { type Survey, startSurvey, surveyRow } from './core/survey.ts';
import { refuseFile } from './errors.ts';
import { type OpenedFile, openFile } from './open-file.ts';
import { readRows } from './read-rows.ts';
import type { ImportTarget, ImportTransaction } from './target.ts';
import { addParents, createWriter } from './write-rows.ts';

export interface ImportProgress {
  readonly phase: 'checking' | 'importing';
  readonly rows: number;
  /** Of the file on disk. */
  readonly readBytes: number;
  readonly sizeBytes: number;
}

export interface ImportOptions {
  /** Called every thousand rows and at the end of each reading. */
  readonly onProgress?: ((progress: ImportProgress) => void) | undefined;
  /** Refused rows listed in the report; all are kept in the books. */
  readonly refusalsListed?: number | undefined;
}

const ROWS_PER_PROGRESS = 1_000;
const REFUSALS_LISTED = 10_000;

/** Throws a `Refusal` for a file that cannot be taken as a whole; nothing of it is written then. */
export async function importFocusFile(path: string, target: ImportTarget, options: ImportOptions = {}): Promise<ImportReport> {
  const survey = startSurvey(await target.findCurrency());
  const first = await openFile(path);
  for await (const row of readWithProgress(first, 'checking', options)) surveyRow(survey, row);
  const { contentHash, endsWithNewline } = first.finished();
  const currency = checkCurrency(path, survey);
  const warnings = endsWithNewline
    ? []
    : ['The last line is not ended; should the file be cut off inside its last field, that cannot be seen.'];
  const transaction = await target.open({ fileName: path, contentHash, currency });
  try {
    const recordedBefore = await checkBills(path, survey, transaction);
    const known = { fileName: path, contentHash, recordedBefore, warnings };
    const report = await writeFile(path, survey, currency, transaction, known, options);
    if (report.nothingNew) await transaction.rollback();
    else await transaction.commit(report);
    return report;
  } catch (error) {
    // What went wrong first is what the caller must hear, also when the connection is gone.
    await transaction.rollback().catch(() => undefined);
    throw error;
  }
}

type KnownOutcome = Pick<ImportOutcome, 'fileName' | 'contentHash' | 'recordedBefore' | 'warnings'>;

async function writeFile(
  path: string,
  survey: Survey,
  currency: string,
  transaction: ImportTransaction,
  known: KnownOutcome,
  options: ImportOptions,
): Promise<ImportReport> {
  const { recordedBefore } = known;
  const nothingNew = survey.bills.size > 0 && recordedBefore.size === survey.bills.size;
  const into = nothingNew ? null : transaction;
  const parents = await addParents(survey, currency, recordedBefore, into);
  const writer = createWriter(into, recordedBefore);
  const plan = startPlan(survey, currency, options.refusalsListed ?? REFUSALS_LISTED);
  const file = await openFile(path);
  for await (const row of readWithProgress(file, 'importing', options)) {
    if (writer.take(planRow(plan, row))) await writer.flushFull();
  }
  await writer.flushAll();
  if (file.finished().contentHash !== known.contentHash) {
    throw refuseFile(path, 'focus.file_changed', 'the file was changed while it was imported; import it again');
  }
  return reportPlan(plan, { ...known, ...parents, ...writer.made(), providerMade: into?.providerMade ?? false });
}

function checkCurrency(path: string, survey: Survey): string {
  if (survey.currency === null) {
    const message =
      'no row has a BillingCurrency of ISO 4217, so there is nothing to make a provider with; run `prorata init` with a currency first';
    throw refuseFile(path, 'focus.currency_unknown', message);
  }
  if (survey.rowsInCurrency === 0) {
    const found = survey.otherCurrency === null ? 'name no currency' : `are in ${survey.otherCurrency.slice(0, 20)}`;
    const message = `the provider bills in ${survey.currency}, but the rows of this file ${found}; import it with a provider of that currency`;
    throw refuseFile(path, 'focus.wrong_currency', message, {}, { currency: survey.currency });
  }
  return survey.currency;
}

async function* readWithProgress(file: OpenedFile, phase: ImportProgress['phase'], options: ImportOptions): AsyncGenerator<FocusRow> {
  let rows = 0;
  const tell = () => options.onProgress?.({ phase, rows, readBytes: file.readBytes(), sizeBytes: file.sizeBytes });
  for await (const row of readRows(file)) {
    rows += 1;
    if (rows % ROWS_PER_PROGRESS === 0) tell();
    yield row;
  }
  tell();
}
