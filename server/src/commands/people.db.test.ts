// `prorata user` and `prorata key` as processes: the first person and the first program of an installation, and another key for secrets.
import { randomBytes } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { Books, TestClock } from '../testing/books.ts';
import { withDatabase } from '../testing/database.ts';
import { runProgram } from '../testing/program.ts';

const test = withDatabase();
const [OLD, NEW] = [randomBytes(32), randomBytes(32)].map((key) => key.toString('base64')) as [string, string];

async function prorata(args: readonly string[], secretKey = OLD): Promise<{ status: number | null; text: string }> {
  const program = runProgram('cli.ts', args, {
    DATABASE_URL: test.url,
    PRORATA_ALLOW_UNSAFE_DATABASE: 'yes',
    PRORATA_SECRET_KEY: secretKey,
    PRORATA_PUBLIC_URL: 'https://billing.example.org',
  });
  const { status } = await program.ended;
  return { status, text: program.text() };
}

async function json<T>(...args: string[]): Promise<T> {
  const { status, text } = await prorata([...args, '--json']);
  expect([status, text]).toEqual([0, expect.stringMatching(/^[[{]/)]);
  return JSON.parse(text) as T;
}

beforeAll(async () => {
  await new Books(test.database, new TestClock('2026-01-01')).open();
});

it('adds the first user and prints his link, another one on request', async () => {
  const added = await json<{ id: string; link: string }>('user', 'add', '--mail', 'ada@example.org');
  expect(added).toMatchObject({
    id: expect.stringMatching(/^usr_/),
    mail: 'ada@example.org',
    link: expect.stringMatching(/^https:\/\/billing\.example\.org\/invitation#[\w-]{43}$/),
  });
  const again = await prorata(['user', 'link', '--mail', 'ADA@example.org']);
  expect(again.text).toMatch(/^ada@example\.org sets a password here, once:\nhttps:\/\/billing\.example\.org\/invitation#[\w-]{43}\n$/);
  expect(again.text).not.toContain(added.link);
});

it('makes a key and shows its secret once', async () => {
  const made = await json<{ id: string; secret: string }>(
    'key',
    'add',
    '--name',
    'Panel',
    '--permissions',
    'invoices.read, accounts.read',
    '--expires',
    '2199-01-01T00:00:00Z',
  );
  expect(made).toEqual({
    id: expect.stringMatching(/^key_/),
    name: 'Panel',
    permissions: ['accounts.read', 'invoices.read'],
    expiresAt: '2199-01-01T00:00:00Z',
    secret: expect.stringMatching(/^prk_[\w-]{43}$/),
  });
  expect(await json('key', 'list')).toMatchObject([
    { id: made.id, name: 'Panel', state: 'active', usedAt: null, hint: made.secret.slice(-4) },
  ]);
  await json('key', 'revoke', '--key', made.id);
  expect((await prorata(['key', 'list'])).text).toMatch(/^key_\w+ +Panel +revoked/m);
});

it.each([
  [['user', 'add', '--mail', 'ada@example.org'], 'user.exists'],
  [['user', 'add', '--mail', 'ada'], 'mail.invalid'],
  [['user', 'add', '--mail', 'b@example.org', '--role', 'king'], 'role.unknown'],
  [['user', 'add', '--mail', 'b@example.org', '--role', 'customer_owner'], 'role.holder'],
  [['user', 'add'], 'command.incomplete'],
  [['user', 'drop', '--mail', 'b@example.org'], 'command.verb'],
  [['user', 'link', '--mail', 'b@example.org'], 'user.unknown'],
  [['key', 'add', '--name', 'X', '--permissions', 'no.such'], 'permission.unknown'],
  [['key', 'add', '--name', 'X', '--permissions', 'all', '--expires', 'soon'], 'key.expiry'],
  [['key', 'add', '--name', 'X'], 'command.incomplete'],
  [['key', 'drop'], 'command.verb'],
  [['key', 'revoke', '--key', 'key_0000000000000'], 'key.unknown'],
])('%j is refused: %s', async (args, code) => {
  const { status, text } = await prorata(args);
  expect([status, text]).toEqual([3, expect.stringContaining(`error ${code}: `)]);
});

it('refuses another key for secrets, and changes over to one', async () => {
  expect((await prorata(['key', 'list'], NEW)).text).toContain('error secrets.other_key: ');
  expect((await prorata(['key', 'reseal'], `${NEW},${OLD}`)).text).toBe('1 secrets were sealed anew; older keys can be taken away.\n');
  expect((await prorata(['key', 'list'], NEW)).status).toBe(0);
  expect((await prorata(['key', 'list'], OLD)).text).toContain('error secrets.other_key: ');
  expect((await prorata(['key', 'list'], 'short')).text).toContain('error config.secret_key: ');
});
