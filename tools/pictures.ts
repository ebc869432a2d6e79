// Draws the picture of an invoice that the README shows, from a sample: `node --import ./server/typescript.mjs tools/pictures.ts`.
// Needs `pdftoppm` (poppler-utils), which turns a page of a PDF into a PNG; nothing else in the project does.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { renderInvoice } from '../server/src/domains/documents/render.ts';
import { sampleInvoice } from '../server/src/domains/documents/samples.ts';

const DOTS_PER_INCH = '100';
const pictures = fileURLToPath(new URL('../docs/pictures/', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'pictures-'));
try {
  const { bytes } = await renderInvoice(sampleInvoice());
  const file = join(folder, 'invoice.pdf');
  writeFileSync(file, bytes);
  mkdirSync(pictures, { recursive: true });
  execFileSync('pdftoppm', ['-png', '-singlefile', '-r', DOTS_PER_INCH, file, join(pictures, 'invoice')]);
  process.stdout.write('docs/pictures/invoice.png\n');
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  process.stderr.write(
    'pdftoppm is not installed: get poppler-utils (apt-get install poppler-utils, brew install poppler) and run this again.\n',
  );
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
