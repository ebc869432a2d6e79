// Reads the text back out of our PDFs, as a reader that copies it would, so that tests look at the bytes that are sent. Knows only what
// our own files use: flate streams, fonts with a map to Unicode, runs placed one by one.
import { inflateSync } from 'node:zlib';

interface TextRun {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** The lines of each page from top to bottom; runs on one line are joined by a space, also the pieces of a long word. */
export function readPdfText(bytes: Buffer): string[][] {
  const objects = readObjects(bytes);
  return pagesOf(objects).map((page) => {
    const fonts = new Map<string, ReadonlyMap<number, string>>();
    for (const [, name, reference] of page.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(reference)) ?? '')?.[1];
      fonts.set(name!, readUnicodeMap(inflate(objects.get(Number(unicode)) ?? '')));
    }
    const contents = /\/Contents (\d+) 0 R/.exec(page)?.[1];
    return linesOf(readRuns(inflate(objects.get(Number(contents)) ?? ''), fonts));
  });
}

function readObjects(bytes: Buffer): Map<number, string> {
  const text = bytes.toString('latin1');
  const objects = new Map<number, string>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) objects.set(Number(match[1]), match[2]!);
  return objects;
}

function pagesOf(objects: ReadonlyMap<number, string>): string[] {
  return [...objects.values()].filter((object) => /\/Type \/Page\s/.test(object));
}

function inflate(object: string): string {
  const [dictionary = '', stream = ''] = /^([\s\S]*?)stream\n([\s\S]*)\nendstream/.exec(object)?.slice(1) ?? [];
  if (!dictionary.includes('/FlateDecode')) return stream;
  return inflateSync(Buffer.from(stream, 'latin1')).toString('latin1');
}

function readUnicodeMap(source: string): Map<number, string> {
  const map = new Map<number, string>();
  const decode = (hex: string) => Buffer.from(hex, 'hex').swap16().toString('utf16le');
  for (const section of source.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const pair of section[1]!.matchAll(/<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>/g))
      map.set(Number.parseInt(pair[1]!, 16), decode(pair[2]!));
  }
  return map;
}

/** Each run sets its own place and font: `1 0 0 -1 x y cm … /f0 9 Tf … [(glyphs)] TJ`, or `(glyphs) Tj` where nothing is kerned. */
function readRuns(source: string, fonts: ReadonlyMap<string, ReadonlyMap<number, string>>): TextRun[] {
  const runs: TextRun[] = [];
  let [x, y] = [0, 0];
  let font: ReadonlyMap<number, string> = new Map();
  const operators =
    /1 0 0 -1 ([-\d.]+) ([-\d.]+) cm|\/(f\d+) [\d.]+ Tf|\[((?:\((?:\\[\s\S]|[^\\)])*\)|[^\]])*)\] TJ|(\((?:\\[\s\S]|[^\\)])*\)) Tj/g;
  for (const match of source.matchAll(operators)) {
    if (match[1] !== undefined) [x, y] = [Number(match[1]), Number(match[2])];
    else if (match[3] !== undefined) font = fonts.get(match[3]) ?? new Map();
    else runs.push({ x, y, text: readGlyphs(match[4] ?? match[5] ?? '', font) });
  }
  return runs;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function readGlyphs(array: string, font: ReadonlyMap<number, string>): string {
  const strings = [...array.matchAll(/\(((?:\\[\s\S]|[^\\)])*)\)/g)].map((match) =>
    match[1]!.replace(/\\(?:([0-7]{1,3})|([\s\S]))/g, (_, octal: string | undefined, character: string | undefined) =>
      octal === undefined ? (ESCAPES[character!] ?? character!) : String.fromCharCode(Number.parseInt(octal, 8)),
    ),
  );
  const codes = Buffer.from(strings.join(''), 'latin1');
  let text = '';
  for (let index = 0; index + 1 < codes.length; index += 2) text += font.get(codes.readUInt16BE(index)) ?? '\ufffd';
  return text;
}

function linesOf(runs: readonly TextRun[]): string[] {
  const lines: TextRun[][] = [];
  for (const run of [...runs].sort((a, b) => b.y - a.y)) {
    const line = lines.at(-1);
    if (line && Math.abs(line[0]!.y - run.y) < 1) line.push(run);
    else lines.push([run]);
  }
  return lines.map((line) =>
    [...line]
      .sort((a, b) => a.x - b.x)
      .map((run) => run.text)
      .join(' '),
  );
}
