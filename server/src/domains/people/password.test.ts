// Passwords at rest.
import { expect, it } from 'vitest';
import { createPasswordHasher } from './password.ts';

const cheap = createPasswordHasher({ ln: 4, r: 8, p: 1 });

it('verifies what it hashed, each time with another salt, in whichever form the letters came', async () => {
  const hash = await cheap.hash('pässwörd pässwörd');
  expect(hash).toMatch(/^\$scrypt\$ln=4,r=8,p=1\$[\w-]{22}\$[\w-]{43}$/);
  expect(await cheap.hash('pässwörd pässwörd')).not.toBe(hash);
  expect(await cheap.verify('pässwörd pässwörd'.normalize('NFD'), hash)).toBe(true);
  expect(await cheap.verify('passwort passwort', hash)).toBe(false);
});

it('works as hard for nobody, and says no', async () => {
  const before = cheap.derivations();
  expect(await cheap.verify('anything', null)).toBe(false);
  expect(cheap.derivations()).toBe(before + 1);
});

it('keeps the cost in the hash, and knows one that is out of date', async () => {
  const dearer = createPasswordHasher();
  const hash = await cheap.hash('a password of before');
  expect(await dearer.verify('a password of before', hash)).toBe(true);
  expect([dearer.isOutdated(hash), cheap.isOutdated(hash)]).toEqual([true, false]);
  expect(await dearer.hash('x')).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$/);
});

it('refuses more at once than it can bear, and goes on afterwards', async () => {
  const many = await Promise.allSettled(Array.from({ length: 60 }, () => cheap.hash('x')));
  const refused = many.filter((one) => one.status === 'rejected');
  expect(refused.length).toBeGreaterThan(0);
  for (const one of refused) expect(one.reason).toMatchObject({ code: 'sign_in.busy' });
  expect(await cheap.hash('x')).toMatch(/^\$scrypt/);
});
