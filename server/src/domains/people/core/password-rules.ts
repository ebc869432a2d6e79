// What a password must be: long. Rules about letters and digits make passwords worse (NIST SP 800-63B 5.1.1.2).

export const LEAST_PASSWORD = 12;
/** Beyond it nobody types; a limit keeps hashing from being a lever. */
export const GREATEST_PASSWORD = 256;

/** The longest of the lists of known passwords that pass the length. */
const KNOWN = new Set(
  'password1234 passwordpassword 123456789012 1234567890123 qwertyuiopas qwertyuiop12 administrator letmeinletmein iloveyouiloveyou correcthorsebatterystaple abcdefghijkl abcdefghijklm 111111111111 000000000000 qwerty123456 password12345 changemechangeme'.split(
    ' ',
  ),
);

export type PasswordFault = 'too_short' | 'too_long' | 'known' | 'repeats' | 'names_you';

/** Null when it may be one. `own` are words an attacker tries first: mail address and name. */
export function faultInPassword(password: string, own: readonly string[]): PasswordFault | null {
  const folded = password.normalize('NFKC').toLowerCase();
  if ([...folded].length < LEAST_PASSWORD) return 'too_short';
  if (password.length > GREATEST_PASSWORD) return 'too_long';
  if (KNOWN.has(folded.replace(/\s/g, ''))) return 'known';
  if (new Set(folded).size < 5) return 'repeats';
  const names = own.flatMap((word) => [word, ...word.split(/[@\s]/)]).map((word) => word.normalize('NFKC').toLowerCase());
  return names.some((name) => name.length >= 4 && folded.replaceAll(name, '').length < 8) ? 'names_you' : null;
}
