// A usage event: what was consumed, of which meter, at which instant.
import type { Rational } from '../../../kernel/money/rational.ts';

export interface UsageEvent {
  readonly id: string;
  readonly subscription: string;
  readonly meter: string;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  readonly recorded: number;
  readonly value: Rational;
}
