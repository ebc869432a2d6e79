// Why a file as a whole cannot be imported: each with its place and what to do about it. Nothing has been written when one of these is met.
import { Refusal } from '../../../kernel/refusal.ts';

export interface Place {
  readonly line?: number;
  /** From 1: of the field for a row's shape, of the byte for encoding. */
  readonly column?: number;
}

/** `bill.csv:12:3`, or as much of it as is known. */
export function refuseFile(
  fileName: string,
  code: string,
  message: string,
  place: Place = {},
  parameters: Record<string, string> = {},
): Refusal {
  const { line, column } = place;
  const path = [fileName, line, column].filter((part) => part !== undefined).join(':');
  const where = line === undefined ? '' : `${fileName}, line ${line}${column === undefined ? '' : `, column ${column}`}: `;
  return new Refusal(code, `${where === '' ? `${fileName}: ` : where}${message}`, {
    path,
    parameters: {
      file: fileName,
      ...(line === undefined ? {} : { line: String(line) }),
      ...(column === undefined ? {} : { column: String(column) }),
      ...parameters,
    },
  });
}
