// A worker of the billing benchmark, in a process of its own as workers on other machines are: bills a database it is told of, again and again.
import { runBilling } from '../src/domains/invoicing/index.ts';
import type { Address } from '../src/platform/postgres/embedded/index.ts';
import { openDatabase } from '../src/platform/postgres/pool.ts';

export interface BillingOrder {
  readonly address: Address;
  readonly database: string;
  /** Where the clock stands. */
  readonly now: number;
  readonly batchSize: number;
}

export interface BillingAnswer {
  readonly accounts: number;
  readonly documents: number;
  readonly lines: number;
  readonly parked: number;
  readonly ms: number;
  /** Of this process while it billed. */
  readonly cpuMs: number;
  /** Of this process since it began. */
  readonly peakBytes: number;
}

async function bill({ address, database, now, batchSize }: BillingOrder): Promise<BillingAnswer> {
  const opened = openDatabase({ address: () => address, name: database });
  try {
    const cpu = process.cpuUsage();
    const began = performance.now();
    const { accounts, documents, lines, parked } = await runBilling(opened, { read: async () => now }, { asOf: null, batchSize });
    const ms = performance.now() - began;
    const { user, system } = process.cpuUsage(cpu);
    const peakBytes = process.resourceUsage().maxRSS * 1024;
    return { accounts, documents, lines, parked: parked.length, ms, cpuMs: (user + system) / 1000, peakBytes };
  } finally {
    await opened.close();
  }
}

process.on('message', (order: BillingOrder) => {
  bill(order).then(
    (answer) => process.send?.(answer),
    (error: unknown) => {
      process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    },
  );
});
process.on('disconnect', () => process.exit(0));
