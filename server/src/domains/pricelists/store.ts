// All SQL of price lists.
import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { readDay } from '../../kernel/stored-values.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import type { PriceEntry } from './core/price.ts';
import { priceFromStored, type StoredPrice, storedPrice } from './stored-price.ts';

export interface NewEntry extends Omit<PriceEntry, 'id' | 'seller' | 'buyer' | 'component'> {
  readonly id: bigint;
  readonly componentId: bigint;
  readonly currency: string;
  readonly buyerId: bigint | null;
}

export async function insertEntries(tx: Transaction, sellerId: bigint, entries: readonly NewEntry[]): Promise<void> {
  await tx.client.query(
    `insert into price_entry (seller_id, id, component_id, currency, audience, buyer_id, valid_from, recorded_at, correction, price)
     select $1, e.id, e.component_id, e.currency, e.audience, e.buyer_id, e.valid_from, e.recorded_at, e.correction, e.price
     from jsonb_to_recordset($2::jsonb) as e(id bigint, component_id bigint, currency text, audience text, buyer_id bigint, valid_from date,
       recorded_at timestamptz, correction boolean, price jsonb)`,
    [
      sellerId,
      JSON.stringify(
        entries.map((entry) => ({
          id: String(entry.id),
          component_id: String(entry.componentId),
          currency: entry.currency,
          audience: entry.audience,
          buyer_id: entry.buyerId === null ? null : String(entry.buyerId),
          valid_from: entry.fromDay === null ? null : formatDay(entry.fromDay),
          recorded_at: formatInstant(entry.recorded),
          correction: entry.correction,
          price: storedPrice(entry.price),
        })),
      ),
    ],
  );
}

/** Components that already have a price on a list: `component/currency/audience/buyer`. */
export async function findPriced(tx: Transaction, sellerId: bigint, componentIds: readonly bigint[]): Promise<Set<string>> {
  const { rows } = await tx.client.query<{ place: string }>(
    `select distinct component_id || '/' || currency || '/' || coalesce(audience, '') || '/' || coalesce(buyer_id::text, '') as place
     from price_entry where seller_id = $1 and component_id = any($2::bigint[])`,
    [sellerId, componentIds],
  );
  return new Set(rows.map((row) => row.place));
}

interface EntryRow {
  readonly id: bigint;
  readonly component: string;
  readonly currency: string;
  readonly audience: PriceEntry['audience'];
  readonly buyerId: bigint | null;
  readonly validFrom: string | null;
  readonly recorded: number;
  readonly correction: boolean;
  readonly price: StoredPrice;
}

export interface ListedEntry extends PriceEntry {
  readonly currency: string;
}

/** Every entry of these components that any of these buyers may see, in every currency. Ids of sellers and buyers are those of the books. */
export async function loadEntries(
  tx: Transaction,
  sellerId: bigint,
  componentIds: readonly bigint[],
  buyerIds: readonly bigint[],
): Promise<ListedEntry[]> {
  if (componentIds.length === 0) return [];
  const { rows } = await tx.client.query<EntryRow>(
    `select e.id, c.ref as component, e.currency, e.audience, e.buyer_id as "buyerId", e.valid_from as "validFrom", e.recorded_at as recorded,
            e.correction, e.price
     from price_entry e join component c on (c.seller_id, c.id) = (e.seller_id, e.component_id)
     where e.seller_id = $1 and e.component_id = any($2::bigint[]) and (e.buyer_id is null or e.buyer_id = any($3::bigint[]))
     order by e.id`,
    [sellerId, componentIds, buyerIds],
  );
  return rows.map((row) => ({
    id: String(row.id),
    component: row.component,
    currency: row.currency,
    fromDay: row.validFrom === null ? null : readDay(row.validFrom),
    recorded: row.recorded,
    correction: row.correction,
    price: priceFromStored(row.price),
    seller: String(sellerId),
    audience: row.audience,
    buyer: row.buyerId === null ? null : String(row.buyerId),
  }));
}
