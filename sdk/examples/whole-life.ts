// From nothing to an invoice that explains itself: a plan and its prices, an account and what it has, usage, a preview, a billing run, the PDF and why a line is what it is.
import { writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { createClient } from '@prorata/sdk';

const prorata = createClient({ baseUrl: process.env.PRORATA_URL ?? 'http://localhost:3000', key: process.env.PRORATA_KEY ?? '' });

// What is sold, and what it costs.
const plan = { path: { plan: 'example-mail' } };
await prorata.put('/v1/plans/{plan}/draft', {
  params: plan,
  body: {
    name: 'Mail',
    components: [
      { key: 'seat', description: 'Mailbox', unit: 'mailbox' },
      { key: 'storage', description: 'Storage', unit: 'GB', kind: 'metered', aggregate: 'max' },
    ],
  },
});
await prorata.post('/v1/plans/{plan}/draft/publish', { params: plan });
await prorata.post('/v1/prices', {
  body: {
    prices: [
      { component: 'example-mail/seat', currency: 'EUR', price: { kind: 'unit', price: '3.00' } },
      { component: 'example-mail/storage', currency: 'EUR', price: { kind: 'unit', price: '0.05', included: '10' } },
    ],
  },
});

// Who has what, since when.
const account = 'example-life';
await prorata.put('/v1/accounts/{account}', {
  params: { path: { account } },
  body: { name: 'Long Life Ltd', country: 'IE', currency: 'EUR' },
});
await prorata.post('/v1/subscriptions', {
  body: { externalId: 'example-life-mail', account, plan: 'example-mail', at: '2026-01-01', quantities: { seat: '5' } },
});

// What was used.
const { data: taken } = await prorata.post('/v1/events', {
  body: [
    {
      specversion: '1.0',
      id: 'example-life-1',
      source: '/example/meters',
      type: 'storage',
      subject: 'example-life-mail',
      time: '2026-01-01T00:00:00Z',
      data: { value: '118' },
    },
  ],
});
console.log(`${taken.stored} event taken`);

// What ten mailboxes from the 21st on would cost. Nothing of it is kept.
const { data: rehearsed } = await prorata.post('/v1/subscriptions/{subscription}/changes', {
  params: { path: { subscription: 'example-life-mail' }, query: { preview: 'true', asOf: '2026-02-01' } },
  body: { do: 'quantity', component: 'seat', value: '10', at: '2026-01-21' },
});
for (const invoice of rehearsed.preview?.invoices ?? []) console.log(`would be billed: ${invoice.total} ${invoice.currency}`);

// Bill what is due, and wait for it.
let { data: run } = await prorata.post('/v1/billing-runs', { body: {} });
console.log(`${run.id} is ordered`);
while (run.state === 'waiting' || run.state === 'running') {
  await pause(250);
  run = (await prorata.get('/v1/billing-runs/{run}', { params: { path: { run: run.id } } })).data;
}
console.log(`the run is ${run.state}`);

for await (const invoice of prorata.each('/v1/invoices', { params: { query: { account } } })) {
  const path = { invoice: invoice.id ?? '' };
  const { data: pdf } = await prorata.get('/v1/invoices/{invoice}/pdf', { params: { path }, parseAs: 'arrayBuffer' as const });
  writeFileSync(process.env.INVOICE_FILE ?? 'invoice.pdf', new Uint8Array(pdf));
  console.log(`${invoice.number}: ${invoice.total} ${invoice.currency}, ${new TextDecoder().decode(pdf.slice(0, 4))}`);
  const explained = await prorata.get('/v1/invoices/{invoice}/lines/{position}/explanation', {
    params: { path: { ...path, position: '1' } },
  });
  for (const sentence of explained.data.arithmetic) console.log(`  ${sentence}`);
}
