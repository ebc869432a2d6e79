// Seals every secret anew with the first key, so that an older one can be taken away.
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { lockSealedValues, updateSealedValue, updateSecretKeyName } from './key-store.ts';
import { linkPlace } from './links.ts';
import type { People } from './people.ts';
import { providerPlace } from './providers.ts';
import { secondFactorPlace } from './second-factor.ts';

const PLACES = { second_factor: secondFactorPlace, identity_provider: providerPlace, link: linkPlace };

/** Answers how many were sealed anew. */
export async function resealSecrets({ secrets }: Pick<People, 'secrets'>, tx: Transaction): Promise<number> {
  let count = 0;
  for (const value of await lockSealedValues(tx)) {
    if (!secrets.isOutdated(value.sealed)) continue;
    const place = PLACES[value.table](value.id);
    await updateSealedValue(tx, value, secrets.seal(secrets.open(value.sealed, place), place));
    count += 1;
  }
  await updateSecretKeyName(tx, secrets.keyNames[0]!);
  return count;
}
