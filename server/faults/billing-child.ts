// A process that bills, so that it can be killed. Started by the fault programmes as
// `node --import ./server/typescript.mjs server/faults/billing-child.ts`; it waits for one line of JSON with its order, then works and tells how far it is.
import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { runBilling } from '../src/domains/invoicing/index.ts';
import { openClock } from '../src/platform/clock.ts';
import { armFromText, listFailpoints } from '../src/platform/failpoint.ts';
import { openDatabase } from '../src/platform/postgres/pool.ts';
import { plant } from './planted-bugs.ts';
import { BILLING_PROGRAM, type BillingNews, type BillingOrder } from './worker-process.ts';

const tell = (news: BillingNews): void => void writeSync(1, `${JSON.stringify(news)}\n`);

async function work(order: BillingOrder): Promise<void> {
  const database = openDatabase({ url: order.url }, { program: BILLING_PROGRAM });
  if (order.planted !== null) plant(database, order.planted);
  const clock = await openClock(database);
  armFromText(order.failpoints);
  try {
    const report = await runBilling(database, clock, {
      asOf: null,
      batchSize: order.batchSize,
      workers: order.workers,
      onProgress: ({ documents }) => tell({ kind: 'progress', documents }),
    });
    tell({ kind: 'done', documents: report.documents, parked: report.parked.length });
  } catch (error) {
    tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) });
    process.exitCode = 1;
  } finally {
    tell({ kind: 'hits', hits: Object.fromEntries(listFailpoints().map(({ name, hits }) => [name, hits])) });
    clock.close();
    await database.close();
  }
}

const lines = createInterface({ input: process.stdin });
lines.once('line', (line) => {
  lines.close();
  process.stdin.destroy();
  void work(JSON.parse(line) as BillingOrder);
});
tell({ kind: 'ready' });
