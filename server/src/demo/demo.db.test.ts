// A small demo, made as the large one is: the books hold, and what it is to show is there.
import { expect, it } from 'vitest';
import { findProvider } from '../domains/accounts/index.ts';
import { QuoteProcesses } from '../domains/quotes/index.ts';
import { auditBooks } from '../domains/reports/index.ts';
import { UsageWriter } from '../domains/usage/index.ts';
import { openClock } from '../platform/clock.ts';
import { DEFAULT_PORTS } from '../platform/outgoing/index.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { createTestDatabase } from '../testing/database.ts';
import { openTestPeople } from '../testing/people.ts';
import { buildDemo, type DemoProgress, moveDemo } from './build.ts';
import { demoUsers } from './users.ts';

it('is made by the engine, lives on when its clock is moved, and its books hold', async () => {
  const { database } = await createTestDatabase();
  const clock = await openClock(database);
  const people = await openTestPeople(database);
  const usage = new UsageWriter({ database, clock });
  const quotes = new QuoteProcesses({ processes: 1 });
  const told: DemoProgress[] = [];
  const services = { people, usage, quotes, webhooks: { secrets: people.secrets, rules: { allowPrivate: false, ports: DEFAULT_PORTS } } };
  const options = { installation: { database, clock }, services, tell: (progress: DemoProgress) => void told.push(progress) };
  const count = async (sql: string): Promise<number> => Number((await database.pool.query(sql)).rows[0].count);
  try {
    await buildDemo(options, { customers: 30, months: 4 });
    expect(await count('select count(*) from seller')).toBe(4);
    expect(await count('select count(*) from invoice')).toBeGreaterThan(60);
    expect(await count("select count(*) from identity.portal_user where ready_at is not null")).toBe(demoUsers.length);
    expect((await auditBooks(database)).findings).toEqual([]);
    expect(told.at(-1)?.step).toBe('closing');
    const before = await count('select count(*) from invoice');
    await moveDemo(options, (await clock.read()) + 20 * 86_400_000);
    expect(await count('select count(*) from invoice')).toBeGreaterThan(before);
    expect((await auditBooks(database)).findings).toEqual([]);
    await expect(buildDemo(options)).rejects.toMatchObject({ code: 'demo.not_empty' });
    expect((await inTransaction(database, findProvider))?.legalName).toBe('Nordlicht Hosting GmbH');
  } finally {
    await quotes.close();
    await usage.drain();
    clock.close();
    await database.close();
  }
});
