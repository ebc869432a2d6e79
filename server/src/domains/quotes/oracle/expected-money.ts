// The money beside the lines, told again from the printed lines alone: taxes by document, grants, balance, debt, and what waits to be collected.
import { add, divide, fromInteger, multiply, ONE, type Rational } from '../../../kernel/money/rational.ts';
import { type AnswerReader, answerReader, RAISED } from './answer-cells.ts';
import { shareOut } from './bound-amounts.ts';
import { roundingOf } from './expectation.ts';
import { decimal, minorOf, minorText, roundMinor } from './plain-number.ts';
import type { AnswerInvoice, GrantShape, QuoteAnswer, QuoteDocument } from './quote-shape.ts';
import { type WallClock, wallClock } from './wall-clock.ts';

interface Rate {
  readonly name: string;
  readonly percent: string;
}

/** What a line, or a part of an adjustment, bills under one treatment. */
interface TaxedPart {
  readonly name: string;
  readonly category: string;
  readonly rates: readonly Rate[];
  readonly amount: bigint;
  reduced: bigint;
}

const sum = (amounts: readonly bigint[]) => amounts.reduce((total, amount) => total + amount, 0n);
const least = (a: bigint, b: bigint) => (a < b ? a : b);

/** The first thing that is not as the rules say; null where all is. */
export function checkMoney(document: QuoteDocument, answer: QuoteAnswer): string | null {
  return new Account(document, answer).tell();
}

class Account {
  private readonly document: QuoteDocument;
  private readonly answer: QuoteAnswer;
  private readonly reader: AnswerReader;
  private readonly clock: WallClock;
  private readonly digits: number;
  /** Lines of several runs are printed together, each kind on its document: not in the order of their cells. Such lives have one rate. */
  private readonly waits: boolean;
  private readonly grants: { grant: GrantShape; at: number; expires: number; left: bigint }[];
  private readonly payments: { at: number; amount: bigint }[];
  private readonly billed = new Map<string, { rates: readonly Rate[]; amount: bigint }[]>();
  private readonly debts: bigint[] = [];
  private balance: bigint;

  constructor(document: QuoteDocument, answer: QuoteAnswer) {
    this.document = document;
    this.answer = answer;
    this.reader = answerReader(document, answer);
    this.clock = wallClock(document.account.timezone ?? 'UTC');
    this.digits = document.account.digits ?? 2;
    this.waits = document.account.minimum?.carry === 'lines';
    this.balance = minorOf(document.account.balance ?? '0', this.digits);
    this.grants = (document.account.grants ?? [])
      .map((grant) => ({
        grant,
        at: this.clock.read(grant.at),
        expires: grant.expires ? this.clock.read(grant.expires) : Number.POSITIVE_INFINITY,
        left: minorOf(grant.amount, this.digits),
      }))
      .sort((a, b) => (a.grant.priority ?? 50) - (b.grant.priority ?? 50) || compareNumbers(a.expires, b.expires) || a.at - b.at);
    this.payments = (document.payments ?? [])
      .map(({ at, amount }) => ({ at: this.clock.read(at), amount: minorOf(amount, this.digits) }))
      .sort((a, b) => a.at - b.at);
  }

  tell(): string | null {
    for (const run of this.document.runs) {
      const end = this.clock.startOfDay(this.clock.readDay(run) + 1);
      this.takePayments(end);
      for (const invoice of this.answer.invoices.filter((one) => one.run === run)) {
        const wrong = this.checkInvoice(invoice, end - 1);
        if (wrong !== null) return `${invoice.kind} of ${run}: ${wrong}`;
      }
    }
    this.takePayments(Number.POSITIVE_INFINITY);
    const ends = [
      this.text(sum(this.debts)),
      this.text(this.balance),
      ...this.grants.map(({ grant, left }) => `${grant.id} ${this.text(left)}`).sort(),
    ];
    const said = [this.answer.owed, this.answer.balance, ...this.answer.grants.map(({ id, left }) => `${id} ${left}`).sort()];
    return ends.join(', ') === said.join(', ') ? null : `in the end ${said.join(', ')}, expected ${ends.join(', ')}`;
  }

  private text(minor: bigint): string {
    return minorText(minor, this.digits);
  }

  private takePayments(before: number): void {
    while (this.payments.length > 0 && this.payments[0]!.at < before) this.takeMoney(this.payments.shift()!.amount);
  }

  /** Oldest debt first. Answers what went to the balance. */
  private takeMoney(amount: bigint): bigint {
    let left = amount;
    this.debts.forEach((debt, index) => {
      const paid = least(debt, left);
      this.debts[index] = debt - paid;
      left -= paid;
    });
    this.balance += left;
    return left;
  }

  private checkInvoice(invoice: AnswerInvoice, at: number): string | null {
    const parts = this.partsOf(invoice);
    if (typeof parts === 'string') return parts;
    const applied = invoice.kind === 'invoice' ? this.reduce(parts, at) : [];
    const wrongTax = this.checkTaxes(invoice, parts);
    if (wrongTax !== null) return wrongTax;
    const total = minorOf(invoice.total, this.digits);
    let due = 0n;
    if (total < 0n) {
      const toBalance = this.takeMoney(-total);
      if (toBalance > 0n) applied.push(`balance ${this.text(-toBalance)}`);
    } else {
      due = this.pay(total, parts, at, applied);
      if (due > 0n) this.debts.push(due);
    }
    const said = invoice.applied.map((one) => `${one.grant ?? 'balance'} ${one.amount}`);
    if (said.join(', ') !== applied.join(', ')) return `applied ${said.join(', ')}, expected ${applied.join(', ')}`;
    if (minorOf(invoice.due, this.digits) !== due) return `due ${invoice.due}, expected ${this.text(due)}`;
    const { amount = '0', carry = 'collection' } = this.document.account.minimum ?? {};
    const waits = carry === 'collection' && due > 0n && sum(this.debts) < minorOf(amount, this.digits);
    return waits === (invoice.collection === 'carried') ? null : `collection ${waits ? 'waits' : 'does not wait'}`;
  }

  /** A charge at the rates of the day, a credit at those it was charged with last: of one run the credits come first. */
  private partsOf(invoice: AnswerInvoice): TaxedPart[] | string {
    const day = this.clock.readDay(invoice.run);
    const billed = invoice.lines.flatMap((line) => {
      const cells = this.reader.linesOf(line);
      const own = { category: line.tax, rates: this.ratesOn(line.tax, day) };
      if (cells.length === 0) return [{ ...own, key: RAISED, name: RAISED, amount: minorOf(line.amount, this.digits) }];
      return cells.map(({ key, netMinor }, index) => {
        return { ...own, key, name: line.adjusts?.[index]?.component ?? line.component ?? '', amount: netMinor };
      });
    });
    const parts = billed.map((one): TaxedPart => this.part(one.name, one.category, one.rates, one.amount));
    for (const credits of [true, false]) {
      for (const [index, { key, rates, amount }] of billed.entries()) {
        if (amount < 0n !== credits || this.waits) continue;
        const taken = amount < 0n ? this.takeBack(key, amount) : null;
        if (taken === 'too much') return `a credit of ${this.text(amount)} is more than was billed last at one rate`;
        if (taken === null) this.put(key, rates, amount);
        else parts[index] = { ...parts[index]!, rates: taken };
      }
    }
    return parts;
  }

  private put(key: string, rates: readonly Rate[], amount: bigint): void {
    const stack = this.billed.get(key) ?? [];
    this.billed.set(key, stack);
    const last = stack.at(-1);
    if (last && JSON.stringify(last.rates) === JSON.stringify(rates)) last.amount += amount;
    else stack.push({ rates, amount });
  }

  /** The rates that a credit gives back; null where nothing was billed that it could. */
  private takeBack(key: string, amount: bigint): readonly Rate[] | 'too much' | null {
    const newest = this.billed.get(key)?.findLast((bucket) => bucket.amount > 0n);
    if (newest === undefined) return null;
    if (newest.amount < -amount) return 'too much';
    newest.amount += amount;
    return newest.rates;
  }

  private part(name: string, category: string, rates: readonly Rate[], amount: bigint): TaxedPart {
    return { name, category, rates, amount, reduced: amount };
  }

  private ratesOn(category: string, day: number): Rate[] {
    const entries = this.document.account.taxes?.[category] ?? [];
    return [...new Set(entries.map(({ name }) => name))].flatMap((name) => {
      const begun = entries.filter((entry) => entry.name === name && (entry.from === undefined || this.clock.readDay(entry.from) <= day));
      const from = (entry: { from?: string }) => (entry.from === undefined ? Number.NEGATIVE_INFINITY : this.clock.readDay(entry.from));
      const latest = begun.reduce<(typeof begun)[number] | null>(
        (best, one) => (best === null || from(one) >= from(best) ? one : best),
        null,
      );
      return latest ? [{ name, percent: latest.percent }] : [];
    });
  }

  /** Grants of kind discount lower the lines; answers what they gave. */
  private reduce(parts: readonly TaxedPart[], at: number): string[] {
    const applied: string[] = [];
    const treatments = new Set(parts.map(({ category, rates }) => JSON.stringify([category, rates])));
    if (treatments.size > 1 && parts.some(({ amount }) => amount < 0n)) return applied;
    for (const one of this.usable(at, true)) {
      const open = parts.map((part) => (isInScope(one.grant, part) && part.reduced > 0n ? part.reduced : 0n));
      const amount = least(least(one.left, sum(open)), sum(parts.map(({ reduced }) => reduced)));
      if (amount <= 0n) continue;
      shareOut(amount, open).forEach((share, index) => {
        parts[index]!.reduced -= share;
      });
      one.left -= amount;
      applied.push(`${one.grant.id} ${this.text(amount)}`);
    }
    return applied;
  }

  private pay(total: bigint, parts: readonly TaxedPart[], at: number, applied: string[]): bigint {
    let due = total;
    for (const one of this.usable(at, false)) {
      const inScope = one.grant.scope ? sum(parts.filter((part) => isInScope(one.grant, part)).map(({ amount }) => amount)) : due;
      const amount = least(one.left, least(due, inScope));
      if (amount <= 0n) continue;
      one.left -= amount;
      due -= amount;
      applied.push(`${one.grant.id} ${this.text(amount)}`);
    }
    const fromBalance = least(this.balance, due);
    if (fromBalance <= 0n) return due;
    this.balance -= fromBalance;
    applied.push(`balance ${this.text(fromBalance)}`);
    return due - fromBalance;
  }

  private usable(at: number, discounts: boolean) {
    return this.grants.filter(
      ({ grant, at: from, expires }) => ((grant.kind ?? 'discount') === 'discount') === discounts && from <= at && at < expires,
    );
  }

  private checkTaxes(invoice: AnswerInvoice, parts: readonly TaxedPart[]): string | null {
    const groups = new Map<string, TaxedPart[]>();
    for (const part of parts) {
      const key = JSON.stringify([part.category, part.rates]);
      groups.set(key, [...(groups.get(key) ?? []), part]);
    }
    const expected: string[] = [];
    let net = 0n;
    for (const group of groups.values()) {
      const { base, taxes } = this.taxOf(group);
      net += base;
      group[0]!.rates.forEach((rate, index) => {
        if (base !== 0n || taxes[index] !== 0n)
          expected.push(`${group[0]!.category} ${rate.name} ${rate.percent} % of ${this.text(base)}: ${this.text(taxes[index]!)}`);
      });
    }
    const zero = this.text(0n);
    const said = invoice.taxes
      .filter(({ base, amount }) => base !== zero || amount !== zero)
      .map((tax) => `${tax.category} ${tax.name} ${tax.percent} % of ${tax.base}: ${tax.amount}`);
    if (said.sort().join('; ') !== expected.sort().join('; ')) return `taxes ${said.join('; ')}, expected ${expected.join('; ')}`;
    return minorOf(invoice.net, this.digits) === net ? null : `net ${invoice.net}, expected ${this.text(net)}`;
  }

  private taxOf(group: readonly TaxedPart[]): { base: bigint; taxes: bigint[] } {
    const { taxRounding = 'document', taxInclusive = false } = this.document.account;
    const { mode } = roundingOf(this.document);
    const { rates } = group[0]!;
    const amounts = taxRounding === 'line' ? group.map(({ reduced }) => reduced) : [sum(group.map(({ reduced }) => reduced))];
    const part = (percent: string): Rational => divide(decimal(percent), fromInteger(100));
    const whole = rates.map(({ percent }) => part(percent)).reduce(add, ONE);
    const taxes = rates.map(() => 0n);
    let base = 0n;
    for (const amount of amounts) {
      const own = taxInclusive ? roundMinor(divide(fromInteger(amount), whole), 0, mode) : amount;
      base += own;
      const inside = taxInclusive && rates.length > 0 ? splitByPercent(amount - own, rates) : [];
      rates.forEach(({ percent }, index) => {
        taxes[index]! += taxInclusive ? inside[index]! : roundMinor(multiply(fromInteger(own), part(percent)), 0, mode);
      });
    }
    return { base, taxes };
  }
}

function splitByPercent(tax: bigint, rates: readonly Rate[]): bigint[] {
  if (tax === 0n) return rates.map(() => 0n);
  const weights = rates.map(({ percent }) => minorOf(percent, 6));
  return tax < 0n ? shareOut(-tax, weights).map((share) => -share) : shareOut(tax, weights);
}

function compareNumbers(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

const isInScope = (grant: GrantShape, part: TaxedPart) => !grant.scope || grant.scope.includes(part.name);
