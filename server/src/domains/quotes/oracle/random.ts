// A small seeded generator (mulberry32): the same seed gives the same case on every machine.

export interface Random {
  /** 0 to below `bound`. */
  below(bound: number): number;
  /** Both ends included. */
  between(least: number, greatest: number): number;
  /** True once in `times`. */
  once(times: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** Picks by weight. */
  weighted<T>(list: readonly (readonly [number, T])[]): T;
}

export function seededRandom(seed: number): Random {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  for (let turn = 0; turn < 3; turn += 1) next();
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    below,
    between: (least, greatest) => least + below(greatest - least + 1),
    once: (times) => below(times) === 0,
    pick: (list) => list[below(list.length)]!,
    weighted: (list) => {
      let rest = next() * list.reduce((total, [weight]) => total + weight, 0);
      for (const [weight, value] of list) {
        rest -= weight;
        if (rest < 0) return value;
      }
      return list[list.length - 1]![1];
    },
  };
}
