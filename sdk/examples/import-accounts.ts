// Brings accounts of another system in, changes one from the state that was read, and reads all of them back.
import { createClient } from '@prorata/sdk';

const prorata = createClient({ baseUrl: process.env.PRORATA_URL ?? 'http://localhost:3000', key: process.env.PRORATA_KEY ?? '' });

const { data: result } = await prorata.post('/v1/accounts/bulk', {
  body: {
    present: 'change',
    accounts: [
      { externalId: 'example-1', name: 'First Customer Ltd', country: 'IE' },
      { externalId: 'example-2', name: 'Second Customer Ltd', country: 'IE' },
      { externalId: 'example-3', name: 'Third Customer Ltd', country: 'FR' },
    ],
  },
});
console.log(`${result.made} new, ${result.changed} changed`);

const path = { account: 'example-1' };
const { etag } = await prorata.get('/v1/accounts/{account}', { params: { path } });
const { data: changed } = await prorata.patch('/v1/accounts/{account}', {
  params: { path, header: { 'If-Match': etag ?? '' } },
  body: { purchaseOrder: 'PO-2026-17' },
});
console.log(`${changed.externalId} orders as ${changed.purchaseOrder}`);

for await (const account of prorata.each('/v1/accounts', { params: { query: { search: 'example-', limit: 2 } } })) {
  console.log(`${account.externalId} ${account.name}`);
}
