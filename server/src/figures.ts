// The figures that this program gives to Prometheus beside those of its requests: what is due, what waits, what was done. Those of the database are the
// same in each process and asked for at most once in a few seconds, however many look.
import { Counter, Gauge, Histogram, type Registry } from 'prom-client';
import type { BillingReport, ForgottenUsage } from './domains/invoicing/index.ts';
import { type AuditReport, type OperatingFigures, readOperatingFigures } from './domains/reports/index.ts';
import type { Clock } from './platform/clock.ts';
import type { SweepObserver } from './platform/jobs/sweeper.ts';
import { type MachineFigures, readMachineFigures } from './platform/machine-figures.ts';
import type { Database } from './platform/postgres/pool.ts';
import { inTransaction } from './platform/postgres/transaction.ts';

interface Known extends OperatingFigures, MachineFigures {
  readonly clockOffsetSeconds: number;
  readonly dueSeconds: number;
}

export interface WorkFigures {
  readonly swept: SweepObserver;
  /** What a run under way has done so far. */
  billing(report: BillingReport): void;
  billed(): void;
  audited(report: AuditReport): void;
  forgot(report: ForgottenUsage): void;
}

const FRESH_MS = 5_000;
const STATEMENT_MS = 4_000;

/** Labels and value of each line of a gauge. */
type Lines = (known: Known) => readonly (readonly [labels: Record<string, string>, value: number])[];
const one =
  (pick: (known: Known) => number): Lines =>
  (known) => [[{}, pick(known)]];

const gauges: readonly (readonly [name: string, help: string, lines: Lines])[] = [
  ['prorata_accounts_due', 'Accounts that are due to be billed and not set aside.', one((known) => known.accountsDue)],
  [
    'prorata_accounts_due_seconds',
    'How long the account that is due longest has been due; 0 where none is.',
    one((known) => known.dueSeconds),
  ],
  ['prorata_accounts_parked', 'Accounts that billing set aside until somebody has looked at them.', one((known) => known.accountsParked)],
  [
    'prorata_usage_events',
    'Usage events that came in, by what became of them.',
    (known) => [
      [{ outcome: 'stored' }, known.usageStored],
      [{ outcome: 'repeated' }, known.usageRepeated],
      [{ outcome: 'refused' }, known.usageRefused],
    ],
  ],
  [
    'prorata_feed_undispatched_events',
    'Events that no delivery was made for yet; counted to 10,000.',
    one((known) => known.eventsUndispatched),
  ],
  ['prorata_webhook_deliveries_waiting', 'Deliveries to webhooks that are still to be made.', one((known) => known.deliveriesWaiting)],
  ['prorata_webhook_endpoints_failing', 'Webhooks whose last call failed.', one((known) => known.endpointsFailing)],
  [
    'prorata_jobs',
    'Jobs in the queue: waiting for a worker or their time, or given up after too many tries.',
    (known) => [
      [{ state: 'waiting' }, known.jobsWaiting],
      [{ state: 'given_up' }, known.jobsGivenUp],
    ],
  ],
  ['prorata_jobs_oldest_seconds', 'How long the job that waits longest is beyond its time.', one((known) => known.oldestJobSeconds)],
  ['prorata_workers', 'Workers that beat, on all machines.', one((known) => known.workers)],
  ['prorata_database_bytes', 'Room the database takes.', one((known) => known.databaseBytes)],
  ['prorata_database_sessions', 'Sessions of all programs on the database.', one((known) => known.sessions)],
  [
    'prorata_database_oldest_transaction_seconds',
    'How long the oldest open transaction lasts: the feed and cleaning up wait for it.',
    one((known) => known.oldestTransactionSeconds),
  ],
  [
    'prorata_clock_offset_seconds',
    'How far the business clock was moved ahead of the machine’s.',
    one((known) => known.clockOffsetSeconds),
  ],
];

export function addFigures(registry: Registry, database: Database, clock: Clock): WorkFigures {
  const known = remembered(() => readKnown(database, clock));
  new Gauge({
    name: 'prorata_figures_readable',
    help: '1 where the database answered in time when its figures were asked for; where not, they are missing.',
    registers: [registry],
    async collect() {
      this.set((await known()) === null ? 0 : 1);
    },
  });
  for (const [name, help, lines] of gauges) addGauge(registry, name, help, lines, known);
  return addWorkFigures(registry);
}

function addGauge(registry: Registry, name: string, help: string, lines: Lines, known: () => Promise<Known | null>): void {
  const labelNames = [...new Set(lines(nothing).flatMap(([labels]) => Object.keys(labels)))];
  new Gauge({
    name,
    help,
    labelNames,
    registers: [registry],
    async collect() {
      this.reset();
      const now = await known();
      if (now === null) this.remove({});
      else for (const [labels, value] of lines(now)) this.set(labels, value);
    },
  });
}

const nothing = {} as Known;

/** Asked for by many gauges at once, and by several who look. */
function remembered(read: () => Promise<Known>): () => Promise<Known | null> {
  let asked = Number.NEGATIVE_INFINITY;
  let answer: Promise<Known | null> = Promise.resolve(null);
  return () => {
    if (performance.now() - asked > FRESH_MS) {
      asked = performance.now();
      answer = read().catch(() => null);
    }
    return answer;
  };
}

async function readKnown(database: Database, clock: Clock): Promise<Known> {
  return inTransaction(
    database,
    async (tx) => {
      await tx.client.query(`set local statement_timeout = ${STATEMENT_MS}`);
      const now = clock.now();
      const business = await readOperatingFigures(tx, now);
      const dueSeconds = business.oldestDueAt === null ? 0 : (now - business.oldestDueAt) / 1000;
      return { ...business, ...(await readMachineFigures(tx)), dueSeconds, clockOffsetSeconds: (now - Date.now()) / 1000 };
    },
    { readOnly: true },
  );
}

function addWorkFigures(registry: Registry): WorkFigures {
  const registers = [registry];
  const counter = (name: string, help: string) => new Counter({ name, help, registers });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const sweeps = new Histogram({
    name: 'prorata_sweep_seconds',
    help: 'How long this process took for what it does by itself again and again, by whether it went well.',
    labelNames: ['sweep', 'outcome'],
    buckets: [0.1, 1, 10, 60, 600, 3600],
    registers,
  });
  const accounts = counter('prorata_billing_accounts_total', 'Accounts that this process looked at in billing runs.');
  const documents = counter('prorata_billing_documents_total', 'Invoices and credit notes that this process issued in billing runs.');
  const lines = counter('prorata_billing_lines_total', 'Lines of those.');
  const parked = counter('prorata_billing_parked_total', 'Accounts that this process set aside in billing runs.');
  const running = gauge('prorata_billing_running', '1 while a billing run of this process is under way.');
  const findings = gauge('prorata_audit_findings', 'Invariants that the last audit of this process found broken.');
  const auditedAt = gauge('prorata_audit_last_timestamp_seconds', 'When the last audit of this process ended.');
  const keeping = gauge('prorata_usage_kept_for', 'Subscriptions that kept usage older than wished at the last sweep of this process.');
  const forgotten = counter('prorata_usage_forgotten_total', 'Usage events of old months that this process dropped.');
  let counted = { accounts: 0, documents: 0, lines: 0, parked: 0 };
  return {
    swept: (sweep, seconds, outcome) => sweeps.observe({ sweep, outcome }, seconds),
    billing: (report) => {
      running.set(1);
      accounts.inc(report.accounts - counted.accounts);
      documents.inc(report.documents - counted.documents);
      lines.inc(report.lines - counted.lines);
      parked.inc(report.parked.length - counted.parked);
      counted = { accounts: report.accounts, documents: report.documents, lines: report.lines, parked: report.parked.length };
    },
    billed: () => {
      running.set(0);
      counted = { accounts: 0, documents: 0, lines: 0, parked: 0 };
    },
    audited: (report) => {
      findings.set(report.findings.length);
      auditedAt.setToCurrentTime();
    },
    forgot: ({ months, keptFor }) => {
      keeping.set(keptFor.length);
      forgotten.inc(months.reduce((sum, { events }) => sum + (events ?? 0), 0));
    },
  };
}
