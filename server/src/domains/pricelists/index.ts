// The door of the price lists.
export { audienceOf } from './audience.ts';
export { blankPrice, blankTier } from './core/blank-price.ts';
export type { Price, PriceEntry, PriceKind, Tier } from './core/price.ts';
export { type PriceBook, priceBook } from './core/price-book.ts';
export { chainTo, type EdgePrice, resolveChain } from './core/price-chain.ts';
export { type Part, type Priced, priceCapacity, priceEvents, priceInput, priceQuantity } from './core/rate.ts';
export { readPrice } from './core/read-price.ts';
export { type PriceEdge, type PriceStep, type Resolution, resolvePrice, type WhyNot } from './core/resolve-price.ts';
export { checkPrice, type PriceFault } from './core/validate-price.ts';
export { pricelistEvents } from './events.ts';
export { type ExplainedEdge, explainPrice, type NamedPrice, type PriceQuestion } from './explain-price.ts';
export { marginsOf, type PriceMargin } from './margins.ts';
export { type PriceDocument, price } from './price-shape.ts';
export { amountText, priceInWords } from './price-words.ts';
export { type PriceInput, type PublishedPrice, publishPriceEntries } from './publish-prices.ts';
export { type ListedEntry, loadEntries } from './store.ts';
export { type StoredPrice, storedPrice } from './stored-price.ts';
