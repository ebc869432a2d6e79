// Seals the secrets of all endpoints anew with the first key, so that an older one can be taken away.
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import { placeOfSecret } from './signature.ts';
import { lockSealedSecrets, updateSealedSecrets } from './store.ts';

/** Answers how many were sealed anew. */
export async function resealEndpoints(secrets: Secrets, tx: Transaction): Promise<number> {
  let count = 0;
  for (const { sellerId, id, sealed, sealedBefore } of await lockSealedSecrets(tx)) {
    const place = placeOfSecret(id);
    const anew = (text: string): string => {
      if (!secrets.isOutdated(text)) return text;
      count += 1;
      return secrets.seal(secrets.open(text, place), place);
    };
    await updateSealedSecrets(tx, { sellerId, id, sealed: anew(sealed), sealedBefore: sealedBefore === null ? null : anew(sealedBefore) });
  }
  return count;
}
