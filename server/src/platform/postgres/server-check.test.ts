// Which PostgreSQL is trusted with money.
import { expect, it } from 'vitest';
import { judgeServer } from './server-check.ts';

const good = { version: 16, fsync: 'on', pages: 'on', commit: 'on', checksums: 'on', encoding: 'UTF8', standby: false };

it('takes 15 to 18, and any synchronous commit that is not off', () => {
  expect([15, 16, 17, 18].map((version) => judgeServer({ ...good, version }, false))).toEqual([[], [], [], []]);
  expect(judgeServer({ ...good, commit: 'remote_apply' }, false)).toEqual([]);
});

it('warns where there are no checksums', () => {
  expect(judgeServer({ ...good, checksums: 'off' }, false)).toEqual([expect.stringMatching(/no data checksums/)]);
});

it.each([
  [{ version: 14 }, 'database.version'],
  [{ version: 19 }, 'database.version'],
  [{ fsync: 'off' }, 'database.unsafe'],
  [{ pages: 'off' }, 'database.unsafe'],
  [{ commit: 'off' }, 'database.unsafe'],
  [{ encoding: 'SQL_ASCII' }, 'database.encoding'],
  [{ standby: true }, 'database.standby'],
])('refuses %o', (facts, code) => {
  expect(() => judgeServer({ ...good, ...facts }, false)).toThrow(expect.objectContaining({ code }));
});

it('takes an unsafe one when told to', () => {
  expect(judgeServer({ ...good, fsync: 'off' }, true)).toEqual([]);
});
