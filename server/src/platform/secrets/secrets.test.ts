// Sealed secrets: what opens, what does not, and how keys are replaced.
import { randomBytes } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { makeTemporaryFolder } from '../../testing/temporary-folder.ts';
import { createSecrets, openSecrets } from './index.ts';

const [first, second] = [randomBytes(32), randomBytes(32)];

it('opens what it sealed, and seals the same text differently each time', () => {
  const secrets = createSecrets([first]);
  const sealed = secrets.seal('grüße', 'totp:1');
  expect(secrets.open(sealed, 'totp:1')).toBe('grüße');
  expect(secrets.seal('grüße', 'totp:1')).not.toBe(sealed);
  expect(sealed).not.toContain('gr');
});

it('does not open in another place, changed, or cut', () => {
  const secrets = createSecrets([first]);
  const sealed = secrets.seal('a secret', 'totp:1');
  expect(() => secrets.open(sealed, 'totp:2')).toThrow('does not belong');
  for (let at = 12; at < sealed.length; at += 1) {
    const changed = `${sealed.slice(0, at)}${sealed[at] === 'A' ? 'B' : 'A'}${sealed.slice(at + 1)}`;
    // The last letter of a base64 text may carry bits that mean nothing.
    if (Buffer.from(changed.split('.').at(-1)!, 'base64url').equals(Buffer.from(sealed.split('.').at(-1)!, 'base64url')) && at > 60)
      continue;
    let opened: string | null = null;
    try {
      opened = secrets.open(changed, 'totp:1');
    } catch {}
    if (opened !== null)
      expect(changed.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex'))).toEqual(
        sealed.split('.').map((part) => Buffer.from(part, 'base64url').toString('hex')),
      );
  }
  expect(() => secrets.open(sealed.slice(0, -8), 'totp:1')).toThrow();
  expect(() => secrets.open(sealed.replace(/\.[^.]*\.([^.]*)$/, '.AAAA.$1'), 'totp:1')).toThrow();
});

it('replaces a key: the first seals, the others still open, a missing one is named', () => {
  const sealed = createSecrets([first]).seal('a', 'x');
  const both = createSecrets([second, first]);
  expect(both.open(sealed, 'x')).toBe('a');
  expect(both.isOutdated(sealed)).toBe(true);
  expect(both.isOutdated(both.seal('a', 'x'))).toBe(false);
  expect(() => createSecrets([second]).open(sealed, 'x')).toThrow(expect.objectContaining({ code: 'secrets.key_missing' }));
});

it('makes a key file that only its owner reads, and finds it again', () => {
  const dataFolder = makeTemporaryFolder();
  onTestFinished(() => rmSync(dataFolder, { recursive: true, force: true }));
  const made = openSecrets({ secretKeys: [], dataFolder });
  expect(statSync(join(dataFolder, 'secret.key')).mode & 0o777).toBe(0o600);
  expect(openSecrets({ secretKeys: [], dataFolder }).keyNames).toEqual(made.keyNames);
  writeFileSync(join(dataFolder, 'secret.key'), `${second.toString('base64')}\n${readFileSync(join(dataFolder, 'secret.key'), 'utf8')}`);
  expect(openSecrets({ secretKeys: [], dataFolder }).keyNames[1]).toBe(made.keyNames[0]);
});

it('refuses what is no key', () => {
  expect(() => openSecrets({ secretKeys: ['short'], dataFolder: '/nowhere' })).toThrow(
    expect.objectContaining({ code: 'config.secret_key' }),
  );
});
