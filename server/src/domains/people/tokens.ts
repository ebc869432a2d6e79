// Random secrets that are handed out once: keys, session cookies, links. What is kept is their hash; 256 random bits need no slow one.
import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

export interface NewToken {
  /** Shown once. */
  readonly text: string;
  readonly hash: Buffer;
}

const BYTES = 32;

export function newToken(prefix = ''): NewToken {
  const text = `${prefix}${randomBytes(BYTES).toString('base64url')}`;
  return { text, hash: hashToken(text) };
}

export function hashToken(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** The token against cross-site requests belongs to the session's secret, so it needs no place of its own and dies with it. */
export function crossSiteToken(sessionText: string): string {
  return createHmac('sha256', sessionText).update('prorata cross-site').digest('base64url');
}

export function equalTexts(a: string, b: string): boolean {
  return timingSafeEqual(hashToken(a), hashToken(b));
}

const RECOVERY_ALPHABET = '23456789abcdefghjkmnpqrstvwxyz';

/** "k7w2p-9hd4m-x3rtn": fifteen letters of thirty, 73 bits, without those that look alike. */
export function newRecoveryCode(): string {
  let letters = '';
  while (letters.length < 15) {
    for (const byte of randomBytes(24)) if (byte < 240 && letters.length < 15) letters += RECOVERY_ALPHABET[byte % 30];
  }
  return `${letters.slice(0, 5)}-${letters.slice(5, 10)}-${letters.slice(10)}`;
}

export function hashRecoveryCode(code: string): Buffer {
  return hashToken(code.toLowerCase().replace(/[^a-z0-9]/g, ''));
}
