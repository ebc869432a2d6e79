// What documents say beside amounts: names of what lines charge, prices as they stood, the tax decision, the period of service.
import { formatDay } from '../../kernel/calendar/civil.ts';
import { type StoredPrice, storedPrice } from '../pricelists/index.ts';
import { extraItemPrice, extraItemPriceId, type RatedLine } from '../rating/index.ts';
import type { DecidedAccount } from './decide-account.ts';
import type { LineSubject, LineWords } from './line-facts.ts';
import type { Batch } from './load-accounts.ts';
import type { PlannedDocument } from './plan-batch.ts';
import { type FrozenDecision, frozenDecision } from './tax-treatments.ts';

/** What an invoice keeps beside its columns. */
export interface InvoiceFacts {
  readonly language: string;
  readonly zone: string;
  readonly digits: number;
  readonly taxInclusive: boolean;
  readonly termDays: number;
  readonly servicePeriod: { readonly from: string; readonly to: string } | null;
  readonly tax: readonly FrozenDecision[];
  /** Ids of the invoices that a credit note takes back from. */
  readonly corrects: readonly string[];
  /** Minor units that the customer's balance paid (or, below zero, received) when the document was issued. */
  readonly fromBalanceMinor: string;
}

/** Words are looked up for every line of a batch, so what is found is kept. */
export class BatchWords {
  private readonly batch: Batch;
  private readonly subjects = new Map<string, LineSubject>();
  private readonly prices = new Map<string, StoredPrice | null>();

  constructor(batch: Batch) {
    this.batch = batch;
    for (const plan of batch.catalog.values()) {
      this.subjects.set(`commitment\n${plan.plan.key}/commitment`, {
        plan: plan.name,
        description: plan.name,
        unit: null,
        kind: 'commitment',
        source: null,
      });
      for (const { component, description, unit } of plan.components) {
        this.subjects.set(`component\n${component.ref}`, { plan: plan.name, description, unit, kind: component.kind, source: null });
      }
    }
  }

  of(account: DecidedAccount): LineWords {
    const items = new Map(account.work.items.map((item) => [item.externalId, item]));
    return {
      digits: account.digits,
      subjectOf: (line) => this.subjects.get(`${line.kind}\n${line.key.ref}`) ?? itemSubject(line, items.get(line.key.ref)),
      priceOf: (priceId) => {
        const item = items.get(priceId.slice(extraItemPriceId('').length));
        if (item !== undefined && priceId === extraItemPriceId(item.externalId))
          return storedPrice(extraItemPrice({ ...item, id: item.externalId }));
        let price = this.prices.get(priceId);
        if (price === undefined) {
          const found = account.work.prices.priceById(priceId);
          price = found === null ? null : storedPrice(found);
          this.prices.set(priceId, price);
        }
        return price;
      },
    };
  }

  factsOf(document: PlannedDocument): InvoiceFacts {
    const { account, settings, composed, billedOn } = document;
    const { work } = account;
    const categories = [...new Set(composed.lines.map((line) => line.treatment.category))];
    return {
      language: work.account.language,
      zone: work.account.zone,
      digits: account.digits,
      taxInclusive: settings.taxInclusive,
      termDays: settings.paymentTermDays,
      servicePeriod: servicePeriod(composed.lines, account),
      tax: categories.map((category) => frozenDecision(this.batch.tax.decide(work.account, category, billedOn))),
      corrects: document.corrects.map(String),
      fromBalanceMinor: String(document.fromBalanceMinor),
    };
  }
}

function itemSubject(line: RatedLine, item: DecidedAccount['work']['items'][number] | undefined): LineSubject {
  return { plan: null, description: item?.description ?? line.key.ref, unit: null, kind: 'item', source: item?.facts ?? null };
}

/** From the first to the last day that the lines are about. */
function servicePeriod(lines: readonly RatedLine[], account: DecidedAccount): { from: string; to: string } | null {
  const { zone } = account.work;
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    from = Math.min(from, line.instants ? zone.dayOf(line.from) : line.from);
    to = Math.max(to, line.instants ? zone.dayOf(line.to - 1) + 1 : line.to);
  }
  return Number.isFinite(from) && to > from ? { from: formatDay(from), to: formatDay(to) } : null;
}
