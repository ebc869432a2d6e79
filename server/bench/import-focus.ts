// How fast and in how much memory a FOCUS file is read and planned, without a database: `node --import ./server/typescript.mjs server/bench/import-focus.ts [rows]`.
// Writes a synthetic file of that many rows (default 1,000,000) into the temporary folder, imports it into a target that only counts.
import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { importFocusFile } from '../src/adapters/import/focus/import-file.ts';
import { createProgressLine } from '../src/adapters/import/focus/progress.ts';
import type { ImportTarget } from '../src/adapters/import/focus/target.ts';

const COLUMNS = [
  'BillingAccountId',
  'BillingCurrency',
  'BillingPeriodStart',
  'BillingPeriodEnd',
  'ChargeCategory',
  'ChargeDescription',
  'ChargePeriodStart',
  'ChargePeriodEnd',
  'ListCost',
  'ListUnitPrice',
  'PricingQuantity',
  'PricingUnit',
  'ProviderName',
  'SkuId',
  'SkuPriceId',
  'SubAccountId',
  'SubAccountName',
  'ResourceId',
  'Tags',
];

function rowText(index: number): string {
  const account = index % 997;
  // Forty prices an account, of 263.
  const price = (account * 7 + (Math.floor(index / 997) % 40)) % 263;
  const quantity = (index % 1000) + 1;
  const hour = String(index % 24).padStart(2, '0');
  const day = String((index % 30) + 1).padStart(2, '0');
  const cost = ((quantity * (price + 1)) / 1000).toFixed(5);
  const category = index % 500 === 0 ? 'Credit' : 'Usage';
  const tags = `"{""application"": ""app-${index % 50}"", ""environment"": ""production"", ""owner"": ""team-${index % 11}""}"`;
  return (
    `1234567890123,USD,2024-09-01 00:00:00,2024-10-01 00:00:00,${category},Price ${price} per GB,2024-09-${day} ${hour}:00:00,NULL,${cost},` +
    `${((price + 1) / 1000).toFixed(3)},${quantity}.00000,GB,AWS,SKU${price},SKU${price}.TERM,account-${account},Account ${account},` +
    `arn:aws:ec2:us-west-2:resource/${index},${tags}\n`
  );
}

async function writeSynthetic(path: string, rows: number): Promise<void> {
  const stream = createWriteStream(path);
  stream.write(`${COLUMNS.join(',')}\n`);
  for (let start = 0; start < rows; start += 5_000) {
    let text = '';
    for (let index = start; index < Math.min(rows, start + 5_000); index += 1) text += rowText(index);
    await new Promise((resolve) => stream.write(text, resolve));
  }
  await new Promise<void>((resolve) => stream.end(() => resolve()));
}

const nothing = async () => undefined;
const none = async () => 0;
const counting: ImportTarget = {
  findCurrency: async () => 'USD',
  open: async () => ({
    providerMade: false,
    recordedBills: async () => [],
    compareRows: async () => ({ unknownLines: [], unknownCount: 0, missing: [], missingCount: 0 }),
    addBills: nothing,
    addAccounts: none,
    addComponents: none,
    addSubscriptions: none,
    addEvents: nothing,
    addItems: nothing,
    addRefusals: nothing,
    commit: nothing,
    rollback: nothing,
  }),
};

const rows = Number(process.argv[2] ?? 1_000_000);
const folder = mkdtempSync(join(tmpdir(), 'prorata-bench-'));
try {
  const path = join(folder, 'focus.csv');
  await writeSynthetic(path, rows);
  const progress = createProgressLine((line) => process.stderr.isTTY && process.stderr.write(`\r\u001b[2K${line}`));
  let peakBytes = 0;
  const startedAt = performance.now();
  const report = await importFocusFile(path, counting, {
    onProgress: (at) => {
      peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
      progress(at);
    },
  });
  const seconds = (performance.now() - startedAt) / 1000;
  const { events, items, refused, subscriptions } = report;
  const figures = {
    rows,
    megabytes: Math.round(statSync(path).size / 1e6),
    seconds: Number(seconds.toFixed(1)),
    rowsPerSecond: Math.round(rows / seconds),
    peakMegabytes: Math.round(peakBytes / 1e6),
    events,
    items,
    refused,
    subscriptions,
  };
  process.stdout.write(`${JSON.stringify(figures)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
