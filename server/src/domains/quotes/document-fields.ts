// The small shapes of a quote document, which it shares with the API.
export { type AnchorDocument, anchor, count, date, decimal, moment, name, period, says } from '../../platform/fields.ts';
export { type PriceDocument, price } from '../pricelists/index.ts';
