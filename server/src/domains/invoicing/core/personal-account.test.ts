// Documents of a run, and what they, grants and payments do to an account's balance and debt.
import { describe, expect, it } from 'vitest';
import { ONE } from '../../../kernel/money/rational.ts';
import { decimal } from '../../../testing/facts.ts';
import type { RatedLine } from '../../rating/core/engine.ts';
import type { TaxTreatment } from '../../tax/core/tax-table.ts';
import { composeDocuments, spreadOverLines } from './compose-documents.ts';
import { type Grant, PersonalAccount } from './personal-account.ts';

const untaxed: TaxTreatment = { category: 'standard', rates: [] };
const vat = (percent: string): TaxTreatment => ({
  category: 'standard',
  rates: [{ name: 'VAT', percent: decimal(percent), fromDay: null }],
});

function line(amountMinor: bigint, ref = 'P/seat', treatment = untaxed): RatedLine {
  return {
    key: { subscription: 's', ref, item: null, window: null },
    amountMinor,
    exact: { n: amountMinor, d: 100n },
    fraction: ONE,
    treatment,
  } as RatedLine;
}

describe('documents of a run', () => {
  const tax = { rounding: 'document', inclusive: false, mode: 'half_up' } as const;
  const composed = (corrections: 'credit_note' | 'lines', ...lines: RatedLine[]): string[] =>
    composeDocuments(lines, { corrections, tax }).map((one) => `${one.kind} ${one.netMinor}+${one.taxMinor}=${one.totalMinor}`);

  it.each<readonly [string, 'credit_note' | 'lines', readonly RatedLine[], readonly string[]]>([
    ['are none for nothing', 'credit_note', [], []],
    ['are one invoice for charges', 'credit_note', [line(500n), line(100n)], ['invoice 600+0=600']],
    ['give credits a note of their own, first', 'credit_note', [line(500n), line(-100n)], ['credit_note -100+0=-100', 'invoice 500+0=500']],
    ['or lines on the invoice', 'lines', [line(500n), line(-100n)], ['invoice 400+0=400']],
    ['which is a credit note when it is below zero', 'lines', [line(100n), line(-500n)], ['credit_note -400+0=-400']],
    ['and an invoice at zero', 'lines', [line(100n), line(-100n)], ['invoice 0+0=0']],
    [
      'count a credit that rounds to nothing as a credit',
      'credit_note',
      [{ ...line(0n), exact: { n: -1n, d: 1000n } }],
      ['credit_note 0+0=0'],
    ],
    [
      'tax old and new rates apart',
      'lines',
      [line(-1000n, 'P/seat', vat('19')), line(2000n, 'P/seat', vat('21'))],
      ['invoice 1000+230=1230'],
    ],
    ['tax a credit with what it was charged', 'credit_note', [line(-1000n, 'P/seat', vat('19'))], ['credit_note -1000+-190=-1190']],
  ])('%s', (_, corrections, lines, expected) => {
    expect(composed(corrections, ...lines)).toEqual(expected);
  });

  it('spread an amount over the lines it may reduce, to the cent', () => {
    expect(spreadOverLines(100n, [100n, 100n, 100n])).toEqual([34n, 33n, 33n]);
    expect(spreadOverLines(100n, [300n, -500n, 100n])).toEqual([75n, 0n, 25n]);
  });

  it('are reduced before tax where a grant says so', () => {
    const [one] = composeDocuments([line(1000n, 'P/seat', vat('20'))], { corrections: 'credit_note', tax }, () => [400n]);
    expect([one!.netMinor, one!.taxMinor, one!.totalMinor, one!.netLinesMinor]).toEqual([600n, 120n, 720n, [600n]]);
  });
});

describe('an invoice with credits on it', () => {
  const tax = { rounding: 'document', inclusive: false, mode: 'half_up' } as const;
  const told = (...lines: RatedLine[]): string[] => {
    const account = new PersonalAccount(0n, [
      { id: 'g', at: 0, priority: 50, expires: null, scope: null, kind: 'discount', leftMinor: 1000n },
    ]);
    return composeDocuments(lines, { corrections: 'lines', tax }, (taxable) => account.reduceTaxable(taxable, 1).reductions).map(
      (one) => `${one.kind} ${one.netMinor}+${one.taxMinor}=${one.totalMinor}, left ${account.grants[0]!.leftMinor}`,
    );
  };
  it.each<readonly [string, readonly RatedLine[], string]>([
    ['is lowered to nothing at most', [line(300n), line(-100n)], 'invoice 0+0=0, left 800'],
    ['is not lowered where it is a credit note', [line(100n), line(-300n)], 'credit_note -200+0=-200, left 1000'],
    ['is not lowered where they are taxed otherwise', [line(300n, 'a', vat('20')), line(-100n, 'b')], 'invoice 200+60=260, left 1000'],
    [
      'is a credit note where its total is below zero, though its lines are not',
      [line(100n, 'a'), line(-90n, 'b', vat('20'))],
      'credit_note 10+-18=-8, left 1000',
    ],
    [
      'is an invoice where its total is not, though its lines are',
      [line(-100n, 'a'), line(90n, 'b', vat('20'))],
      'invoice -10+18=8, left 1000',
    ],
  ])('%s', (_, lines, expected) => {
    expect(told(...lines)).toEqual([expected]);
  });
});

describe('an account', () => {
  const grant = (id: string, more: Partial<Grant> = {}): Grant => ({
    id,
    at: 0,
    priority: 50,
    expires: null,
    scope: null,
    kind: 'voucher',
    leftMinor: 400n,
    ...more,
  });
  const applied = (account: PersonalAccount, total: bigint, lines = [line(total)], at = 10): string => {
    const taken = account.takeInvoice(total, lines, at);
    return [...taken.applied.map((one) => `${'grant' in one ? one.grant : 'balance'} ${one.amountMinor}`), `due ${taken.dueMinor}`].join(
      ', ',
    );
  };

  it.each<readonly [string, bigint, readonly Grant[], bigint, string]>([
    ['owes what nothing pays', 0n, [], 1000n, 'due 1000'],
    ['pays from its balance', 300n, [], 1000n, 'balance 300, due 700'],
    ['keeps what is left of the balance', 3000n, [], 1000n, 'balance 1000, due 0'],
    ['spends grants before the balance', 300n, [grant('g')], 1000n, 'g 400, balance 300, due 300'],
    ['by priority', 0n, [grant('a'), grant('b', { priority: 1 })], 500n, 'b 400, a 100, due 0'],
    [
      'then by expiry',
      0n,
      [grant('never'), grant('late', { expires: 90 }), grant('soon', { expires: 20 })],
      1300n,
      'soon 400, late 400, never 400, due 100',
    ],
    ['then by age', 0n, [grant('new', { at: 5 }), grant('old', { at: 1 })], 500n, 'old 400, new 100, due 0'],
    [
      'not before they begin, nor once they have expired',
      0n,
      [grant('later', { at: 11 }), grant('over', { expires: 10 })],
      500n,
      'due 500',
    ],
    ['nor grants that lower the taxable amount', 0n, [grant('g', { kind: 'discount' })], 500n, 'due 500'],
    ['compensation as vouchers', 0n, [grant('g', { kind: 'compensation' })], 500n, 'g 400, due 100'],
  ])('%s', (_, balance, grants, total, expected) => {
    expect(applied(new PersonalAccount(balance, grants), total)).toBe(expected);
  });

  it('keeps a grant to its scope', () => {
    const account = new PersonalAccount(0n, [grant('g', { scope: ['x'] })]);
    expect(applied(account, 1000n, [line(900n), line(100n, 'x')])).toBe('g 100, due 900');
    expect(account.grants[0]!.leftMinor).toBe(300n);
  });

  it('lowers the taxable amount of lines in scope, in proportion', () => {
    const account = new PersonalAccount(0n, [grant('g', { kind: 'discount', leftMinor: 100n, scope: ['x', 'y'] })]);
    const { reductions, applied: draws } = account.reduceTaxable([line(900n), line(300n, 'x'), line(100n, 'y'), line(-50n, 'x')], 10);
    expect(reductions).toEqual([0n, 75n, 25n, 0n]);
    expect(draws).toEqual([{ grant: 'g', amountMinor: 100n }]);
  });

  it('pays its oldest debt first, and keeps the rest', () => {
    const account = new PersonalAccount(0n, []);
    applied(account, 300n);
    applied(account, 500n);
    expect(account.takeMoney(400n)).toBe(0n);
    expect(account.owedMinor).toBe(400n);
    expect(account.takeMoney(1000n)).toBe(600n);
    expect([account.owedMinor, account.balanceMinor]).toEqual([0n, 600n]);
  });
});
