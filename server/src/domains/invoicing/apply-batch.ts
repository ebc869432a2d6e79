// The third step of a run: everything planned is written by COPY in the transaction that claimed the accounts; numbers come last.
import { formatDay } from '../../kernel/calendar/civil.ts';
import { formatIdentifier } from '../../kernel/identifier.ts';
import { formatMinor } from '../../kernel/money/decimal.ts';
import { formatExact } from '../../kernel/money/rational.ts';
import { writeEvents } from '../../platform/events/index.ts';
import { declareFailpoints, failpoint } from '../../platform/failpoint.ts';
import { type CopyValue, copyInto } from '../../platform/postgres/copy.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { reserveIdentities, setBillingDates } from '../accounts/index.ts';
import { addBound } from '../discounts/index.ts';
import { changeBalances, insertJournals, insertReceivables, setOpen } from '../ledger/index.ts';
import { closeItems, setBilledThrough } from '../subscriptions/index.ts';
import type { DecidedAccount } from './decide-account.ts';
import { BatchWords } from './document-words.ts';
import { tell } from './events.ts';
import { buyerParty, freezeParties, sellerParty } from './frozen-parties.ts';
import { lineFacts } from './line-facts.ts';
import { type Batch, loadOpenOf } from './load-accounts.ts';
import { issueDay, numberDocuments } from './number-series.ts';
import { idsNeeded, type PlannedBatch, type PlannedDocument, planBatch } from './plan-batch.ts';
import { writeCells, writeSteps } from './register-store.ts';

declareFailpoints({
  'billing.documents_written': 'All rows of a batch but its numbers are written and not committed.',
  'billing.numbered': 'The numbers are written and not committed.',
});

export interface AppliedBatch {
  readonly documents: number;
  readonly lines: number;
}

export async function applyBatch(
  tx: Transaction,
  batch: Batch,
  accounts: readonly DecidedAccount[],
  run: { readonly id: bigint; readonly today: number; readonly now: number },
): Promise<AppliedBatch> {
  const { seller } = batch;
  const issuedOn = await issueDay(tx, seller.id, run.today);
  const nextId = await reserveIdentities(tx, idsNeeded(accounts) + 1);
  // The batch's subscriptions are locked: usage that takes a number from now on waits until this transaction has ended.
  const knownBelow = nextId();
  const open = await loadOpenOf(
    tx,
    seller.id,
    accounts.flatMap((account) => (hasCredits(account) ? [account.work] : [])),
  );
  const plan = planBatch(batch, accounts, open, issuedOn, nextId);
  await writeSteps(tx, seller.id, { runId: run.id, knownBelow }, plan.steps);
  await writeCells(tx, seller.id, plan.cells);
  const lines = await writeDocuments(tx, batch, plan, run.id);
  await insertReceivables(tx, plan.receivables);
  await setOpen(tx, seller.id, plan.settled);
  await changeBalances(tx, plan.balances);
  await insertJournals(tx, plan.journals);
  await finishAccounts(tx, seller.id, accounts);
  await announce(tx, seller.id, plan.documents, run.now);
  await failpoint('billing.documents_written', tx.client);
  await numberDocuments(
    tx,
    seller.id,
    plan.documents.map((document) => ({ id: document.id, kind: document.composed.kind })),
    issuedOn,
  );
  await failpoint('billing.numbered', tx.client);
  return { documents: plan.documents.length, lines };
}

function hasCredits(account: DecidedAccount): boolean {
  return account.days.some((day) => day.documents.some((document) => document.totalMinor < 0n));
}

const INVOICE_COLUMNS = [
  'seller_id',
  'id',
  'account_id',
  'run_id',
  'kind',
  'currency',
  'billed_on',
  'issued_on',
  'tax_point',
  'due_on',
  'net_minor',
  'tax_minor',
  'total_minor',
  'seller_party_id',
  'buyer_party_id',
  'facts',
];
const LINE_COLUMNS = [
  'seller_id',
  'invoice_id',
  'position',
  'cell_id',
  'sequence',
  'currency',
  'exact_amount',
  'gross_minor',
  'discount_minor',
  'amount_minor',
  'net_minor',
  'tax_category',
  'facts',
];
const TAX_COLUMNS = ['seller_id', 'invoice_id', 'position', 'category', 'name', 'percent', 'currency', 'base_minor', 'amount_minor'];

async function writeDocuments(tx: Transaction, batch: Batch, plan: PlannedBatch, runId: bigint): Promise<number> {
  if (plan.documents.length === 0) return 0;
  const words = new BatchWords(batch);
  const buyers = plan.documents.map((document) => buyerParty(document.account.work.account));
  const [sellerPartyId, ...buyerIds] = await freezeParties(tx, batch.seller.id, [sellerParty(batch.seller), ...buyers]);
  const invoices = plan.documents.map((document, index) => invoiceRow(batch, document, runId, sellerPartyId!, buyerIds[index]!, words));
  await copyInto(tx.client, 'invoice', INVOICE_COLUMNS, invoices);
  const lines = await copyInto(tx.client, 'invoice_line', LINE_COLUMNS, lineRows(batch, plan.documents, words));
  await copyInto(tx.client, 'invoice_tax', TAX_COLUMNS, taxRows(batch, plan.documents));
  return lines;
}

function invoiceRow(
  batch: Batch,
  document: PlannedDocument,
  runId: bigint,
  sellerPartyId: bigint,
  buyerPartyId: bigint,
  words: BatchWords,
): CopyValue[] {
  const { composed, account } = document;
  return [
    batch.seller.id,
    document.id,
    account.work.account.id,
    runId,
    composed.kind,
    account.work.account.currency,
    formatDay(document.billedOn),
    formatDay(document.issuedOn),
    formatDay(document.billedOn),
    formatDay(document.dueOn),
    composed.netMinor,
    composed.taxMinor,
    composed.totalMinor,
    sellerPartyId,
    buyerPartyId,
    JSON.stringify(words.factsOf(document)),
  ];
}

function* lineRows(batch: Batch, documents: readonly PlannedDocument[], words: BatchWords): Generator<readonly CopyValue[]> {
  for (const document of documents) {
    const own = words.of(document.account);
    let position = 0;
    for (const { line, cellId, sequence, netMinor } of document.lines) {
      position += 1;
      yield [
        batch.seller.id,
        document.id,
        position,
        cellId,
        sequence,
        document.account.work.account.currency,
        formatExact(line.exact),
        line.grossMinor,
        line.discountMinor,
        line.amountMinor,
        netMinor,
        line.treatment.category,
        JSON.stringify(lineFacts(line, own)),
      ];
    }
  }
}

function* taxRows(batch: Batch, documents: readonly PlannedDocument[]): Generator<readonly CopyValue[]> {
  for (const { id, composed, account } of documents) {
    let position = 0;
    for (const tax of composed.taxes) {
      position += 1;
      const { currency } = account.work.account;
      yield [batch.seller.id, id, position, tax.category, tax.name, formatExact(tax.percent), currency, tax.baseMinor, tax.amountMinor];
    }
  }
}

/** Marks are cleared, except where facts wait for their cycle; the next look is set. */
async function finishAccounts(tx: Transaction, sellerId: bigint, accounts: readonly DecidedAccount[]): Promise<void> {
  await setBilledThrough(
    tx,
    accounts.flatMap(({ work, lastDay, waiting }) =>
      work.subscriptions.map(({ row }) => ({ sellerId, id: row.id, day: lastDay, touchedFrom: waiting.get(row.externalId) ?? null })),
    ),
  );
  await closeItems(
    tx,
    sellerId,
    accounts.flatMap((account) => finishedItems(account)),
  );
  await addBound(
    tx,
    sellerId,
    accounts.flatMap(({ work, bound }) =>
      [...bound].map(([externalId, amountMinor]) => ({ id: work.discounts.find((one) => one.externalId === externalId)!.id, amountMinor })),
    ),
  );
  await setBillingDates(tx, [...nextDates(sellerId, accounts).values()]);
}

type BillingDate = Parameters<typeof setBillingDates>[1][number];

/** One for an account, also where it is billed in several currencies. */
function nextDates(sellerId: bigint, accounts: readonly DecidedAccount[]): Map<bigint, BillingDate> {
  const dates = new Map<bigint, BillingDate>();
  for (const { work, lastDay, nextDay, waiting } of accounts) {
    const accountId = work.account.id;
    const touched = [...work.items.flatMap((item) => waiting.get(item.externalId) ?? []), dates.get(accountId)?.itemsTouchedFrom ?? null];
    dates.set(accountId, {
      sellerId,
      accountId,
      runDay: lastDay,
      nextAt: nextDay === null ? null : work.zone.startOfDay(nextDay),
      itemsTouchedFrom: earliest(touched.filter((day) => day !== null)),
    });
  }
  return dates;
}

/** An item charged once is done when its day was billed. */
function finishedItems({ work, lastDay }: DecidedAccount): bigint[] {
  return work.items.filter((item) => item.every === null && work.zone.dayOf(item.at) <= lastDay).map((item) => item.id);
}

function earliest(days: readonly number[]): number | null {
  return days.length === 0 ? null : Math.min(...days);
}

async function announce(tx: Transaction, sellerId: bigint, documents: readonly PlannedDocument[], now: number): Promise<void> {
  await writeEvents(
    tx,
    documents.map(({ id, composed, account }) =>
      tell[composed.kind === 'invoice' ? 'invoice.issued' : 'credit_note.issued']({
        sellerId,
        subject: formatIdentifier('inv', id),
        occurredAt: now,
        data: {
          account: account.work.account.externalId,
          total: formatMinor(composed.totalMinor, account.digits),
          currency: account.work.account.currency,
        },
      }),
    ),
  );
}
