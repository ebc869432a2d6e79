// The money beside the invoices: balance, grants, open debt, and what each document and payment does to them.
import type { RatedLine } from '../../rating/core/engine.ts';
import { isSameTreatment } from '../../tax/core/tax-table.ts';
import { spreadOverLines } from './compose-documents.ts';

export interface Grant {
  readonly id: string;
  readonly at: number;
  /** Lower is spent first. */
  readonly priority: number;
  readonly expires: number | null;
  /** Extra items and component refs it may pay; null is all. */
  readonly scope: readonly string[] | null;
  readonly kind: 'discount' | 'voucher' | 'compensation';
  leftMinor: bigint;
}

export type Applied = { readonly grant: string; readonly amountMinor: bigint } | { readonly balance: true; readonly amountMinor: bigint };

/** Balances of one account while a story is told: invoices draw on grants, then on the balance; money pays the oldest debt first. */
export class PersonalAccount {
  balanceMinor: bigint;
  readonly grants: readonly Grant[];
  private readonly open: { dueMinor: bigint }[] = [];

  constructor(balanceMinor: bigint, grants: readonly Grant[]) {
    this.balanceMinor = balanceMinor;
    this.grants = [...grants].sort((a, b) => a.priority - b.priority || (a.expires ?? Infinity) - (b.expires ?? Infinity) || a.at - b.at);
  }

  get owedMinor(): bigint {
    return this.open.reduce((sum, invoice) => sum + invoice.dueMinor, 0n);
  }

  /** What grants of kind discount take off each line before tax, and the draws. */
  reduceTaxable(lines: readonly RatedLine[], at: number): { reductions: bigint[]; applied: Applied[] } {
    const left = lines.map((line) => (line.amountMinor > 0n ? line.amountMinor : 0n));
    const reductions = lines.map(() => 0n);
    const applied: Applied[] = [];
    let room = reducible(lines);
    for (const grant of this.usable(at, (kind) => kind === 'discount')) {
      const inScope = lines.map((line, index) => (isInScope(grant, line) ? left[index]! : 0n));
      const amountMinor = least(room, least(grant.leftMinor, sumOf(inScope)));
      if (amountMinor <= 0n) continue;
      room -= amountMinor;
      spreadOverLines(amountMinor, inScope).forEach((part, index) => {
        left[index]! -= part;
        reductions[index]! += part;
      });
      grant.leftMinor -= amountMinor;
      applied.push({ grant: grant.id, amountMinor });
    }
    return { reductions, applied };
  }

  /** An issued invoice: vouchers and compensation, then the balance; the rest is owed. Returns what was applied and what is due. */
  takeInvoice(totalMinor: bigint, lines: readonly RatedLine[], at: number): { applied: Applied[]; dueMinor: bigint } {
    let due = totalMinor;
    const applied: Applied[] = [];
    for (const grant of this.usable(at, (kind) => kind !== 'discount')) {
      const inScope =
        grant.scope === null ? due : least(due, sumOf(lines.filter((line) => isInScope(grant, line)).map((line) => line.amountMinor)));
      const amountMinor = least(grant.leftMinor, inScope);
      if (amountMinor <= 0n) continue;
      grant.leftMinor -= amountMinor;
      due -= amountMinor;
      applied.push({ grant: grant.id, amountMinor });
    }
    const fromBalance = least(this.balanceMinor, due);
    if (fromBalance > 0n) {
      this.balanceMinor -= fromBalance;
      due -= fromBalance;
      applied.push({ balance: true, amountMinor: fromBalance });
    }
    if (due > 0n) this.open.push({ dueMinor: due });
    return { applied, dueMinor: due };
  }

  /** Money or a credit note: debt first, oldest first, the rest to the balance. Returns what went to the balance. */
  takeMoney(amountMinor: bigint): bigint {
    let left = amountMinor;
    for (const invoice of this.open) {
      const paid = least(invoice.dueMinor, left);
      invoice.dueMinor -= paid;
      left -= paid;
    }
    this.balanceMinor += left;
    return left;
  }

  private usable(at: number, isKind: (kind: Grant['kind']) => boolean): Grant[] {
    return this.grants.filter(
      (grant) => isKind(grant.kind) && grant.leftMinor > 0n && grant.at <= at && (grant.expires === null || at < grant.expires),
    );
  }
}

/** Credits on the same invoice leave less to lower; where they are taxed otherwise, lowering the rest could turn its total. */
function reducible(lines: readonly RatedLine[]): bigint {
  const hasCredits = lines.some((line) => line.amountMinor < 0n);
  if (hasCredits && lines.some((line) => !isSameTreatment(line.treatment, lines[0]!.treatment))) return 0n;
  return sumOf(lines.map((line) => line.amountMinor));
}

const isInScope = (grant: Grant, line: RatedLine): boolean => grant.scope === null || grant.scope.includes(line.key.ref);
const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);
const sumOf = (amounts: readonly bigint[]): bigint => amounts.reduce((sum, amount) => sum + amount, 0n);
