// Chance that is the same each time: the demo of one version is the same for everybody.

export class Chance {
  private state: number;

  constructor(seed: string) {
    this.state = 2166136261;
    for (const letter of seed) this.state = Math.imul(this.state ^ letter.charCodeAt(0), 16777619) >>> 0;
  }

  /** From 0, without 1. */
  part(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  /** From the first to the last, both included. */
  whole(first: number, last: number): number {
    return first + Math.floor(this.part() * (last - first + 1));
  }

  one<Item>(items: readonly Item[]): Item {
    return items[this.whole(0, items.length - 1)]!;
  }

  /** True so often. */
  is(probability: number): boolean {
    return this.part() < probability;
  }
}
