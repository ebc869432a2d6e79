// `prorata quote` as people run it: files, folders, standard input, broken JSON with its place, arrays with a refused document, tables, the schema.
import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { quoteSchema } from '../domains/quotes/index.ts';
import { Refusal } from '../kernel/refusal.ts';
import { TYPESCRIPT } from '../testing/program.ts';
import { documentWith } from '../testing/quote-documents.ts';
import { makeTemporaryFolder } from '../testing/temporary-folder.ts';
import { type CommandContext, exitStatus } from './command.ts';
import { locateJsonError } from './json-position.ts';
import { quote } from './quote.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));

/** Runs the command in this process. */
async function run(file: string | null, ...flags: string[]) {
  const answer: string[] = [];
  const notes: string[] = [];
  const output = {
    json: flags.includes('json'),
    write: (text: string) => answer.push(text),
    note: (line: string) => notes.push(line),
  };
  const context = { positionals: file === null ? [] : [file], output, flag: (name: string) => flags.includes(name) };
  const status = await quote.run(context as unknown as CommandContext);
  return { status, text: answer.join(''), notes };
}

function fileOf(text: string): string {
  const folder = makeTemporaryFolder();
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, 'quote.json');
  writeFileSync(file, text);
  return file;
}

async function refusalOf(file: string | null): Promise<Refusal> {
  const error = await run(file).then(
    () => null,
    (reason: unknown) => reason,
  );
  return error instanceof Refusal ? error : expect.fail(`no refusal but ${String(error)}`);
}

const inOrder = JSON.stringify(documentWith());

describe('a broken file', () => {
  it.each([
    ['is empty', '', 1, 1, 'it is empty'],
    ['ends in the middle', '{"version":1,\n "runs": [', 2, 11, 'it ends in the middle'],
    ['closes the wrong bracket', '{"version":1,\n "runs": [}', 2, 11, '"}" is not expected here'],
    ['has a comma too many', '{"version":1,}', 1, 14, '"}" is not expected here'],
    ['has a comment', '{\n  // plans\n}', 2, 3, '"/" is not expected here'],
    ['goes on after its end', '{} {}', 1, 4, '"{" is not expected here'],
    ['has a line break in a text', '{"a": "b\n"}', 1, 9, '"\\n" is not expected here'],
    ['has a space that is none', '{\u00a0}', 1, 2, '"\u00a0" is not expected here'],
    ['has ten million characters before the fault', `{"a":"${'a'.repeat(10_000_000)}",\n oops}`, 2, 2, '"o" is not expected here'],
    ['opens a million brackets', '['.repeat(1_000_000), 1, 1_000_001, 'it ends in the middle'],
  ])('that %s is refused with line and column', async (_, text, line, column, reason) => {
    const file = fileOf(text);
    const refusal = await refusalOf(file);
    expect(refusal.code).toBe('quote.malformed_json');
    expect(refusal.message).toBe(`The document is no JSON: ${reason}. Mend it at line ${line}, column ${column}.`);
    expect(refusal.path).toBe(`${file}:${line}:${column}`);
  });

  it('is located without help from the runtime', () => {
    const unhelpful = new SyntaxError('Unexpected token');
    expect(locateJsonError('{"a": tru}', unhelpful)).toMatchObject({ line: 1, column: 7 });
    expect(locateJsonError('{"a": [1, 2}\n', unhelpful)).toMatchObject({ line: 1, column: 12 });
    expect(locateJsonError('{"a" 1}', unhelpful)).toMatchObject({ line: 1, column: 6 });
  });
});

describe('what is no file', () => {
  it('is refused with its name', async () => {
    const folder = makeTemporaryFolder();
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    expect(await refusalOf(folder)).toMatchObject({
      code: 'quote.unreadable_file',
      message: 'The file is a folder; check its name.',
      path: folder,
    });
    const missing = join(folder, 'missing.json');
    expect(await refusalOf(missing)).toMatchObject({
      code: 'quote.unreadable_file',
      message: 'The file does not exist; check its name.',
      path: missing,
    });
    expect(await refusalOf(null)).toMatchObject({ code: 'quote.no_file', path: 'FILE' });
  });
});

describe('the answer', () => {
  it('is one object for one document', async () => {
    const { status, text, notes } = await run(fileOf(inOrder));
    expect(status).toBe(exitStatus.done);
    expect(JSON.parse(text)).toMatchObject({ invoices: [{ total: '3.00' }], next: '2024-02-01' });
    expect(notes).toEqual([]);
  });

  it('may be asked for by an editor that writes a byte order mark', async () => {
    expect((await run(fileOf(`\uFEFF${inOrder}`))).status).toBe(exitStatus.done);
  });

  it('is a list for a list, a refused document in its place, and the status tells', async () => {
    const { status, text, notes } = await run(fileOf(`[${inOrder}, {"version": 2}, ${inOrder}]`));
    expect(status).toBe(exitStatus.refused);
    expect(JSON.parse(text)).toMatchObject([
      { invoices: [{ total: '3.00' }] },
      { error: { code: 'quote.invalid_document', path: 'version', message: 'This must be 1.' } },
      { invoices: [{ total: '3.00' }] },
    ]);
    expect(notes).toEqual(['error quote.invalid_document: This must be 1. ([1].version)']);
  });

  it('names the place of a single refused document without a number', async () => {
    const { status, text, notes } = await run(fileOf('{"version": 1}'));
    expect(status).toBe(exitStatus.refused);
    expect(JSON.parse(text)).toEqual({
      error: { code: 'quote.invalid_document', path: 'runs', message: 'This field is missing; add it.' },
    });
    expect(notes).toEqual(['error quote.invalid_document: This field is missing; add it. (runs)']);
  });

  it('is an empty list for an empty list', async () => {
    expect(await run(fileOf('[]'))).toEqual({ status: exitStatus.done, text: '[]\n', notes: [] });
  });

  it('is a table on demand, but JSON where both are asked for', async () => {
    const file = fileOf(inOrder);
    expect((await run(file, 'table')).text).toBe(
      [
        '2024-01-01 invoice',
        '  2024-01-01 – 2024-02-01  P/seat 1  1  due  3.00',
        '                           total             3.00',
        '                           due               3.00',
        '',
        'owed 3.00, balance 0.00, next 2024-02-01',
        '',
      ].join('\n'),
    );
    expect(JSON.parse((await run(file, 'table', 'json')).text)).toMatchObject({ owed: '3.00' });
  });

  it('says in a table why a document was refused', async () => {
    const { status, text } = await run(fileOf('[{"version": 2}]'), 'table');
    expect(status).toBe(exitStatus.refused);
    expect(text).toBe('refused quote.invalid_document: This must be 1.\n');
  });

  it('is the schema, as the documentation keeps it', async () => {
    const { status, text } = await run(null, 'schema');
    expect(status).toBe(exitStatus.done);
    expect(JSON.parse(text)).toEqual(quoteSchema());
    expect(readFileSync(join(root, 'docs/quote.schema.json'), 'utf8')).toBe(text);
  });
});

describe('as a process', () => {
  const prorata = (input: string, ...args: string[]) =>
    spawnSync(process.execPath, ['--import', TYPESCRIPT, join(root, 'server/src/cli.ts'), 'quote', ...args], {
      input,
      encoding: 'utf8',
      env: { ...process.env, NODE_OPTIONS: '' },
    });

  it('reads standard input, answers on standard output and complains on standard error', () => {
    const good = prorata(inOrder, '-', '--table');
    expect([good.status, good.stderr]).toEqual([exitStatus.done, '']);
    expect(good.stdout).toContain('owed 3.00');

    const broken = prorata('{"version":1', '-');
    expect([broken.status, broken.stdout]).toEqual([exitStatus.refused, '']);
    expect(broken.stderr).toBe(
      'error quote.malformed_json: The document is no JSON: it ends in the middle. Mend it at line 1, column 13. (standard input:1:13)\n',
    );
  }, 30_000);
});
