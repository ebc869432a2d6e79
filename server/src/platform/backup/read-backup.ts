// Reads a backup back: its header, and table after table with rows that are counted against what it says of itself.
import { damaged, type FileFacts, type Piece, readPieces } from './backup-file.ts';
import type { BackupEnd, BackupHeader, TableEnd } from './write-backup.ts';

/** What is done with one table's rows; answers how many there were. */
export type TakeTable = (name: string, rows: AsyncIterable<Buffer>) => Promise<number>;

export async function readHeader(file: FileFacts): Promise<BackupHeader> {
  for await (const first of readPieces(file)) {
    if (first.kind === 'header') return parse<BackupHeader>(first);
    break;
  }
  throw damaged(file.path);
}

/** `begin` is given the header before the first table. */
export async function readTables(file: FileFacts, take: TakeTable): Promise<BackupEnd> {
  const pieces = readPieces(file);
  let counted = { tables: 0, rows: 0 };
  try {
    for (;;) {
      const { value: next, done } = await pieces.next();
      if (done === true) throw damaged(file.path);
      if (next.kind === 'table') {
        const rows = await takeOne(file, pieces, parse<{ name: string }>(next).name, take);
        counted = { tables: counted.tables + 1, rows: counted.rows + rows };
      } else if (next.kind === 'end') {
        const end = parse<BackupEnd>(next);
        if (end.tables !== counted.tables || end.rows !== counted.rows) throw damaged(file.path);
        return end;
      } else if (next.kind !== 'header') throw damaged(file.path);
    }
  } finally {
    await pieces.return(undefined);
  }
}

async function takeOne(file: FileFacts, pieces: AsyncGenerator<Piece>, name: string, take: TakeTable): Promise<number> {
  let told: number | undefined;
  async function* rows(): AsyncGenerator<Buffer> {
    for (;;) {
      const { value: next, done } = await pieces.next();
      if (done === true || (next.kind !== 'data' && next.kind !== 'table_end')) throw damaged(file.path);
      if (next.kind === 'table_end') {
        told = parse<TableEnd>(next).rows;
        return;
      }
      yield next.bytes;
    }
  }
  const taken = await take(name, rows());
  if (told !== taken) throw damaged(file.path);
  return taken;
}

/** For looking without restoring: in COPY's text form each row is a line. */
export const countRows: TakeTable = async (_name, rows) => {
  let count = 0;
  for await (const chunk of rows) for (const byte of chunk) if (byte === 0x0a) count += 1;
  return count;
};

function parse<T>(piece: Piece): T {
  return JSON.parse(piece.bytes.toString('utf8')) as T;
}
