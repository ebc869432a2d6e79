// All invoices of a quarter, page by page, with what they come to.
import { createClient } from '@prorata/sdk';

const prorata = createClient({ baseUrl: process.env.PRORATA_URL ?? 'http://localhost:3000', key: process.env.PRORATA_KEY ?? '' });

const query = { issuedFrom: '2026-01-01', issuedBefore: '2026-04-01' };
for await (const invoice of prorata.each('/v1/invoices', { params: { query } })) {
  console.log(`${invoice.number} ${invoice.total} ${invoice.currency}`);
}
