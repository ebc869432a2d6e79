// Secrets at rest: sealed with AES-256-GCM before they reach the database, so that a copy of it alone opens nothing.
// A sealed value names its key, "s1.<key>.<nonce>.<tag>.<text>", and is bound to its place: moved to another row it does not open.
import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';
import { Refusal } from '../../kernel/refusal.ts';

export interface Secrets {
  /** `place` says where the value is kept, such as `totp:usr_…`. */
  seal(text: string, place: string): string;
  open(sealed: string, place: string): string;
  /** Whether it was sealed by a key that is no longer the first, and should be sealed again. */
  isOutdated(sealed: string): boolean;
  /** A text that only who has the key can make, always the same for one purpose: for what is printed at each start and kept nowhere. */
  derive(purpose: string): string;
  /** Names the keys without telling anything of them; the first seals. */
  readonly keyNames: readonly string[];
}

const FORM = 's1';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;

/** The first key seals, all of them open: that is how keys are replaced. */
export function createSecrets(keys: readonly Buffer[]): Secrets {
  const byName = new Map(keys.map((key) => [nameOf(key), key]));
  const first = keys[0];
  if (first === undefined || keys.some((key) => key.length !== KEY_BYTES)) throw badKey();
  const firstName = nameOf(first);
  return {
    keyNames: [...byName.keys()],
    derive: (purpose) => createHmac('sha256', first).update(purpose).digest('base64url'),
    isOutdated: (sealed) => sealed.split('.')[1] !== firstName,
    seal: (text, place) => {
      const nonce = randomBytes(NONCE_BYTES);
      const cipher = createCipheriv('aes-256-gcm', first, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return [FORM, firstName, ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join('.');
    },
    open: (sealed, place) => {
      const [form, name, nonce, tag, body] = sealed.split('.');
      const key = byName.get(name ?? '');
      if (form !== FORM || key === undefined) throw unknownKey(name ?? '');
      const [nonceBytes, tagBytes, bodyBytes] = [nonce, tag, body].map((part) => Buffer.from(part ?? '', 'base64url'));
      try {
        const decipher = createDecipheriv('aes-256-gcm', key, nonceBytes!, { authTagLength: 16 });
        decipher.setAAD(Buffer.from(place)).setAuthTag(tagBytes!);
        return Buffer.concat([decipher.update(bodyBytes!), decipher.final()]).toString('utf8');
      } catch {
        throw new Error(`a sealed value does not belong to ${place}, or was changed`);
      }
    },
  };
}

/** Eight letters of the key's fingerprint: enough to tell keys apart, useless to find them. */
function nameOf(key: Buffer): string {
  return createHash('sha256').update('prorata key name:').update(key).digest('base64url').slice(0, 8);
}

export function parseKey(text: string): Buffer {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length !== KEY_BYTES) throw badKey();
  return key;
}

export const newKeyText = (): string => randomBytes(KEY_BYTES).toString('base64');

const badKey = (): Refusal =>
  new Refusal(
    'config.secret_key',
    'A key for secrets is 32 random bytes in base64. Make one with `openssl rand -base64 32`, or leave PRORATA_SECRET_KEY out.',
    { path: 'PRORATA_SECRET_KEY' },
  );

const unknownKey = (name: string): Refusal =>
  new Refusal(
    'secrets.key_missing',
    `A secret was sealed with the key "${name}", which this program does not have. Give it in PRORATA_SECRET_KEY, behind the one in use.`,
    { path: 'PRORATA_SECRET_KEY', parameters: { key: name } },
  );
