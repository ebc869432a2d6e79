// `prorata quote`: the invoices that a document of facts would make. No database; what the document does not say is not known.
import { readFile } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import { answerQuotes, type QuoteAnswer, type QuoteError, quoteSchema } from '../domains/quotes/index.ts';
import { Refusal } from '../kernel/refusal.ts';
import { type Command, exitStatus } from './command.ts';
import { locateJsonError } from './json-position.ts';
import { toJson } from './output.ts';
import { quoteTable } from './quote-table.ts';

/** A document larger than this is a mistake, or a job for the import. */
const GREATEST_BYTES = 256 * 1024 * 1024;

/** Some editors write one at the start of every file. */
const BYTE_ORDER_MARK = /^\uFEFF/;

export const quote: Command = {
  usage: 'FILE | - [--table] | --schema',
  help: [
    'FILE      a quote document (JSON), or an array of them; - reads standard input',
    '--table   prints the invoices as text tables instead of JSON',
    '--schema  prints the JSON Schema of the document',
    'The answer is JSON, an array where the input was one. A refused document answers {"error": {code, path, message}} in its place.',
  ],
  options: { schema: { type: 'boolean' }, table: { type: 'boolean' } },
  positionals: [0, 1],
  async run({ positionals, flag, output }) {
    if (flag('schema')) {
      output.write(`${toJson(quoteSchema())}\n`);
      return exitStatus.done;
    }
    const file = positionals[0];
    if (file === undefined)
      throw new Refusal('quote.no_file', 'Name a file, or - to read the document from standard input.', { path: 'FILE' });
    const input = parse(await read(file), file);
    const answers = answerQuotes(Array.isArray(input) ? input : [input]);
    const isTable = flag('table') && !output.json;
    if (isTable) output.write(answers.map((answer) => quoteTable(answer)).join('\n'));
    else output.write(`${toJson(Array.isArray(input) ? answers : answers[0])}\n`);
    for (const [index, answer] of answers.entries())
      if (isError(answer)) output.note(describe(answer, Array.isArray(input) ? index : null));
    return answers.some(isError) ? exitStatus.refused : exitStatus.done;
  },
};

const isError = (answer: QuoteAnswer | QuoteError): answer is QuoteError => 'error' in answer;

function describe({ error }: QuoteError, index: number | null): string {
  const path = error.path ?? '';
  const place = index === null ? path : `[${index}]${path === '' || path.startsWith('[') ? '' : '.'}${path}`;
  return `error ${error.code}: ${error.message}${place === '' ? '' : ` (${place})`}`;
}

async function read(file: string): Promise<string> {
  const source =
    file === '-'
      ? await readStream(process.stdin)
      : await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => unreadable(file, error));
  if (source.length > GREATEST_BYTES) {
    throw new Refusal(
      'quote.too_large',
      `The document has more than ${GREATEST_BYTES / 1024 / 1024} MB; split it into several documents.`,
      { path: file },
    );
  }
  return source;
}

function unreadable(file: string, error: NodeJS.ErrnoException): never {
  const reason = error.code === 'ENOENT' ? 'does not exist' : error.code === 'EISDIR' ? 'is a folder' : `cannot be read (${error.code})`;
  throw new Refusal('quote.unreadable_file', `The file ${reason}; check its name.`, { path: file });
}

function parse(source: string, file: string): unknown {
  try {
    return JSON.parse(source.replace(BYTE_ORDER_MARK, ''));
  } catch (error) {
    const { line, column, reason } = locateJsonError(source, error);
    throw new Refusal('quote.malformed_json', `The document is no JSON: ${reason}. Mend it at line ${line}, column ${column}.`, {
      path: `${file === '-' ? 'standard input' : file}:${line}:${column}`,
      parameters: { line: String(line), column: String(column) },
    });
  }
}
