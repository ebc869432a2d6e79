// A real month of three clouds' bills: what is billed and what is refused add up to what the clouds charged, account by account.
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import { beforeAll, describe, expect, it } from 'vitest';
import { parseDecimal } from '../../../kernel/money/decimal.ts';
import { absolute, add, compare, formatExact, type Rational, rational, subtract, ZERO } from '../../../kernel/money/rational.ts';
import { chargeExactly, createMemoryImportTarget, type MemoryImportTarget } from '../../../testing/memory-import-target.ts';
import type { ImportReport } from './core/report.ts';
import { importFocusFile } from './import-file.ts';

const folder = process.env.PRORATA_TEST_DATA;
const path = join(folder ?? '', 'focus', 'focus_sample.csv');
const skipped = folder === undefined ? 'PRORATA_TEST_DATA is not set' : existsSync(path) ? null : `${path} is not there`;

/** Read without any of the import's code. */
async function listCostByAccount(): Promise<Map<string, Rational>> {
  const costs = new Map<string, Rational>();
  for await (const row of createReadStream(path).pipe(parse({ columns: true })) as AsyncIterable<Record<string, string>>) {
    costs.set(row.SubAccountId!, add(costs.get(row.SubAccountId!) ?? ZERO, parseDecimal(row.ListCost!)!));
  }
  return costs;
}

describe.skipIf(skipped !== null)(`the FOCUS sample${skipped === null ? '' : ` (skipped: ${skipped})`}`, () => {
  let target: MemoryImportTarget;
  let report: ImportReport;

  beforeAll(async () => {
    target = createMemoryImportTarget(null);
    report = await importFocusFile(path, target);
  });

  it('bills exactly what the clouds charged, per sub-account, refusals included', async () => {
    const charged = chargeExactly(target.books());
    const refused = new Map<string, Rational>();
    for (const { account, listCost } of target.books().refusals.values()) {
      refused.set(account!, add(refused.get(account!) ?? ZERO, parseDecimal(listCost!)!));
    }
    const expected = await listCostByAccount();
    expect(expected.size).toBe(73);
    for (const [account, cost] of expected) {
      const found = add(charged.get(account) ?? ZERO, refused.get(account) ?? ZERO);
      expect(
        compare(absolute(subtract(found, cost)), rational(1n, 1_000_000_000n)),
        `${account}: ${formatExact(found)}, not ${formatExact(cost)}`,
      ).toBe(-1);
    }
    expect([...charged.keys()].every((account) => expected.has(account))).toBe(true);
  });

  it('counts every row once', () => {
    expect(report).toMatchObject({ rows: 1000, accounts: 73, accountsMade: 73, currency: 'USD', providerMade: true, nothingNew: false });
    expect(report.events + report.items + report.refused).toBe(1000);
    expect(report.refusals).toHaveLength(report.refused);
    expect(report.bills.map(({ key, rows }) => `${key}: ${rows}`)).toEqual([
      'AWS/1234567890123/2024-09-01: 942',
      'Oracle/20209880/2024-09-01: 6',
      'Oracle/20209880/2024-10-01: 1',
      'Microsoft//providers/Microsoft.Billing/billingAccounts/8611537/2024-09-01: 51',
    ]);
    expect(report.listCost).toBe('20.39090575119');
  });

  it('takes usage, credits and adjustments as they are, and refuses what does not multiply out', () => {
    expect(report).toMatchObject({ events: 557, items: 7, refused: 436, refusedListCost: '1.1123847679' });
    expect(report.refusedByCode).toEqual([{ code: 'focus.cost_mismatch', rows: 436, listCost: '1.1123847679' }]);
    const kinds = [...target.books().items.values()].map(({ kind, amount }) => `${kind} ${formatExact(amount)}`).sort();
    expect(kinds).toMatchInlineSnapshot(`
      [
        "adjustment 0",
        "adjustment 0",
        "credit -2.6137",
        "negative_usage -0.00000000603",
        "negative_usage -0.00000764078",
        "negative_usage -0.01288992",
        "negative_usage -0.149",
      ]
    `);
  });

  it('changes nothing the second time', async () => {
    const before = target.books();
    const again = await importFocusFile(path, target);
    expect(target.books()).toBe(before);
    expect(target.openTransactions()).toBe(0);
    expect(again).toMatchObject({ nothingNew: true, eventsMade: 0, itemsMade: 0, accountsMade: 0, rows: 1000, refused: report.refused });
  });
});
