// Why this price: on every edge from the provider down to an account, which list or override gave it, since when, and what else was considered.
import { type Day, formatDay } from '../../kernel/calendar/civil.ts';
import { formatExact, type Rational } from '../../kernel/money/rational.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { AccountRow, Seller } from '../accounts/index.ts';
import { findComponents } from '../catalog/index.ts';
import type { PriceEntry } from './core/price.ts';
import { type EdgePrice, resolveChain } from './core/price-chain.ts';
import type { PriceStep, WhyNot } from './core/resolve-price.ts';
import { edgesDownTo, type SellingEdge } from './seller-chain.ts';
import { type ListedEntry, loadEntries } from './store.ts';
import { type StoredPrice, storedPrice } from './stored-price.ts';

export interface PriceQuestion {
  readonly account: AccountRow;
  /** Ref, "P/seat". */
  readonly component: string;
  readonly day: Day;
  readonly quantity: Rational;
  /** Default: the one in which the account buys. */
  readonly currency?: string;
}

/** One entry of a list, as it is named to people. */
export interface NamedPrice {
  /** `override`: for this buyer alone. Else the audience of the list; `everyone` where it has none. */
  readonly list: 'override' | 'resellers' | 'companies' | 'everyone';
  /** The plan's version that the component belongs to. */
  readonly planVersion: string;
  /** First day; null: since ever. */
  readonly from: string | null;
  readonly recordedAt: number;
  readonly correction: boolean;
  readonly price: StoredPrice;
}

export interface ExplainedEdge {
  /** Key. */
  readonly seller: string;
  /** External id at this seller. */
  readonly buyer: string;
  readonly currency: string;
  /** Null: this seller does not sell it to this buyer in this currency. */
  readonly price: (NamedPrice & { readonly step: PriceStep }) | null;
  /** For the quantity; null where a quantity says nothing. */
  readonly amount: string | null;
  /** What this seller pays himself for it; null for the provider, and in another currency. */
  readonly cost: string | null;
  readonly margin: string | null;
  readonly belowCost: boolean;
  readonly considered: readonly (NamedPrice & { readonly whyNot: WhyNot })[];
}

/** The last edge is the account's own. */
export async function explainPrice(tx: Transaction, seller: Seller, question: PriceQuestion, now: number): Promise<ExplainedEdge[]> {
  const { account, component, day, quantity, currency } = question;
  const edges = await edgesDownTo(tx, seller, account, currency);
  const entries: ListedEntry[] = [];
  const versions = new Map<string, string>();
  for (const { seller: owner, buyer, edge } of edges) {
    const found = (await findComponents(tx, owner.id, [component])).get(component);
    if (found === undefined) continue;
    versions.set(edge.seller, found.plan);
    entries.push(...(await loadEntries(tx, owner.id, [found.id], [buyer.id])).filter((entry) => entry.currency === edge.currency));
  }
  const chain = edges.map((one) => one.edge);
  return resolveChain(entries, chain, component, day, now + 1, quantity).map((answer, depth) => explained(edges[depth]!, answer, versions));
}

function explained({ seller, buyer, edge }: SellingEdge, answer: EdgePrice, versions: ReadonlyMap<string, string>): ExplainedEdge {
  const { resolution } = answer;
  const version = versions.get(edge.seller) ?? '';
  const told = (value: Rational | null): string | null => (value === null ? null : formatExact(value));
  return {
    seller: seller.key,
    buyer: buyer.externalId,
    currency: edge.currency ?? buyer.currency,
    price: resolution === null ? null : { ...named(resolution.entry, version), step: resolution.step },
    amount: told(answer.amount),
    cost: told(answer.cost),
    margin: told(answer.margin),
    belowCost: answer.isBelowCost,
    considered: (resolution?.considered ?? [])
      .filter((other) => other.entry.seller === edge.seller)
      .map((other) => ({ ...named(other.entry, version), whyNot: other.whyNot })),
  };
}

function named(entry: PriceEntry, planVersion: string): NamedPrice {
  return {
    list: entry.buyer === null ? (entry.audience ?? 'everyone') : 'override',
    planVersion,
    from: entry.fromDay === null ? null : formatDay(entry.fromDay),
    recordedAt: entry.recorded,
    correction: entry.correction,
    price: storedPrice(entry.price),
  };
}
