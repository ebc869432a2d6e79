// From decisions to rows: documents with ids, lines, cells, steps, postings, balances. Nothing is written here.
import { assert } from '../../kernel/assert.ts';
import type { Day } from '../../kernel/calendar/civil.ts';
import type { Settings } from '../accounts/index.ts';
import {
  type BalanceChange,
  documentPostings,
  type IssuedDocument,
  type Journal,
  movement,
  type NetPart,
  type NewReceivable,
  type OpenInvoice,
  settle,
} from '../ledger/index.ts';
import { type CellStep, cellId, type RatedLine } from '../rating/index.ts';
import type { ComposedDocument } from './core/compose-documents.ts';
import type { DecidedAccount, DecidedDay } from './decide-account.ts';
import { type Batch, standingOf } from './load-accounts.ts';
import type { CellToWrite, StepToWrite } from './register-store.ts';

export interface PlannedLine {
  readonly line: RatedLine;
  readonly cellId: bigint;
  readonly sequence: number;
  readonly netMinor: bigint;
}

export interface PlannedDocument {
  readonly id: bigint;
  readonly account: DecidedAccount;
  /** Of the billing day. */
  readonly settings: Settings;
  readonly billedOn: Day;
  readonly issuedOn: Day;
  readonly dueOn: Day;
  readonly composed: ComposedDocument;
  readonly lines: readonly PlannedLine[];
  /** Invoices that a credit note takes back from. */
  readonly corrects: readonly bigint[];
  /** Above zero: the balance paid it. Below: it went to the balance. */
  fromBalanceMinor: bigint;
}

export interface PlannedBatch {
  readonly documents: readonly PlannedDocument[];
  readonly steps: readonly StepToWrite[];
  readonly cells: readonly CellToWrite[];
  readonly journals: readonly Journal[];
  readonly receivables: readonly NewReceivable[];
  readonly settled: readonly { readonly invoiceId: bigint; readonly openMinor: bigint }[];
  readonly balances: readonly BalanceChange[];
}

/** How many ids planning takes at most. */
export function idsNeeded(accounts: readonly DecidedAccount[]): number {
  let count = 0;
  for (const { days } of accounts) for (const day of days) count += day.steps.length + day.documents.length;
  return count;
}

export function planBatch(
  batch: Batch,
  accounts: readonly DecidedAccount[],
  openOf: ReadonlyMap<string, readonly OpenInvoice[]>,
  issuedOn: Day,
  nextId: () => bigint,
): PlannedBatch {
  const plan = new BatchPlan(batch, issuedOn, nextId);
  for (const account of accounts) plan.add(account, openOf.get(standingOf(account.work.account)) ?? []);
  return plan;
}

class BatchPlan implements PlannedBatch {
  readonly documents: PlannedDocument[] = [];
  readonly steps: StepToWrite[] = [];
  readonly cells: CellToWrite[] = [];
  readonly journals: Journal[] = [];
  readonly receivables: NewReceivable[] = [];
  readonly settled: { invoiceId: bigint; openMinor: bigint }[] = [];
  readonly balances: BalanceChange[] = [];
  private readonly batch: Batch;
  private readonly issuedOn: Day;
  private readonly nextId: () => bigint;

  constructor(batch: Batch, issuedOn: Day, nextId: () => bigint) {
    this.batch = batch;
    this.issuedOn = issuedOn;
    this.nextId = nextId;
  }

  add(account: DecidedAccount, open: readonly OpenInvoice[]): void {
    const cells = new Map<string, CellToWrite>();
    const documents: PlannedDocument[] = [];
    for (const day of account.days) documents.push(...this.addDay(account, day, cells));
    this.cells.push(...cells.values());
    this.documents.push(...documents);
    this.settle(account, documents, open);
    for (const document of documents) this.post(document);
  }

  private addDay(account: DecidedAccount, day: DecidedDay, cells: Map<string, CellToWrite>): PlannedDocument[] {
    const places = new Map<string, { id: bigint; sequence: number; before: bigint | null; step: CellStep }>();
    for (const step of day.steps) {
      const key = cellId(step.after);
      const known = cells.get(key) ?? account.work.register.get(key);
      places.set(key, { id: known?.id ?? this.nextId(), sequence: step.after.sequence, before: known?.invoiceId ?? null, step });
    }
    const chargedBy = new Map<string, bigint>();
    const documents = day.documents.map((composed) => {
      const id = this.nextId();
      const corrects = new Set<bigint>();
      const lines = composed.lines.map((line, index): PlannedLine => {
        const key = cellId(line.key);
        const place = places.get(key);
        assert(place !== undefined, 'a line belongs to a step of its day');
        if (composed.kind === 'invoice' || !chargedBy.has(key)) chargedBy.set(key, id);
        if (line.amountMinor < 0n && place.before !== null) corrects.add(place.before);
        return { line, cellId: place.id, sequence: place.sequence, netMinor: composed.netLinesMinor[index]! };
      });
      return this.document(account, day, composed, id, lines, [...corrects]);
    });
    for (const [key, place] of places) this.addCell(account, key, place, chargedBy.get(key) ?? null, cells);
    return documents;
  }

  private document(
    account: DecidedAccount,
    { day: billedOn, settings }: DecidedDay,
    composed: ComposedDocument,
    id: bigint,
    lines: readonly PlannedLine[],
    corrects: readonly bigint[],
  ): PlannedDocument {
    const dueOn = this.issuedOn + settings.paymentTermDays;
    const ofCredit = composed.kind === 'credit_note' ? corrects : [];
    return { id, account, settings, billedOn, issuedOn: this.issuedOn, dueOn, composed, lines, corrects: ofCredit, fromBalanceMinor: 0n };
  }

  private addCell(
    account: DecidedAccount,
    key: string,
    place: { id: bigint; before: bigint | null; step: CellStep },
    invoiceId: bigint | null,
    cells: Map<string, CellToWrite>,
  ): void {
    const { step } = place;
    const { after } = step;
    const { currency } = account.work.account;
    const known = cells.get(key) ?? account.work.register.get(key);
    const isCharge = step.amountMinor > 0n || place.before === null;
    this.steps.push({
      cellId: place.id,
      sequence: after.sequence,
      currency,
      beforeMinor: step.beforeMinor,
      amountMinor: step.amountMinor,
      grossAmountMinor: after.grossMinor - (known?.cell.grossMinor ?? 0n),
      mayBeNegative: after.kind === 'extra_item',
      invoiceId,
    });
    cells.set(key, {
      id: place.id,
      subjectId: known?.subjectId ?? this.subjectId(account, step),
      subscriptionId: known?.subscriptionId ?? this.subscriptionId(account, after.subscription),
      invoiceId: isCharge ? (invoiceId ?? place.before) : place.before,
      cell: after,
      accountId: account.work.account.id,
      currency,
      isNew: account.work.register.get(key) === undefined,
    });
  }

  private subscriptionId(account: DecidedAccount, externalId: string | null): bigint | null {
    if (externalId === null) return null;
    const found = account.work.subscriptions.find((one) => one.row.externalId === externalId);
    assert(found !== undefined, `a step of the subscription ${externalId} that was not loaded`);
    return found.row.id;
  }

  private subjectId(account: DecidedAccount, { after }: CellStep): bigint {
    if (after.kind === 'extra_item') {
      const item = account.work.items.find((one) => one.externalId === after.ref);
      assert(item !== undefined, `a step of the item ${after.ref} that was not loaded`);
      return item.id;
    }
    const found = subjectsOf(this.batch).get(after.ref);
    assert(found !== undefined, `a step of ${after.ref} that the catalog does not have`);
    return found;
  }

  private settle(account: DecidedAccount, documents: readonly PlannedDocument[], open: readonly OpenInvoice[]): void {
    if (documents.length === 0) return;
    const issued = documents.map((document): IssuedDocument => {
      return { id: document.id, totalMinor: document.composed.totalMinor, corrects: document.corrects };
    });
    const result = settle(open, account.work.balanceMinor, issued);
    const { id: accountId, currency } = account.work.account;
    let receivableMinor = 0n;
    for (const document of documents) {
      document.fromBalanceMinor = result.fromBalance.get(document.id) ?? 0n;
      receivableMinor += document.composed.totalMinor - document.fromBalanceMinor;
      if (document.composed.kind !== 'invoice') continue;
      const openMinor = result.open.get(document.id) ?? 0n;
      this.receivables.push({
        sellerId: this.batch.seller.id,
        invoiceId: document.id,
        accountId,
        currency,
        dueOn: document.dueOn,
        openMinor,
      });
    }
    for (const { id } of open) {
      const openMinor = result.open.get(id);
      if (openMinor !== undefined) this.settled.push({ invoiceId: id, openMinor });
    }
    const balanceMinor = result.balanceMinor - account.work.balanceMinor;
    if (receivableMinor !== 0n || balanceMinor !== 0n) {
      this.balances.push({ sellerId: this.batch.seller.id, accountId, currency, receivableMinor, balanceMinor });
    }
  }

  private post(document: PlannedDocument): void {
    const { composed, account } = document;
    const book = this.batch.seller.id;
    const { currency, id: accountId } = account.work.account;
    const { zone } = account.work;
    const inAdvance = new Set(account.days.find((day) => day.day === document.billedOn)?.steps.flatMap(advanceKey));
    const parts = document.lines.map(({ line, netMinor }): NetPart => {
      const dayOf = (bound: number): Day => (line.instants ? zone.dayOf(bound) : bound);
      const to = line.instants ? zone.dayOf(line.to - 1) + 1 : line.to;
      return { amountMinor: netMinor, inAdvance: line.key.window !== null && inAdvance.has(cellId(line.key)), from: dayOf(line.from), to };
    });
    const entries = documentPostings({ book, currency, postedOn: document.issuedOn, parts, taxMinor: composed.taxMinor }).map(
      (posting) => ({
        cause: composed.kind,
        posting,
      }),
    );
    const settlement = movement(book, currency, 'customer_balance', 'receivable', document.fromBalanceMinor).map((posting) => ({
      cause: 'settlement' as const,
      posting,
    }));
    this.journals.push({ id: document.id, postedOn: document.issuedOn, accountId, entries: [...entries, ...settlement] });
  }
}

function advanceKey(step: CellStep): string[] {
  return step.inAdvance ? [cellId(step.after)] : [];
}

const subjectMaps = new WeakMap<Batch, Map<string, bigint>>();

/** Ids of what the catalog sells, by ref. */
export function subjectsOf(batch: Batch): ReadonlyMap<string, bigint> {
  let map = subjectMaps.get(batch);
  if (map === undefined) {
    map = new Map();
    for (const plan of batch.catalog.values()) {
      map.set(`${plan.plan.key}/commitment`, plan.id);
      for (const component of plan.components) map.set(component.component.ref, component.id);
    }
    subjectMaps.set(batch, map);
  }
  return map;
}
