// Ids: 64-bit numbers inside, shown outside with a prefix that says what they name, "inv_00000000000z8" for 1,000.
// Blocks of them are handed out in order, so they sort by time of making, to within a block.

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 13;

/** Crockford's base 32: no i, l, o, u. */
export function formatIdentifier(prefix: string, id: bigint): string {
  let rest = id;
  let text = '';
  for (let place = 0; place < LENGTH; place++) {
    text = ALPHABET[Number(rest & 31n)] + text;
    rest >>= 5n;
  }
  return `${prefix}_${text}`;
}

export function parseIdentifier(prefix: string, text: string): bigint | null {
  if (!text.startsWith(`${prefix}_`)) return null;
  const digits = text.slice(prefix.length + 1);
  if (digits.length !== LENGTH) return null;
  let id = 0n;
  for (const digit of digits) {
    const value = ALPHABET.indexOf(digit);
    if (value < 0) return null;
    id = (id << 5n) | BigInt(value);
  }
  return id < 1n << 63n ? id : null;
}
