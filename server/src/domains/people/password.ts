// Passwords at rest: scrypt of node:crypto with the parameters of OWASP's list (N=2^15, r=8, p=3: 32 MB and a tenth of a second).
// A hash carries its parameters, "$scrypt$ln=15,r=8,p=3$salt$hash", so that they can grow; whoever signs in is then hashed anew.
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { busy } from './errors.ts';

export interface PasswordHasher {
  hash(password: string): Promise<string>;
  /** With null, when there is nobody or no password, it works as hard and says no. */
  verify(password: string, hash: string | null): Promise<boolean>;
  isOutdated(hash: string): boolean;
  /** How many derivations were done: equal work is counted, since time cannot be tested. */
  derivations(): number;
}

interface Cost {
  readonly ln: number;
  readonly r: number;
  readonly p: number;
}

const COST: Cost = { ln: 15, r: 8, p: 3 };
const HASH_BYTES = 32;
const SALT_BYTES = 16;
/** More at once would take all processors from everybody else. */
const AT_ONCE = 2;
const WAITING = 32;

export function createPasswordHasher(cost: Cost = COST): PasswordHasher {
  let done = 0;
  let running = 0;
  const waiting: (() => void)[] = [];
  const derive = async (password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> => {
    if (running >= AT_ONCE) {
      if (waiting.length >= WAITING) throw busy();
      await new Promise<void>((settle) => waiting.push(settle));
    }
    running += 1;
    try {
      done += 1;
      return await derived(password.normalize('NFKC'), salt, { ln, r, p });
    } finally {
      running -= 1;
      waiting.shift()?.();
    }
  };
  const nobody = write(cost, randomBytes(SALT_BYTES), randomBytes(HASH_BYTES));
  return {
    derivations: () => done,
    isOutdated: (hash) => !hash.startsWith(write(cost, Buffer.alloc(0), null)),
    hash: async (password) => {
      const salt = randomBytes(SALT_BYTES);
      return write(cost, salt, await derive(password, salt, cost));
    },
    verify: async (password, hash) => {
      const expected = read(hash ?? nobody);
      const actual = await derive(password, expected.salt, expected.cost);
      return timingSafeEqual(actual, expected.hash) && hash !== null;
    },
  };
}

function derived(password: string, salt: Buffer, { ln, r, p }: Cost): Promise<Buffer> {
  const N = 2 ** ln;
  return new Promise((settle, fail) => {
    scrypt(password, salt, HASH_BYTES, { N, r, p, maxmem: 256 * N * r }, (error, key) => (error === null ? settle(key) : fail(error)));
  });
}

function write({ ln, r, p }: Cost, salt: Buffer, hash: Buffer | null): string {
  const head = `$scrypt$ln=${ln},r=${r},p=${p}$`;
  return hash === null ? head : `${head}${salt.toString('base64url')}$${hash.toString('base64url')}`;
}

function read(text: string): { cost: Cost; salt: Buffer; hash: Buffer } {
  const found = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([\w-]+)\$([\w-]+)$/.exec(text);
  if (found === null) throw new Error('a password hash cannot be read');
  const [, ln, r, p, salt, hash] = found;
  return {
    cost: { ln: Number(ln), r: Number(r), p: Number(p) },
    salt: Buffer.from(salt!, 'base64url'),
    hash: Buffer.from(hash!, 'base64url'),
  };
}
