// What happened to a subscription: the facts of its timeline. Nothing is overwritten; a void takes a fact back.
import type { Rational } from '../../../kernel/money/rational.ts';

/** How a grid finds its phase: the first start's day, a written date (days since 1970), or a day of the month. */
export type AnchorRule =
  | { readonly kind: 'start' }
  | { readonly kind: 'date'; readonly day: number }
  | { readonly kind: 'day'; readonly dayOfMonth: number };

export interface FactBase {
  readonly id: string | null;
  /** Effective and recorded instants, milliseconds since 1970 UTC. */
  readonly at: number;
  readonly recorded: number;
  /** Place in the list: the last tie-breaker. */
  readonly sequence: number;
}

export type Fact = FactBase &
  (
    | {
        readonly kind: 'start';
        readonly plan: string;
        readonly quantities: ReadonlyMap<string, Rational>;
        readonly anchor: AnchorRule | null;
        readonly anchorOn: number | null;
        readonly trialUntil: number | null;
      }
    | { readonly kind: 'quantity'; readonly component: string; readonly value: Rational }
    | { readonly kind: 'item'; readonly component: string; readonly item: string; readonly value: Rational }
    | { readonly kind: 'plan'; readonly plan: string; readonly quantities: ReadonlyMap<string, Rational> }
    | { readonly kind: 'pause' }
    | { readonly kind: 'resume' }
    | { readonly kind: 'end' }
    | { readonly kind: 'discount'; readonly percent: Rational; readonly until: number | null; readonly component: string | null }
    | { readonly kind: 'anchor'; readonly anchor: AnchorRule }
    | { readonly kind: 'void'; readonly ref: string }
  );
