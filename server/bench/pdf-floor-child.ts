// The floor of the PDF benchmark, in a process of its own: the compiler sets two static pages with the same fonts and as many words as an
// invoice has, without data, tables or page numbers.
import { readFileSync } from 'node:fs';
import { devNull } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFiles } from '../src/domains/documents/fonts.ts';

const LINES = 80;
const folder = join(devNull, 'floor');
const main = join(folder, 'floor.typ');
const line = 'Managed server with storage, 1–31 January 2024, 744 hours at 0.0825 61.38';
const source = `#set page(paper: "a4")\n#set text(font: ("Inter", "Noto Sans"), fallback: false, size: 9pt)\n#set par(spacing: 1.1em)\n${Array.from(
  { length: LINES },
  (_, index) => `${index} ${line}`,
).join('\n\n')}`;

const compiler = NodeCompiler.create({ workspace: folder, fontArgs: [{ fontBlobs: fontFiles().map((file) => readFileSync(file)) }] });
compiler.addSource(main, source);

process.on('message', () => {
  const bytes = compiler.pdf({ mainFilePath: main });
  compiler.evictCache(0);
  process.send?.({ bytes });
});
process.on('disconnect', () => process.exit(0));
