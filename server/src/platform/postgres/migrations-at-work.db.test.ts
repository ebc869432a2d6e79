// Every migration since databases are in use, on one that is full, while a program of the release before works on it: nobody is kept for two seconds.
import { describe, expect, inject, it, onTestFinished } from 'vitest';
import { administer, urlOf } from '../../testing/global-setup.ts';
import { migrate } from './migrate.ts';
import { type Migration, readMigrations } from './migration-file.ts';
import { newClient } from './pool.ts';

/** What is filled here is the schema up to this migration; it never changes. */
const LAST_BEFORE = 8;
const ACCOUNTS = 20_000;
const EVENTS = 100_000;

/** Rows as they stood then. Foreign keys and triggers are passed by: what counts is how many there are. */
const FILL = `
  set session_replication_role = replica;
  insert into seller (id, key, legal_name, country, currency, zone, created_at) values (1, 'provider', 'A', 'DE', 'EUR', 'Europe/Berlin', '2024-01-01Z');
  insert into account (seller_id, id, external_id, name, currency, zone, language, created_at, changed_at)
    select 1, n, 'a' || n, 'Customer ' || n, 'EUR', 'Europe/Berlin', 'de', '2024-01-01Z', '2024-01-01Z' from generate_series(1, ${ACCOUNTS}) n;
  insert into account_billing (seller_id, account_id, zone, next_bill_at) select 1, n, 'Europe/Berlin', '2024-02-01Z' from generate_series(1, ${ACCOUNTS}) n;
  insert into setting_fact (seller_id, id, account_id, key, value, valid_from, recorded_at)
    select 1, n, n, 'payment.days', '14', '2024-01-01', '2024-01-01Z' from generate_series(1, ${ACCOUNTS}) n;
  insert into subscription (seller_id, id, account_id, external_id, currency, created_at)
    select 1, n, n, 's' || n, 'EUR', '2024-01-01Z' from generate_series(1, ${ACCOUNTS}) n;
  insert into subscription_fact (seller_id, subscription_id, sequence, kind, at, recorded_at, body)
    select 1, n, 1, 'start', '2024-01-01Z', '2024-01-01Z', '{}' from generate_series(1, ${ACCOUNTS}) n;
  insert into invoice (seller_id, id, account_id, run_id, kind, currency, billed_on, issued_on, tax_point, due_on, net_minor, tax_minor, total_minor,
      seller_party_id, buyer_party_id, facts)
    select 1, n, n, 1, 'invoice', 'EUR', '2024-01-01', '2024-01-01', '2024-01-01', '2024-01-15', 100, 19, 119, 1, 1, '{}' from generate_series(1, ${ACCOUNTS}) n;
  insert into posting (seller_id, journal_id, position, cause, posted_on, account_id, debit, credit, currency, amount_minor)
    select 1, n, 1, 'invoice', '2024-01-01', n, 'receivable', 'revenue', 'EUR', 100 from generate_series(1, ${ACCOUNTS}) n;
  insert into usage_event (seller_id, subscription_id, meter_id, at, recorded_at, value, source, event_id, body_sha256)
    select 1, 1 + n % ${ACCOUNTS}, 1, '2024-01-01Z', '2024-01-01Z', 1, 'meter', n::text, sha256(n::text::bytea) from generate_series(1, ${EVENTS}) n;
  insert into outbox_event (seller_id, kind, subject, occurred_at) select 1, 'invoice.issued', n::text, '2024-01-01Z' from generate_series(1, ${EVENTS}) n;
  set session_replication_role = origin; analyze;`;

/** What the program of then does all day, each as a transaction of its own. Usage is left out: from 0016 on it needs a program that knows it. */
const WORK = [
  "insert into outbox_event (seller_id, kind, subject, occurred_at) values (1, 'invoice.issued', '1', '2024-01-01Z')",
  `update account_billing set next_bill_at = '2024-03-01Z' where seller_id = 1 and account_id = 1 + floor(random() * ${ACCOUNTS})::bigint`,
  `update account set changed_at = '2024-01-02Z' where seller_id = 1 and id = 1 + floor(random() * ${ACCOUNTS})::bigint`,
  `update subscription set touched_from = '2024-01-02' where seller_id = 1 and id = 1 + floor(random() * ${ACCOUNTS})::bigint`,
  `insert into setting_fact (seller_id, id, account_id, key, value, valid_from, recorded_at)
     select 1, 1000000 + floor(random() * 1e15)::bigint, 1, 'payment.days', '30', '2024-01-01', '2024-01-01Z'`,
  'select i.id, p.amount_minor from invoice i join posting p on p.journal_id = i.id and p.seller_id = i.seller_id where i.account_id = 77',
];

async function fullDatabase(): Promise<string> {
  const { url: server } = inject('testServer');
  const name = `prorata_at_work_${process.pid}_${Date.now()}`;
  await administer(server, `create database "${name}"`);
  onTestFinished(() => administer(server, `drop database "${name}" with (force)`));
  const url = urlOf(server, name);
  const client = newClient({ url });
  await client.connect();
  await migrate(client, { migrations: readMigrations().filter((one) => one.number <= LAST_BEFORE) });
  await client.query(FILL);
  await client.end();
  return url;
}

/** Works until it is told to stop. A statement that waits for two seconds fails by itself; answers the failures. */
function startWork(url: string): { stop(): Promise<string[]>; begun: Promise<void> } {
  let working = true;
  let begin: () => void = () => undefined;
  const begun = new Promise<void>((settle) => {
    begin = settle;
  });
  const failures: string[] = [];
  const worker = (async () => {
    const client = newClient({ url });
    await client.connect();
    await client.query("set lock_timeout = '2s'");
    for (let turn = 0; working; turn += 1) {
      const statement = WORK[turn % WORK.length]!;
      await client.query(statement).catch((error: Error) => failures.push(`${error.message}: ${statement}`));
      if (turn === WORK.length) begin();
    }
    await client.end();
  })();
  return {
    begun,
    stop: async () => {
      working = false;
      await worker;
      return failures;
    },
  };
}

async function migrateAtWork(migrations: readonly Migration[]): Promise<{ applied: string[]; failures: string[] }> {
  const url = await fullDatabase();
  const work = [startWork(url), startWork(url)];
  await Promise.all(work.map((one) => one.begun));
  const client = newClient({ url });
  await client.connect();
  try {
    const { applied } = await migrate(client, { migrations });
    return { applied, failures: (await Promise.all(work.map((one) => one.stop()))).flat() };
  } finally {
    await Promise.all(work.map((one) => one.stop()));
    await client.end();
  }
}

describe('migrations on a full database at work', () => {
  it('keep nobody for two seconds, and leave what the program before says', async () => {
    const all = readMigrations();
    const { applied, failures } = await migrateAtWork(all);
    expect(applied).toEqual(all.filter((one) => one.number > LAST_BEFORE).map((one) => one.name));
    expect(failures).toEqual([]);
  });

  it('are found out where they keep somebody', async () => {
    const sql = 'lock table account in access exclusive mode; select pg_sleep(3)';
    const { failures } = await migrateAtWork([
      ...readMigrations().filter((one) => one.number <= LAST_BEFORE),
      { number: LAST_BEFORE + 1, name: '0009_planted.sql', sql, checksum: sql },
    ]);
    expect(failures[0]).toMatch(/lock timeout/);
  });
});
