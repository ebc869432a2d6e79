// Reads the bytes of an uploaded file as rows of usage: text in UTF-8, its first row the names of the columns; and a row as an event.
import { hash } from 'node:crypto';
import { Refusal } from '../../kernel/refusal.ts';
import { type ColumnIndexes, checkRow, readHeader, valuesOf } from './core/csv-columns.ts';
import { type CsvRow, CsvRows } from './core/csv-rows.ts';
import { readMessage, type UnreadMessage, type UsageMessage } from './read-message.ts';

/** Fed piece by piece; refuses the file where its shape is wrong, with line and column. */
export class UploadReader {
  private readonly decoder = new TextDecoder('utf-8', { fatal: true });
  private readonly rows = new CsvRows();
  private found: ColumnIndexes | null = null;

  push(bytes: Uint8Array): CsvRow[] {
    return this.withoutHeader(this.rows.push(this.decode(bytes)));
  }

  end(): CsvRow[] {
    const rows = this.withoutHeader([...this.rows.push(this.decode(null)), ...this.rows.end()]);
    if (this.found === null)
      throw new Refusal('usage.csv_empty', 'The file is empty. Its first row names the columns, each further row is an event.');
    return rows;
  }

  get columns(): ColumnIndexes {
    return this.found ?? new Map();
  }

  private decode(bytes: Uint8Array | null): string {
    try {
      return bytes === null ? this.decoder.decode() : this.decoder.decode(bytes, { stream: true });
    } catch {
      throw new Refusal(
        'usage.csv_encoding',
        'The file is not text in UTF-8. Save it so, and send it again; gzip is the one packing known.',
      );
    }
  }

  private withoutHeader(rows: CsvRow[]): CsvRow[] {
    if (this.found === null) {
      const header = rows.shift();
      if (header === undefined) return rows;
      this.found = readHeader(header);
    }
    for (const row of rows) checkRow(row, this.found);
    return rows;
  }
}

/** An event as anybody's, by the same checks. Without an id it is known by what its row says. */
export function eventOfRow(row: CsvRow, columns: ColumnIndexes, source: string): UsageMessage | UnreadMessage {
  const { id, subscription, account, meter, time, value } = valuesOf(row, columns);
  const said = [subscription, account, meter, time, value].map((one) => one ?? '');
  return readMessage({
    specversion: '1.0',
    source,
    id: columns.has('id') ? id : hash('sha256', JSON.stringify(said), 'hex').slice(0, 32),
    time,
    data: { meter, value, ...(subscription === undefined ? {} : { subscription }), ...(account === undefined ? {} : { account }) },
  });
}

const COLUMN_OF: Readonly<Record<string, string>> = {
  'usage.no_identity': 'id',
  'usage.other_body': 'id',
  'usage.unknown_account': 'account',
  'usage.unknown_subscription': 'subscription',
  'usage.other_account': 'subscription',
  'usage.no_subscription': 'subscription',
  'usage.several_subscriptions': 'subscription',
  'usage.unknown_meter': 'meter',
  'usage.not_kept': 'time',
  'usage.too_old': 'time',
  'usage.in_future': 'time',
};

/** In which column the fault lies, and the reason in the words of a file. */
export function faultOf({ code, reason }: { readonly code: string; readonly reason: string }): { column: string; reason: string } {
  const said = /^(?:data\.)?([a-z]+): (.*)$/s.exec(reason);
  if (code === 'usage.invalid' && said !== null) return { column: said[1]!, reason: said[2]! };
  return { column: COLUMN_OF[code] ?? '', reason };
}
