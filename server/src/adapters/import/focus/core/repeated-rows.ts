// Tells identical rows of a file apart with a fixed amount of memory: the second of two equal rows is an event of its own.
//
// A first reading notes every row in a Bloom filter and keeps the identities that may have been there before: the repeated ones and a
// few that only look so (one in 100,000 at a million rows, one in a hundred at ten million). A second reading counts these alone.

const BITS = 1 << 27;

export interface RepeatedRows {
  readonly filter: Uint32Array;
  readonly suspects: Map<string, number>;
}

export function createRepeatedRows(): RepeatedRows {
  return { filter: new Uint32Array(BITS / 32), suspects: new Map() };
}

export function noteRow(repeated: RepeatedRows, identity: string): void {
  let seen = true;
  for (let start = 0; start < 24; start += 8) {
    const bit = Number.parseInt(identity.slice(start, start + 8), 16) % BITS;
    const word = repeated.filter[bit >>> 5]!;
    const mask = 1 << (bit & 31);
    if ((word & mask) === 0) {
      seen = false;
      repeated.filter[bit >>> 5] = word | mask;
    }
  }
  if (seen) repeated.suspects.set(identity, 0);
}

/** Before the second reading, and before each further one. */
export function resetOccurrences(repeated: RepeatedRows): void {
  for (const identity of repeated.suspects.keys()) repeated.suspects.set(identity, 0);
}

/** "…" for the first of equal rows, "…-2" for the second, whatever stands between them. */
export function nextRowId(repeated: RepeatedRows, identity: string): string {
  const before = repeated.suspects.get(identity);
  if (before === undefined) return identity;
  repeated.suspects.set(identity, before + 1);
  return before === 0 ? identity : `${identity}-${before + 1}`;
}
