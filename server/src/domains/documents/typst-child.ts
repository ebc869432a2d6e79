// The process that sets documents: a layout as JSON comes in by message, the PDF's bytes go out. It reads nothing but the template and the
// fonts, at start; the compiler's project folder is a place that cannot exist, so a document has no files to reach.
import { readFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles } from './fonts.ts';

export interface SetRequest {
  /** A `DocumentLayout` as JSON: data to the template, never source. */
  readonly layout: string;
}

export type SetReply = { readonly bytes: Uint8Array; readonly pages: number } | { readonly fault: string };

const folder = join(devNull, 'documents');
const main = join(folder, 'invoice.typ');
const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: fontFiles().map((file) => readFileSync(file)) }] });
compiler.addSource(main, readFileSync(new URL('./template/invoice.typ', import.meta.url), 'utf8'));

function setDocument(request: SetRequest): SetReply {
  try {
    // Straight to bytes: the result of a compilation, once handed out, is never given back (over a megabyte a document).
    const bytes = compiler.pdf({ mainFilePath: main, inputs: { document: request.layout } });
    return { bytes, pages: countPages(bytes) };
  } catch (error) {
    return { fault: faultOf(error) };
  } finally {
    // What one document left in the cache is of no use to the next and would stay for good.
    compiler.evictCache(0);
  }
}

/** The root of the page tree says how many pages there are below it. */
function countPages(bytes: Buffer): number {
  const counts = bytes.toString('latin1').matchAll(/\/Type \/Pages\s+\/Count (\d+)/g);
  return Math.max(...[...counts].map((match) => Number(match[1])));
}

/** The compiler puts its diagnostics where others put a code: "0: failed to parse JSON". */
function faultOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  const text = [code, message].find((part) => typeof part === 'string' && part !== '');
  return text === undefined ? 'the template was not accepted' : String(text).replace(/^\d+: /, '');
}

process.on('message', (request) => process.send?.(setDocument(request as SetRequest)));
process.on('disconnect', () => process.exit(0));
