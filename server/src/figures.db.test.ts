// The figures for Prometheus: what they say of a business with work to do, and that dashboard and page name those that exist.
import { readFileSync } from 'node:fs';
import { Registry } from 'prom-client';
import { expect, it, onTestFinished } from 'vitest';
import { addFigures } from './figures.ts';
import { createHttpServer } from './platform/http/server.ts';
import { createLog } from './platform/log.ts';
import { openDatabase } from './platform/postgres/pool.ts';
import { Books, TestClock } from './testing/books.ts';
import { withDatabase } from './testing/database.ts';

const test = withDatabase();
const now = Date.UTC(2024, 1, 1, 9);
const few = { perSecond: 10, burst: 10 };

function createFigures(database = test.database) {
  const registry = new Registry();
  const figures = addFigures(registry, database, { now: () => now });
  const limits = { address: few, caller: few, seller: few };
  const { app } = createHttpServer({ database, clock: { now: () => now }, log: createLog('silent'), version: '1', registry, limits });
  onTestFinished(() => app.close());
  return { figures, app, registry };
}

it('tells what is due, set aside, came in and was done', async () => {
  const books = new Books(test.database, new TestClock('2024-01-01T09:00:00Z'));
  await books.open();
  await books.accounts('a', 'b');
  await books.start('s', 'a', '2024-01-01');
  await books.start('t', 'b', '2024-02-01');
  await books.usage('s', '2024-01-02', '5');
  await books.usage('s', '2024-01-02', '5');
  const { figures, app } = createFigures();
  figures.billing({ accounts: 1, documents: 1, lines: 3, parked: [] });
  figures.billing({ accounts: 4, documents: 2, lines: 5, parked: [{ account: 'c', code: 'x', detail: '' }] });
  figures.billed();
  figures.billing({ accounts: 1, documents: 1, lines: 1, parked: [] });
  figures.audited({ invariants: 9, findings: [] });
  figures.swept('audit', 0.2, 'done');
  const { body } = await app.inject('/metrics');
  const lines = body.split('\n');
  for (const line of [
    'prorata_figures_readable 1',
    'prorata_accounts_due 2',
    'prorata_accounts_parked 0',
    'prorata_usage_events{outcome="stored"} 1',
    'prorata_usage_events{outcome="repeated"} 1',
    'prorata_workers 0',
    'prorata_billing_running 1',
    'prorata_billing_accounts_total 5',
    'prorata_billing_lines_total 6',
    'prorata_billing_parked_total 1',
    'prorata_audit_findings 0',
    'prorata_sweep_seconds_count{sweep="audit",outcome="done"} 1',
  ]) {
    expect(lines).toContain(line);
  }
  expect(Number(/^prorata_accounts_due_seconds (\S+)$/m.exec(body)?.[1])).toBe((now - Date.UTC(2023, 11, 31, 23)) / 1000);
  expect(Number(/^prorata_database_bytes (\S+)$/m.exec(body)?.[1])).toBeGreaterThan(1_000_000);
});

it('says so when the database does not answer, and keeps nothing old', async () => {
  const database = openDatabase({ url: 'postgres://nobody:nothing@127.0.0.1:1/none' });
  onTestFinished(() => database.close());
  const { body } = await createFigures(database).app.inject('/metrics');
  expect(body).toMatch(/^prorata_figures_readable 0$/m);
  expect(body).not.toMatch(/^prorata_(accounts_due|jobs|workers)\b/m);
});

const read = (path: string) => readFileSync(new URL(`../../docs/${path}`, import.meta.url), 'utf8');
const named = (text: string) =>
  new Set(text.match(/\b(?:prorata|process|nodejs)_[a-z0-9_]+\b/g)?.map((name) => name.replace(/_(bucket|sum|count)$/, '')));

it('is shown by a dashboard and explained on a page, which name what exists and leave nothing of ours out', async () => {
  const { registry } = createFigures();
  const known = new Set(registry.getMetricsAsArray().map((metric) => metric.name));
  const dashboard = JSON.parse(read('grafana/prorata.json')) as { panels: { title: string; targets?: { expr: string }[] }[] };
  const asked = named(
    dashboard.panels
      .flatMap((panel) => panel.targets ?? [])
      .map((target) => target.expr)
      .join('\n'),
  );
  const explained = named(read('operating/monitoring.md').replaceAll(/(process|nodejs)_\*/g, ''));
  const ours = [...known].filter((name) => name.startsWith('prorata_')).sort();
  expect([...asked].filter((name) => !known.has(name))).toEqual([]);
  expect([...explained].filter((name) => !known.has(name))).toEqual([]);
  expect(ours.filter((name) => !asked.has(name))).toEqual([]);
  expect(ours.filter((name) => !explained.has(name))).toEqual([]);
});
