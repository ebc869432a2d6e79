// Endpoints' secrets go over to another key, both those in use and those that were replaced and still sign.
import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { DEFAULT_PORTS } from '../../platform/outgoing/index.ts';
import { createSecrets } from '../../platform/secrets/index.ts';
import { Books, TestClock } from '../../testing/books.ts';
import { withDatabase } from '../../testing/database.ts';
import { createEndpoint } from './change-endpoint.ts';
import { resealEndpoints } from './reseal.ts';
import { placeOfSecret } from './signature.ts';
import { lockSealedSecrets, replaceSecret } from './store.ts';

const test = withDatabase();

it('seals each secret anew that an older key sealed', async () => {
  const [older, newer] = [randomBytes(32), randomBytes(32)];
  const [before, both, after] = [createSecrets([older]), createSecrets([newer, older]), createSecrets([newer])];
  const books = new Books(test.database, new TestClock('2026-01-01'));
  await books.open();
  const place = await books.run(async (tx, seller, now) => {
    const services = { secrets: before, rules: { allowPrivate: false, ports: DEFAULT_PORTS } };
    const input = { url: 'https://hooks.example.org/', description: '', kinds: [], enabled: true };
    const { endpoint } = await createEndpoint(tx, services, seller.id, input, now);
    const sealed = before.seal('the next one', placeOfSecret(endpoint.id));
    await replaceSecret(tx, seller.id, endpoint.id, { sealed, beforeUntil: now + 60_000 }, now);
    return placeOfSecret(endpoint.id);
  });
  expect(await books.run((tx) => resealEndpoints(both, tx))).toBe(2);
  expect(await books.run((tx) => resealEndpoints(both, tx))).toBe(0);
  const [kept] = await books.run(lockSealedSecrets);
  expect([after.open(kept!.sealed, place), after.open(kept!.sealedBefore!, place)]).toEqual([
    'the next one',
    expect.stringMatching(/^whsec_/),
  ]);
});
