// Worked examples of other systems as they are written down, and their tiers said in our words.
import { add, multiply } from '../../../kernel/money/rational.ts';
import { decimal } from './plain-number.ts';
import type { TierShape } from './quote-shape.ts';

export interface WorkedExample {
  readonly id: string;
  readonly description: string;
  readonly input: unknown;
  readonly expected: unknown;
}

interface BlockTier {
  block_size: string;
  max_blocks: string | null;
  block_price: string;
}

/** Tiers that hold so many blocks each, as cumulative bounds with a price per started block. */
export function blockTiers(tiers: readonly BlockTier[]): TierShape[] {
  let bound = decimal('0');
  return tiers.map(({ block_size, max_blocks, block_price }) => {
    if (max_blocks !== null) bound = add(bound, multiply(decimal(block_size), decimal(max_blocks)));
    return { upTo: max_blocks === null ? null : String(bound.n / bound.d), per: block_size, price: block_price };
  });
}
