// The client library as its users have it: built, read by plain Node.js, its examples run against a real server, and its README shows them.
import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as source from '../sdk/src/index.ts';
import { doBillingOrder } from '../server/src/domains/invoicing/index.ts';
import { newSecret, signedHeaders } from '../server/src/domains/webhooks/signature.ts';
import { parseIdentifier } from '../server/src/kernel/identifier.ts';
import { withApi } from '../server/src/testing/api.ts';
import { runProgram } from '../server/src/testing/program.ts';
import { makeTemporaryFolder } from '../server/src/testing/temporary-folder.ts';
import { OPENAPI_FILE, printTypes, TYPES_FILE } from './openapi.ts';

const sdk = fileURLToPath(new URL('../sdk/', import.meta.url));
const run = promisify(execFile);
const api = withApi();
const environment: Record<string, string> = {};
const folder = makeTemporaryFolder();

afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  rmSync(`${sdk}dist`, { recursive: true, force: true });
  await run(process.execPath, ['../node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], { cwd: sdk });
  const call = await api.current.as();
  const permissions = [
    ...['accounts.read', 'accounts.write', 'billing.read', 'billing.run', 'catalog.write', 'events.read', 'invoices.read'],
    ...['pricelists.write', 'subscriptions.write', 'usage.write'],
  ];
  const body = { name: 'Examples', permissions };
  const made = await call('POST', '/v1/keys', { body });
  environment.PRORATA_KEY = made.json().secret;
  environment.PRORATA_URL = await api.current.app.listen({ host: '127.0.0.1', port: 0 });
  const { books } = api.current;
  await books.accounts('buyer');
  await books.start('web', 'buyer', '2026-01-01', { seat: '2' });
  await books.bill();
});

async function output(example: string): Promise<string> {
  const program = runProgram(`../../${example}`, [], environment);
  const { status } = await program.ended;
  expect([program.text(), status]).toEqual([expect.any(String), 0]);
  return program.text();
}

it('has the shapes that the description has; `node --import ./server/typescript.mjs tools/openapi.ts` writes them anew', async () => {
  expect(readFileSync(TYPES_FILE, 'utf8')).toBe(await printTypes(readFileSync(OPENAPI_FILE, 'utf8')));
});

it('is built into what plain Node.js reads', async () => {
  const { stdout } = await run(
    process.execPath,
    ['-e', "import('@prorata/sdk').then((sdk) => console.log(Object.keys(sdk).sort().join()))"],
    {
      cwd: sdk,
    },
  );
  expect(stdout.trim()).toBe(Object.keys(source).sort().join());
});

it('brings accounts in', async () => {
  expect(await output('sdk/examples/import-accounts.ts')).toBe(
    [
      '3 new, 0 changed',
      'example-1 orders as PO-2026-17',
      'example-1 First Customer Ltd',
      'example-2 Second Customer Ltd',
      'example-3 Third Customer Ltd',
      '',
    ].join('\n'),
  );
});

it('tells what was refused', async () => {
  expect(await output('sdk/examples/handle-problems.ts')).toMatch(/^422 zone\.unknown \S*zone\n.+\n$/);
});

it('lists invoices', async () => {
  expect(await output('sdk/examples/list-invoices.ts')).toMatch(/^\S+ 73\.78 EUR\n$/);
});

it('goes from a plan to an invoice that explains itself', async () => {
  const { books } = api.current;
  const file = join(folder, 'invoice.pdf');
  const program = runProgram('../../sdk/examples/whole-life.ts', [], { ...environment, INVOICE_FILE: file });
  const [, id] = await program.line(/(run_\w+) is ordered/);
  const { sellerId } = (
    await books.database.pool.query<{ sellerId: string }>('select seller_id::text as "sellerId" from billing_order where state = $1', [
      'waiting',
    ])
  ).rows[0]!;
  await doBillingOrder(books.database, books.clock, { sellerId, id: String(parseIdentifier('run', id!)) }, 1);
  expect([program.text(), (await program.ended).status]).toEqual([expect.any(String), 0]);
  expect(program.text()).toMatch(/^1 event taken\nwould be billed: .+ EUR\n(would be billed: .+\n)*run_\w+ is ordered\nthe run is done\n/);
  expect(program.text()).toMatch(/\n\S+: 15\.00 EUR, %PDF\n {2}5 × 3\.00 = 15\.00\n/);
  expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
});

it('follows what happens from where it stopped', async () => {
  environment.CURSOR_FILE = join(folder, 'cursor.txt');
  expect(await output('sdk/examples/follow-events.ts')).toMatch(/ invoice\.issued inv_\w+\n/);
  expect(await output('sdk/examples/follow-events.ts')).toBe('');
  await api.current.books.accounts('late');
  expect(await output('sdk/examples/follow-events.ts')).toMatch(/^\S+ account\.created acc_\w+\n$/);
});

it('takes webhooks, and none that is forged', async () => {
  const secret = newSecret();
  const receiver = runProgram('../../sdk/examples/receive-webhook.ts', [], { PORT: '0', PRORATA_WEBHOOK_SECRET: secret });
  const url = (await receiver.line(/http:\S+/))[0];
  const body = JSON.stringify({ type: 'invoice.issued' });
  const headers = signedHeaders({ id: 'evt_1', sentAt: Math.floor(Date.now() / 1000), body }, [secret]);
  const send = async (text: string) => (await fetch(url, { method: 'POST', headers, body: text })).status;
  expect([await send(body), await send(body), await send(body.replace('issued', 'paid'))]).toEqual([204, 204, 401]);
  receiver.child.kill('SIGTERM');
  await receiver.ended;
  expect(receiver.text().match(/invoice\.issued/g)).toHaveLength(1);
});

it('shows in its README each example as it is', () => {
  const readme = readFileSync(`${sdk}README.md`, 'utf8');
  for (const name of readdirSync(`${sdk}examples`)) {
    const [comment = '', ...code] = readFileSync(`${sdk}examples/${name}`, 'utf8').split('\n');
    expect(readme, name).toContain(`${comment.slice(3)}\n\n\`\`\`ts\n${code.join('\n').trim()}\n\`\`\``);
  }
});
