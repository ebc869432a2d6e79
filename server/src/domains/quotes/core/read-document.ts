// A quote document that follows the schema, turned into the core's facts. Refuses with the place of the first mistake.
import type { Day } from '../../../kernel/calendar/civil.ts';
import { findZone } from '../../../kernel/calendar/zone.ts';
import { findCurrency } from '../../../kernel/money/currency.ts';
import { parseMinor } from '../../../kernel/money/decimal.ts';
import { compare, type Rational } from '../../../kernel/money/rational.ts';
import type { Grant } from '../../invoicing/core/personal-account.ts';
import type { PriceEntry } from '../../pricelists/core/price.ts';
import { type PriceBook, priceBook } from '../../pricelists/core/price-book.ts';
import { chainTo } from '../../pricelists/core/price-chain.ts';
import type { PriceEdge } from '../../pricelists/core/resolve-price.ts';
import type { ExtraItem, FixedDiscount, ItemCredit, RatedLine, RegisterCell, Terms } from '../../rating/core/engine.ts';
import type { TaxTable } from '../../tax/core/tax-table.ts';
import type { UsageEvent } from '../../usage/core/event.ts';
import type { QuoteDocument } from '../document-schema.ts';
import { readBilled } from './billed-cells.ts';
import { type ReadPlans, readPlans, readPriceEntries } from './read-plans.ts';
import {
  checkItemNames,
  checkPools,
  type ReadSubscription,
  readCredits,
  readFixedDiscounts,
  readItems,
  readSubscriptions,
  readUsage,
} from './read-timeline.ts';
import { readAmount, readAnchor, readDay, readMoment, refuse, unique } from './read-values.ts';
import { readWaiting } from './waiting-lines.ts';

export interface Movement {
  /** Where the document writes it. */
  readonly path: string;
  readonly at: number;
  readonly amountMinor: bigint;
}

export interface QuoteFacts extends ReadPlans {
  readonly document: QuoteDocument;
  readonly terms: Terms;
  readonly entries: PriceEntry[];
  readonly edge: PriceEdge | null;
  /** The edges from the provider down to the account; empty without sellers. */
  readonly chain: readonly PriceEdge[];
  readonly prices: PriceBook;
  readonly taxes: TaxTable;
  readonly subscriptions: readonly ReadSubscription[];
  readonly usage: readonly UsageEvent[];
  readonly items: readonly ExtraItem[];
  readonly fixedDiscounts: readonly FixedDiscount[];
  readonly credits: readonly ItemCredit[];
  readonly payments: readonly Movement[];
  readonly refunds: readonly Movement[];
  readonly grants: readonly Grant[];
  readonly balanceMinor: bigint;
  readonly minimumMinor: bigint;
  readonly billed: readonly RegisterCell[];
  /** The last billing day of the documents before this one. */
  readonly billedThrough: Day | null;
  /** Lines that they left waiting for the least amount. */
  readonly waiting: readonly RatedLine[];
  readonly runs: readonly Day[] | { readonly until: Day };
}

export function readDocument(document: QuoteDocument): QuoteFacts {
  const terms = readTerms(document);
  const { zone, digits } = terms;
  const read = readPlans(document);
  const entries = [...read.entries, ...readPriceEntries(document, read.components, zone)];
  const chain = readChain(document);
  const edge = chain[chain.length - 1] ?? null;
  const subscriptions = readSubscriptions(document, read, zone);
  checkPools(document, subscriptions, read);
  const taxes = readTaxes(document);
  const billedThrough = document.billedThrough === null ? null : readDay(document.billedThrough, 'billedThrough');
  checkTaxCategories(document, read, taxes);
  return {
    ...read,
    document,
    terms,
    entries,
    edge,
    chain,
    prices: priceBook(entries, edge),
    taxes,
    subscriptions,
    usage: readUsage(document, zone),
    items: readItems(document, read, zone),
    fixedDiscounts: readFixedDiscounts(document, read, zone, digits),
    credits: readCredits(document, read, zone),
    payments: document.payments.map((payment, index) => readMovement(payment, terms, `payments[${index}]`)),
    refunds: document.refunds.map((refund, index) => readMovement(refund, terms, `refunds[${index}]`)),
    grants: readGrants(document, read, terms),
    balanceMinor: readMinor(document.account.balance, digits, 'account.balance'),
    minimumMinor: readMinor(document.account.minimum.amount, digits, 'account.minimum.amount'),
    billed: readBilled(document.billed, terms),
    billedThrough,
    waiting: readWaiting(document.waiting, terms),
    runs: readRuns(document, billedThrough),
  };
}

function readTerms(document: QuoteDocument): Terms {
  const { account } = document;
  const zone = findZone(account.timezone);
  if (zone === null) {
    refuse('calendar.unknown_zone', 'account.timezone', `"${account.timezone}" is no time zone; use an IANA name such as Europe/Berlin.`, {
      zone: account.timezone,
    });
  }
  const currency = findCurrency(account.currency);
  if (currency === null && account.digits === undefined) {
    refuse(
      'money.unknown_currency',
      'account.currency',
      `"${account.currency}" is no ISO 4217 currency; correct it, or say how many "digits" it has.`,
      {
        currency: account.currency,
      },
    );
  }
  return {
    currency: account.currency,
    digits: account.digits ?? currency?.digits ?? 2,
    zone,
    rounding: account.rounding,
    anchor: readAnchor(account.anchor, 'account.anchor'),
    fullPeriod: account.fullPeriod,
    changes: account.changes,
    changeDay: account.changeDay,
    cancellationDay: account.cancellationDay,
    minimumStay: account.minimumStay !== null,
    interim: readInterim(account.interim),
    closedUntil: account.books.closedUntil === null ? null : readDay(account.books.closedUntil, 'account.books.closedUntil'),
    greatestAgeDays: account.books.greatestAgeDays,
  };
}

function readInterim(interim: readonly string[]): Rational[] {
  const thresholds = interim.map((text, index) => readAmount(text, `account.interim[${index}]`));
  thresholds.forEach((threshold, index) => {
    const before = thresholds[index - 1];
    if (before !== undefined && compare(threshold, before) <= 0)
      refuse('interim.not_ascending', `account.interim[${index}]`, 'Thresholds must rise; put them in order.');
  });
  return thresholds;
}

/** The edges above the account. Without `sellers` there is one seller and no edge to choose by. */
function readChain(document: QuoteDocument): readonly PriceEdge[] {
  const { sellers, account } = document;
  const ids = new Set<string>();
  sellers.forEach((seller, index) => {
    unique(ids, seller.id, 'seller.duplicate', `sellers[${index}].id`, 'Seller');
  });
  document.prices.forEach((entry, index) => {
    if (entry.seller !== null && !ids.has(entry.seller)) {
      refuse('price.unknown_seller', `prices[${index}].seller`, `"${entry.seller}" is not among the sellers; add it or correct the name.`, {
        seller: entry.seller,
      });
    }
  });
  if (sellers.length === 0) return [];
  const seller = account.seller ?? sellers[sellers.length - 1]!.id;
  const chain = chainTo(account.id, seller, new Map(sellers.map(({ id, parent }) => [id, parent])));
  return (
    chain ??
    refuse(
      'seller.no_chain',
      'sellers',
      `The parents of "${seller}" do not lead to a provider; give every seller but one an existing parent.`,
      { seller },
    )
  );
}

function readTaxes(document: QuoteDocument): TaxTable {
  return new Map(
    Object.entries(document.account.taxes).map(([category, rates]) => {
      const begun = new Set<string>();
      return [
        category,
        rates.map((rate, index) => {
          const path = `account.taxes.${category}[${index}]`;
          unique(begun, `${rate.name} from ${rate.from ?? 'ever'}`, 'tax.duplicate_rate', path, 'The rate');
          return {
            name: rate.name,
            percent: readAmount(rate.percent, `${path}.percent`),
            fromDay: rate.from === null ? null : readDay(rate.from, `${path}.from`),
          };
        }),
      ];
    }),
  );
}

/** Where there is a tax table every category that is used must be in it: a typing error must not become an untaxed sale. */
function checkTaxCategories(document: QuoteDocument, read: ReadPlans, taxes: TaxTable): void {
  if (taxes.size === 0) return;
  const check = (category: string | null, path: string): void => {
    if (category !== null && !taxes.has(category)) {
      refuse('tax.unknown_category', path, `account.taxes has no category "${category}"; add it, with an empty list if it is not taxed.`, {
        category,
      });
    }
  };
  document.plans.forEach((plan, index) => {
    plan.components.forEach((component, place) => {
      check(read.components.get(`${plan.key}/${component.key}`)!.taxCategory, `plans[${index}].components[${place}].taxCategory`);
    });
  });
  document.subscriptions.forEach((subscription, index) => {
    check(subscription.taxCategory, `subscriptions[${index}].taxCategory`);
  });
  document.items.forEach((item, index) => {
    check(item.taxCategory, `items[${index}].taxCategory`);
  });
}

function readMovement(movement: { at: string; amount: string }, terms: Terms, path: string): Movement {
  return {
    path,
    at: readMoment(movement.at, terms.zone, `${path}.at`),
    amountMinor: readMinor(movement.amount, terms.digits, `${path}.amount`),
  };
}

function readMinor(text: string, digits: number, path: string): bigint {
  const minor = parseMinor(text, digits);
  if (minor === null)
    refuse('money.too_many_digits', path, `"${text}" has more decimals than the currency; it has ${digits}.`, {
      value: text,
      digits: String(digits),
    });
  if (minor < 0n) refuse('quote.negative', path, `"${text}" is below zero; it must be zero or more.`, { value: text });
  return minor;
}

function readGrants(document: QuoteDocument, read: ReadPlans, terms: Terms): Grant[] {
  const ids = new Set<string>();
  return document.account.grants.map((grant, index) => {
    const path = `account.grants[${index}]`;
    unique(ids, grant.id, 'grant.duplicate', `${path}.id`, 'Grant');
    checkItemNames(grant.scope, document, read, 'grant.unknown_item', `${path}.scope`);
    const at = readMoment(grant.at, terms.zone, `${path}.at`);
    const expires = grant.expires === null ? null : readMoment(grant.expires, terms.zone, `${path}.expires`);
    if (expires !== null && expires <= at)
      refuse('grant.ends_before_start', `${path}.expires`, 'The grant expires before it begins; give a later day.');
    return {
      id: grant.id,
      at,
      priority: grant.priority,
      expires,
      scope: grant.scope,
      kind: grant.kind,
      leftMinor: readMinor(grant.amount, terms.digits, `${path}.amount`),
    };
  });
}

function readRuns(document: QuoteDocument, billedThrough: Day | null): readonly Day[] | { readonly until: Day } {
  if (!Array.isArray(document.runs)) return { until: readDay(document.runs.until, 'runs.until') };
  const days = document.runs.map((text, index) => readDay(text, `runs[${index}]`));
  days.forEach((day, index) => {
    if (index > 0 && day < days[index - 1]!)
      refuse('quote.runs_out_of_order', `runs[${index}]`, 'Billing days must be in order; sort them.');
    if (billedThrough !== null && day < billedThrough)
      refuse(
        'quote.run_before_billed',
        `runs[${index}]`,
        'This day was billed before ("billedThrough"); begin with it or with a later one.',
      );
  });
  return days;
}
