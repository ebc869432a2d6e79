// Rows of a CSV file out of its text as it comes, each with the line that it begins on. Separated by comma or semicolon, as its first line is.
import { Refusal } from '../../../kernel/refusal.ts';

export interface CsvRow {
  readonly line: number;
  readonly fields: readonly string[];
}

/** Much more than a row of usage needs: a longer one is a quote that nobody closed. */
export const LONGEST_ROW = 65_536;

export class CsvRows {
  private rest = '';
  private line = 1;
  private delimiter: string | null = null;

  /** The rows that are complete by now. */
  push(text: string): CsvRow[] {
    return this.read(this.rest + text, false);
  }

  /** What was not ended by a line break. */
  end(): CsvRow[] {
    return this.read(this.rest, true);
  }

  private read(text: string, isEnd: boolean): CsvRow[] {
    const rows: CsvRow[] = [];
    let at = 0;
    while (at < text.length) {
      if (text[at] === '\n') {
        this.line += 1;
        at += 1;
        continue;
      }
      this.delimiter ??= delimiterOf(text, isEnd);
      const row = this.delimiter === null ? null : readRow(text, at, this.delimiter, this.line, isEnd);
      if ((row === null ? text.length : row.end) - at > LONGEST_ROW) throw tooLong(this.line);
      if (row === null) break;
      if (row.fields.length > 1 || row.fields[0]!.trim() !== '') rows.push({ line: this.line, fields: row.fields });
      this.line += row.lines;
      at = row.end;
    }
    this.rest = text.slice(at);
    return rows;
  }
}

/** Known once the first line is there. */
function delimiterOf(text: string, isEnd: boolean): string | null {
  const end = text.indexOf('\n');
  if (end < 0 && !isEnd) return null;
  return (end < 0 ? text : text.slice(0, end)).includes(';') ? ';' : ',';
}

interface ReadRow {
  readonly fields: string[];
  /** Where the next one begins. */
  readonly end: number;
  readonly lines: number;
}

/** Null where the text ends before the row. */
function readRow(text: string, from: number, delimiter: string, line: number, isEnd: boolean): ReadRow | null {
  const lineEnd = text.indexOf('\n', from);
  if (lineEnd < 0 && !isEnd) return null;
  const plain = text.slice(from, lineEnd < 0 ? text.length : lineEnd);
  // Nearly all rows are one line without quotes.
  if (!plain.includes('"')) {
    const fields = (plain.endsWith('\r') ? plain.slice(0, -1) : plain).split(delimiter);
    return { fields, end: lineEnd < 0 ? text.length : lineEnd + 1, lines: 1 };
  }
  const fields: string[] = [];
  let lines = 1;
  for (let at = from; ; ) {
    let end: number;
    if (text[at] === '"') {
      const closing = closingQuote(text, at);
      if (closing < 0 || (closing + 1 >= text.length && !isEnd)) {
        if (isEnd) throw notClosed(line, fields.length + 1);
        return null;
      }
      const field = text.slice(at + 1, closing).replaceAll('""', '"');
      fields.push(field);
      lines += countBreaks(field);
      end = text[closing + 1] === '\r' ? closing + 2 : closing + 1;
      if (end >= text.length && !isEnd) return null;
    } else {
      end = endOfPlain(text, at, delimiter);
      if (end >= text.length && !isEnd) return null;
      fields.push(plainField(text, at, end, line, fields.length + 1));
    }
    if (end >= text.length) return { fields, end: text.length, lines };
    if (text[end] === '\n') return { fields, end: end + 1, lines };
    if (text[end] !== delimiter) throw strayQuote(line, fields.length);
    at = end + 1;
  }
}

function closingQuote(text: string, opening: number): number {
  for (let at = text.indexOf('"', opening + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] !== '"') return at;
  }
  return -1;
}

function endOfPlain(text: string, from: number, delimiter: string): number {
  let at = from;
  while (at < text.length && text[at] !== delimiter && text[at] !== '\n') at += 1;
  return at;
}

function plainField(text: string, from: number, end: number, line: number, column: number): string {
  const isLast = end >= text.length || text[end] === '\n';
  const field = text.slice(from, isLast && end > from && text[end - 1] === '\r' ? end - 1 : end);
  if (field.includes('"')) throw strayQuote(line, column);
  return field;
}

function countBreaks(field: string): number {
  let breaks = 0;
  for (let at = field.indexOf('\n'); at >= 0; at = field.indexOf('\n', at + 1)) breaks += 1;
  return breaks;
}

export interface ReportedRow {
  readonly line: number;
  readonly column: string;
  readonly id: string;
  readonly code: string;
  readonly reason: string;
}

export function printReport(rows: readonly ReportedRow[]): string {
  const lines = rows.map(({ line, column, id, code, reason }) => [String(line), column, id, code, reason].map(printField).join(','));
  return [REPORT_HEADER, ...lines, ''].join('\r\n');
}

const REPORT_HEADER = 'line,column,id,code,reason';

/** What a spreadsheet would take for a formula begins with a quote mark, as is usual. */
function printField(field: string): string {
  const text = /^[=+\-@\t]/.test(field) ? `'${field}` : field;
  return /[",;\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function place(line: number, column: number) {
  return { path: `line ${line}, column ${column}`, parameters: { line: String(line), column: String(column) } };
}

function strayQuote(line: number, column: number): Refusal {
  return new Refusal(
    'usage.csv_quote',
    `Line ${line}, column ${column}: a quote stands where none may be. Put the whole field in quotes, and double the quotes in it.`,
    place(line, column),
  );
}

function notClosed(line: number, column: number): Refusal {
  return new Refusal(
    'usage.csv_quote_open',
    `Line ${line}, column ${column}: a quote opens here and the file ends before it closes. The file was cut off, or a quote is missing.`,
    place(line, column),
  );
}

function tooLong(line: number): Refusal {
  return new Refusal(
    'usage.csv_row_too_long',
    `Line ${line}: the row is longer than ${LONGEST_ROW} characters. A quote was opened and not closed, or this is no usage.`,
    { path: `line ${line}`, parameters: { line: String(line), most: String(LONGEST_ROW) } },
  );
}
