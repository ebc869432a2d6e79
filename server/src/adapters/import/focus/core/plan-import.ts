// The second reading of a file: every row becomes an event, an item or a refusal with a stable id, and is added up for the report.
//
// Negative usage of 3 against 5 used in the same month is an event (2 remain); a further 4 would take the meter to -2, where billing
// counts nothing, and becomes a credit item at its list cost. Which of several negative rows that is follows their order in the file.
import { formatDay } from '../../../../kernel/calendar/civil.ts';
import { add, formatExact, type Rational, sign, ZERO } from '../../../../kernel/money/rational.ts';
import { type ChargeKind, classifyRow, type ItemRow, type RefusedRowVerdict, type UsageRow } from './classify-row.ts';
import { type FocusRow, readText } from './focus-row.ts';
import { nextRowId, resetOccurrences } from './repeated-rows.ts';
import type { ImportReport, RefusedRow } from './report.ts';
import { monthKey, type Survey } from './survey.ts';

export interface PlannedEvent {
  readonly kind: 'event';
  readonly id: string;
  readonly usage: UsageRow;
}

export interface PlannedItem {
  readonly kind: 'item';
  readonly id: string;
  readonly itemKind: ChargeKind | 'negative_usage';
  readonly row: ItemRow | UsageRow;
}

export interface PlannedRefusal {
  readonly kind: 'refusal';
  readonly id: string;
  readonly bill: string | null;
  readonly refused: RefusedRow;
}

export type PlannedRow = PlannedEvent | PlannedItem | PlannedRefusal;

interface Tally {
  rows: number;
  listCost: Rational;
}

export interface ImportPlan {
  readonly survey: Survey;
  readonly currency: string;
  readonly remaining: Map<string, Rational>;
  readonly events: Tally;
  readonly items: Tally;
  readonly refused: Tally;
  readonly refusedByCode: Map<string, Tally>;
  readonly refusals: RefusedRow[];
  readonly refusalsListed: number;
}

export function startPlan(survey: Survey, currency: string, refusalsListed: number): ImportPlan {
  resetOccurrences(survey.repeated);
  return {
    survey,
    currency,
    remaining: new Map(survey.taken),
    events: { rows: 0, listCost: ZERO },
    items: { rows: 0, listCost: ZERO },
    refused: { rows: 0, listCost: ZERO },
    refusedByCode: new Map(),
    refusals: [],
    refusalsListed,
  };
}

export function planRow(plan: ImportPlan, row: FocusRow): PlannedRow {
  const id = nextRowId(plan.survey.repeated, row.identity);
  const verdict = classifyRow(row, plan.currency);
  if (verdict.kind === 'refused') return planRefusal(plan, row, id, verdict);
  if (verdict.kind === 'item' || !takesFromMeter(plan, verdict)) {
    count(plan.items, verdict.listCost);
    return { kind: 'item', id, itemKind: verdict.kind === 'item' ? verdict.itemKind : 'negative_usage', row: verdict };
  }
  count(plan.events, verdict.listCost);
  return { kind: 'event', id, usage: verdict };
}

/** False for a negative row that its meter's total of the month cannot bear. */
function takesFromMeter(plan: ImportPlan, usage: UsageRow): boolean {
  if (sign(usage.quantity) >= 0) return true;
  const key = monthKey(usage);
  const left = add(plan.remaining.get(key) ?? ZERO, usage.quantity);
  // With no other row of the meter in the file there is nothing to take from, and no subscription either.
  if (sign(left) < 0) return false;
  plan.remaining.set(key, left);
  return true;
}

function planRefusal(plan: ImportPlan, row: FocusRow, id: string, verdict: RefusedRowVerdict): PlannedRefusal {
  const refused: RefusedRow = {
    row: row.row,
    line: row.line,
    code: verdict.code,
    reason: verdict.reason,
    account: verdict.account?.externalId ?? null,
    listCost: verdict.listCost === null ? null : readText(row.values.ListCost),
  };
  const cost = verdict.listCost ?? ZERO;
  count(plan.refused, cost);
  let byCode = plan.refusedByCode.get(verdict.code);
  if (byCode === undefined) {
    byCode = { rows: 0, listCost: ZERO };
    plan.refusedByCode.set(verdict.code, byCode);
  }
  count(byCode, cost);
  if (plan.refusals.length < plan.refusalsListed) plan.refusals.push(refused);
  return { kind: 'refusal', id, bill: verdict.bill?.key ?? null, refused };
}

function count(tally: Tally, listCost: Rational): void {
  tally.rows += 1;
  tally.listCost = add(tally.listCost, listCost);
}

/** What the shell knows of the import and the plan does not. */
export interface ImportOutcome {
  readonly fileName: string;
  readonly contentHash: string;
  readonly providerMade: boolean;
  readonly recordedBefore: ReadonlySet<string>;
  readonly accountsMade: number;
  readonly componentsMade: number;
  readonly subscriptionsMade: number;
  readonly eventsMade: number;
  readonly itemsMade: number;
  readonly warnings: readonly string[];
}

export function reportPlan(plan: ImportPlan, outcome: ImportOutcome): ImportReport {
  const { survey, events, items, refused } = plan;
  const bills = [...survey.bills.values()].map(({ reference, rows }) => ({
    key: reference.key,
    provider: reference.provider,
    billingAccountId: reference.billingAccountId,
    periodStart: formatDay(reference.periodStart),
    rows,
    recordedBefore: outcome.recordedBefore.has(reference.key),
  }));
  const { recordedBefore, ...told } = outcome;
  return {
    ...told,
    currency: plan.currency,
    rows: survey.rows,
    bills,
    nothingNew: bills.length > 0 && recordedBefore.size === bills.length,
    accounts: survey.accounts.size,
    components: survey.components.size,
    subscriptions: survey.meters.size,
    events: events.rows,
    items: items.rows,
    refused: refused.rows,
    listCost: formatExact(add(add(events.listCost, items.listCost), refused.listCost)),
    billableListCost: formatExact(events.listCost),
    itemListCost: formatExact(items.listCost),
    refusedListCost: formatExact(refused.listCost),
    refusedByCode: [...plan.refusedByCode]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([code, tally]) => ({ code, rows: tally.rows, listCost: formatExact(tally.listCost) })),
    refusals: plan.refusals,
    refusalsOmitted: refused.rows - plan.refusals.length,
  };
}
