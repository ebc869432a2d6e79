// What a server does by itself, again and again: the billing run and the audit of the books.
import { findProvider } from './domains/accounts/index.ts';
import { billOnSchedule, forgetUsage, monthsBefore } from './domains/invoicing/index.ts';
import { auditBooks } from './domains/reports/index.ts';
import { forgetOldEvents } from './domains/webhooks/index.ts';
import type { WorkFigures } from './figures.ts';
import { formatInstant } from './kernel/calendar/instant.ts';
import type { Config } from './platform/config.ts';
import { forgetOldAnswers } from './platform/http/idempotency.ts';
import type { Installation } from './platform/installation.ts';
import type { Sweeper } from './platform/jobs/sweeper.ts';
import type { Log } from './platform/log.ts';
import { inTransaction } from './platform/postgres/transaction.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Hourly, since every hour some time zone begins its day. Servers that share a database sweep side by side: accounts are claimed. */
export function sweepers(
  installation: Installation,
  log: Log,
  { billing, workers, eventDays, usageMonths }: Config,
  figures: WorkFigures,
): Sweeper[] {
  const audit: Sweeper = { name: 'audit', everyMs: HOUR_MS, sweep: () => sweepAudit(installation, log, figures) };
  const bill: Sweeper = {
    name: 'billing',
    everyMs: HOUR_MS,
    sweep: (stopping) => sweepBilling(installation, log, figures, { workers, stopping }),
  };
  const forget: Sweeper = { name: 'old_answers', everyMs: HOUR_MS, sweep: () => forgetOldAnswers(installation.database) };
  const { database, clock } = installation;
  const expire: Sweeper = { name: 'old_events', everyMs: HOUR_MS, sweep: () => forgetOldEvents(database, clock, eventDays) };
  const usage: Sweeper = {
    name: 'old_usage',
    everyMs: DAY_MS,
    sweep: (stopping) => sweepUsage(installation, log, figures, { months: usageMonths!, stopping }),
  };
  return [...(billing === 'off' ? [] : [bill]), audit, forget, expire, ...(usageMonths === null ? [] : [usage])];
}

const NAMED = 20;

async function sweepUsage(
  { database, clock }: Installation,
  log: Log,
  figures: WorkFigures,
  { months, stopping }: { months: number; stopping: AbortSignal },
): Promise<void> {
  const report = await forgetUsage(database, clock, { before: monthsBefore(await clock.read(), months), stopping });
  figures.forgot(report);
  for (const { from, events } of report.months) log.info({ month: formatInstant(from).slice(0, 7), events }, 'usage of a month dropped');
  for (const { from, ...one } of report.keptFor.slice(0, NAMED)) log.warn({ ...one, from: formatInstant(from) }, 'keeps old usage');
  if (report.keptFor.length > NAMED)
    log.warn({ subscriptions: report.keptFor.length }, 'keep old usage: prorata usage forget --preview names them');
  if (report.busy) log.warn('old usage is held by others for too long; the next sweep tries again');
}

async function sweepBilling(
  { database, clock }: Installation,
  log: Log,
  figures: WorkFigures,
  options: { workers: number; stopping: AbortSignal },
): Promise<void> {
  if ((await inTransaction(database, findProvider)) === null) return;
  const report = await billOnSchedule(database, clock, { ...options, onProgress: figures.billing }).finally(figures.billed);
  if (report.accounts > 0) log.info({ ...report, parked: report.parked.length }, 'billed what was due');
  for (const parked of report.parked) log.warn(parked, 'account set aside until somebody has looked at it');
}

async function sweepAudit({ database }: Installation, log: Log, figures: WorkFigures): Promise<void> {
  const report = await auditBooks(database);
  figures.audited(report);
  for (const finding of report.findings) log.error(finding, 'the books break an invariant');
}
