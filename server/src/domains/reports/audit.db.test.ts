// The audit finds what is planted behind the database's back, and refuses to run where it would see too little.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../platform/postgres/pool.ts';
import { openDatabase } from '../../platform/postgres/pool.ts';
import { inTransaction } from '../../platform/postgres/transaction.ts';
import { Books, TestClock } from '../../testing/books.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { type AuditFinding, auditBooks, auditSnapshot, readInvariants } from './audit-books.ts';

/** What breaks an invariant, in SQL that triggers and foreign keys do not see. */
const planted: readonly (readonly [invariant: string, sql: string])[] = [
  ['document_adds_up', 'update invoice_line set amount_minor = amount_minor + 1, gross_minor = gross_minor + 1, net_minor = net_minor + 1'],
  ['document_in_one_currency', `update invoice_tax set currency = 'USD'`],
  ['document_is_posted', `delete from posting where credit = 'tax_payable'`],
  ['posting_has_a_document', 'delete from invoice'],
  ['balance_is_its_postings', 'update account_balance set receivable_minor = receivable_minor + 1'],
  ['personal_postings_name_their_account', 'update posting set account_id = null'],
  ['open_invoices_are_the_debt', 'update receivable set open_minor = 0'],
  ['cell_is_its_steps', 'delete from charge_step where sequence = 1'],
  ['step_stands_on_the_one_before', 'update charge_step set sequence = 2'],
  ['step_is_its_lines', 'delete from invoice_line'],
  ['windows_do_not_overlap', `update charge_cell set window_to = window_to + 5 where window_from = '2024-01-01'`],
  ['cell_belongs_to_its_account', 'update charge_cell set account_id = account_id + 1'],
  ['cell_in_its_currency', `update subscription set currency = 'USD'`],
  ['numbers_are_gapless', 'delete from invoice_number where number = 1'],
  ['numbers_follow_dates', `update invoice set issued_on = '2024-01-01' where billed_on = '2024-02-01'`],
  ['released_revenue_is_earned', `update book set released_through = '2030-01-01'`],
  ['usage_is_counted_once', 'delete from usage_event'],
  ['usage_is_stored_once', 'delete from usage_identity'],
  ['usage_is_taken_back_once', 'update usage_event set taken_back = arrival'],
  ['usage_totals_are_their_events', 'update usage_total set total = total + 1'],
  ['forgotten_usage_keeps_its_sums', `insert into forgotten_month values ('2024-01-01', '2024-01-02', 1, 1, 4, 1, 1, 1, 5, 1, 1)`],
  [
    'forgotten_usage_is_not_rated_again',
    `insert into forgotten_month values ('2024-01-01', '2020-01-01', 0, 0, 0, 0, 0, 0, 0, 0, 0); update charge_step set sequence = 2`,
  ],
  ['usage_has_a_subscription', 'update usage_event set subscription_id = 1'],
  ['parked_accounts_are_not_charged', `update account_billing set parked_at = '2020-01-01', parked_code = 'x'`],
  ['discount_is_not_exceeded', `insert into coupon (seller_id, id, code, percent, used) select id, 1, 'X', 10, 3 from seller`],
  ['frozen_tables_are_frozen', 'alter table posting disable trigger posting_append_only'],
  [
    'pdf_is_what_was_kept',
    `insert into invoice_pdf (seller_id, invoice_id, bytes, sha256, pages, rendered_at)
     select seller_id, id, 'a', sha256('b'), 1, '2024-01-01' from invoice limit 1`,
  ],
];

/** Carries what was found out of a transaction that is taken back. */
class Undone extends Error {
  readonly findings: readonly AuditFinding[];

  constructor(findings: readonly AuditFinding[]) {
    super('undone');
    this.findings = findings;
  }
}

describe('the audit', () => {
  let database: Database;
  let url: string;

  beforeAll(async () => {
    ({ database, url } = await createTestDatabase());
    const clock = new TestClock('2024-01-15T09:00:00Z');
    const books = new Books(database, clock);
    await books.open();
    await books.accounts('a');
    await books.start('s', 'a', '2024-01-01');
    await books.usage('s', '2024-01-10', '5');
    await books.bill();
    clock.set('2024-02-01T09:00:00Z');
    await books.bill();
    await books.start('t', 'a', '2024-02-01');
    await books.bill();
    await books.fact('t', '2024-02-15', { kind: 'anchor', anchor: { kind: 'day', dayOfMonth: 20 } });
    clock.set('2024-02-20T09:00:00Z');
    await books.start('u', 'a', '2024-02-20');
    await books.bill();
    expect(await books.findings()).toEqual([]);
  });

  afterAll(() => database.close());

  it('has a plant for every invariant', () => {
    expect(planted.map(([name]) => name)).toEqual(readInvariants().map((invariant) => invariant.name));
  });

  it.each(planted)('finds a broken %s', async (invariant, sql) => {
    const found = inTransaction(database, async (tx) => {
      await tx.client.query('set local session_replication_role = replica');
      await tx.client.query(sql);
      const { findings } = await auditSnapshot(tx);
      throw new Undone(findings);
    });
    const { findings } = await found.catch((error: unknown) => {
      if (error instanceof Undone) return error;
      throw error;
    });
    const finding = findings.find((one) => one.invariant === invariant);
    expect(finding?.examples.length, `found ${findings.map((one) => one.invariant).join(', ')}`).toBeGreaterThan(0);
  });

  it('fails under a role that row security filters', async () => {
    const role = `auditor_${process.pid}`;
    await database.pool.query(`create role ${role} login; grant select on all tables in schema public to ${role}`);
    await database.pool.query('alter table posting enable row level security');
    const filtered = openDatabase({ url: url.replace('postgres@', `${role}@`) }, { size: 1 });
    await filtered.pool.query(`set role ${role}`);
    await expect(auditBooks(filtered)).rejects.toMatchObject({ code: '42501' });
    await filtered.close();
    await database.pool.query(`drop owned by ${role}; drop role ${role}`);
  });
});
