// What a fault programme is: it makes a fault happen many times and looks at the books after each.
import type { Chance } from '../scenarios/given/random.ts';
import type { Ground } from './ground.ts';
import type { PlantedBug } from './planted-bugs.ts';

export interface Situation {
  readonly ground: Ground;
  /** The populated database that trials are copied from. */
  readonly template: string;
  readonly accounts: readonly string[];
  readonly seed: number;
  readonly chance: Chance;
  readonly size: 'small' | 'nightly';
  readonly planted: PlantedBug | null;
}

export interface Programme {
  readonly about: string;
  /** Mistakes that it finds when they are built in. */
  readonly finds: readonly PlantedBug[];
  /** Answers in a few words what it did; throws what it found. */
  run(situation: Situation): Promise<string>;
}

/** A programme that cannot run on this machine. */
export class Skipped extends Error {}
