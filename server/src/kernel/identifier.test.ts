// Ids are shown with their prefix and read back, in order.
import { expect, test } from 'vitest';
import { formatIdentifier, parseIdentifier } from './identifier.ts';

test('an id is shown with its prefix and read back', () => {
  expect(formatIdentifier('inv', 1000n)).toBe('inv_00000000000z8');
  for (const id of [0n, 1n, 31n, 32n, 1_000_000n, (1n << 63n) - 1n]) expect(parseIdentifier('inv', formatIdentifier('inv', id))).toBe(id);
});

test('later ids sort after earlier ones', () => {
  expect(formatIdentifier('inv', 999n) < formatIdentifier('inv', 1000n)).toBe(true);
});

test('another kind, another length, a strange letter or a number beyond 63 bits is no id', () => {
  for (const text of ['acc_00000000000z8', 'inv_z8', 'inv_0000000000 z8', 'inv_00000000000u8', 'inv_zzzzzzzzzzzzz']) {
    expect(parseIdentifier('inv', text)).toBeNull();
  }
});
