// A document's facts put into words and in order: model + language to what the template sets. Pure, so that tests read pages as tables.
import { assert } from '../../../kernel/assert.ts';
import { civilFromDay, type Day, parseDay } from '../../../kernel/calendar/civil.ts';
import { findZone } from '../../../kernel/calendar/zone.ts';
import { formatMinor } from '../../../kernel/money/decimal.ts';
import { checkTotals, readMinor } from './check-totals.ts';
import type { DocumentModel, PartyFacts, SellerFacts, TaxFacts } from './document-model.ts';
import { formatInterval } from './interval.ts';
import type { DocumentLayout, Labelled, PartyBlock, TaxTable, TotalRow } from './layout-model.ts';
import { formatAmount, isZero, type LineContext, layoutTable, negateText } from './line-layout.ts';
import { breakable, plain } from './plain-text.ts';
import type { Wording } from './wording.ts';

const LONGEST_NAME = 120;
const MOST_NOTES = 6;

/** Throws a `Bug` for a model whose sums or dates are wrong: such a document must not leave the house. */
export function layoutDocument(model: DocumentModel, wording: Wording): DocumentLayout {
  checkTotals(model);
  const zone = findZone(model.timezone);
  assert(zone !== null, `${model.number}: "${model.timezone}" is not a time zone`);
  const turned = model.kind === 'credit_note';
  const context: LineContext = { zone, wording, digits: model.digits, currency: plain(model.currency, 12), turned };
  const issuedOn = readDay(model.issuedOn);
  const title = wording.text(`${model.kind}.title`);
  const number = plain(model.number, 60);
  const sellerName = plain(model.seller.name, LONGEST_NAME);
  return {
    language: wording.language,
    metadata: { title: `${title} ${number}`, author: sellerName, date: civilFromDay(issuedOn) },
    brand: breakable(plain(model.seller.brand ?? model.seller.name, 60)),
    title,
    number: breakable(number),
    corrects: model.corrects.length === 0 ? null : breakable(correctsText(model, wording)),
    buyer: layoutParty(wording.text('buyer'), model.buyer, wording),
    seller: layoutParty(wording.text('seller'), model.seller, wording),
    facts: layoutFacts(model, context),
    summary: layoutSummary(model, context),
    table: layoutTable(model, context),
    taxes: layoutTaxes(model, context),
    totals: layoutTotals(model, context),
    payment: layoutPayment(model, context),
    remarks: layoutRemarks(model, context),
    notes: model.notes.slice(0, MOST_NOTES).map((note) => breakable(plain(note, 600))),
    footer: {
      left: footerLines(model.seller),
      right: `${title} ${number} · ${wording.text('page', { page: '{page}', pages: '{pages}' })}`,
    },
  };
}

function correctsText(model: DocumentModel, wording: Wording): string {
  const documents = model.corrects.map((document) =>
    wording.text('corrects.document', { number: plain(document.number, 60), date: wording.longDate(readDay(document.issuedOn)) }),
  );
  return wording.text('corrects', { count: documents.length, documents: wording.list(documents) });
}

function layoutParty(label: string, party: PartyFacts, wording: Wording): PartyBlock {
  const lines = party.address.slice(0, 8).map((line) => plain(line, 120));
  if (party.country !== null) lines.push(wording.country(party.country));
  for (const registration of party.registrations) {
    lines.push(wording.text(`registration.${registration.scheme}`, { number: plain(registration.number, 80) }));
  }
  return {
    label,
    name: breakable(plain(party.name, LONGEST_NAME)),
    lines: lines.filter((line) => line !== '').map((line) => breakable(line)),
  };
}

function footerLines(seller: SellerFacts): string[] {
  const contacts = [seller.email, seller.phone, seller.website].filter((contact) => contact !== null).map((contact) => plain(contact, 40));
  return [plain(seller.name, 60), contacts.join(' · ')].filter((line) => line !== '').map((line) => breakable(line));
}

function layoutFacts(model: DocumentModel, { wording, zone }: LineContext): Labelled[] {
  const { buyer } = model;
  const date = (text: string | null) => (text === null ? null : wording.longDate(readDay(text)));
  const facts: [Labelled['label'], string | null][] = [
    [wording.text('number'), model.number],
    [wording.text('issued_on'), date(model.issuedOn)],
    [wording.text('tax_point'), date(model.taxPointOn)],
    [wording.text('service_period'), model.servicePeriod && formatInterval(model.servicePeriod, zone, wording)],
    [wording.text('due_on'), date(model.dueOn)],
    [wording.text('account_number'), buyer.accountNumber],
    [wording.text('external_id'), buyer.externalId === buyer.accountNumber ? null : buyer.externalId],
    [wording.text('purchase_order'), buyer.purchaseOrder],
    [wording.text('buyer_reference'), buyer.buyerReference],
  ];
  return facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value: breakable(plain(value, 80), 20) }]));
}

function layoutSummary(model: DocumentModel, context: LineContext): Labelled {
  const { wording } = context;
  if (context.turned) return { label: wording.text('summary.credited'), value: formatMoney(model.total, model, context) };
  if (isZero(model.due)) return { label: wording.text('summary.settled'), value: formatMoney(model.total, model, context) };
  const label =
    model.dueOn === null ? wording.text('summary.due_now') : wording.text('summary.due', { date: wording.longDate(readDay(model.dueOn)) });
  return { label, value: formatMoney(model.due, model, context) };
}

function layoutTaxes(model: DocumentModel, context: LineContext): TaxTable | null {
  const { wording } = context;
  if (model.taxes.length === 0) return null;
  return {
    title: wording.text('taxes.title'),
    labels: { rate: wording.text('taxes.rate'), base: wording.text('taxes.base'), amount: wording.text('taxes.amount') },
    rows: model.taxes.map((group) => ({
      rate: breakable(taxName(group, wording)),
      base: formatAmount(group.base, context),
      amount: formatAmount(group.amount, context),
    })),
  };
}

/** What the law wants said beside the figures, and whose clock the dates follow. */
function layoutRemarks(model: DocumentModel, { wording, zone }: LineContext): string[] {
  const exemptions = [...new Set(model.taxes.map((group) => group.exemption).filter((exemption) => exemption !== null))];
  const remarks = exemptions.map((exemption) => wording.text(`exemption.${exemption}`));
  if (model.taxInclusive) remarks.push(wording.text('taxes.included'));
  remarks.push(wording.text('timezone', { zone: zone.name }));
  return remarks;
}

function taxName(group: TaxFacts, wording: Wording): string {
  return `${group.name === null ? wording.text('taxes.name') : plain(group.name, 60)} ${wording.percent(group.percent)}`;
}

function layoutTotals(model: DocumentModel, context: LineContext): TotalRow[] {
  const { wording, turned } = context;
  const rows: TotalRow[] = [];
  const add = (label: string, value: string, weight: TotalRow['weight'] = 'normal') =>
    rows.push({ label: breakable(label), value, weight });
  if (model.allowances.length > 0) {
    const minor = (text: string) => readMinor(text, model.digits);
    const lines = model.allowances.reduce(
      (sum, allowance) => sum + minor(allowance.amount),
      minor(model.taxInclusive ? model.total : model.net),
    );
    add(wording.text('total.lines'), formatAmount(formatMinor(lines, model.digits), context));
    for (const allowance of model.allowances) add(plain(allowance.description, 80), formatAmount(negateText(allowance.amount), context));
  }
  const single = model.taxes.length === 1 ? model.taxes[0] : undefined;
  if (model.taxes.length > 0) {
    add(wording.text('total.net'), formatAmount(model.net, context));
    add(single ? taxName(single, wording) : wording.text('total.tax'), formatAmount(model.tax, context));
  }
  add(wording.text(turned ? 'total.credit' : 'total.total'), formatMoney(model.total, model, context), 'strong');
  for (const entry of model.applied) {
    const what = wording.text(turned ? `credited.${entry.kind}` : `applied.${entry.kind}`);
    const label = entry.reference === null ? what : wording.text('applied.reference', { what, reference: plain(entry.reference, 80) });
    add(label, formatAmount(turned ? entry.amount : negateText(entry.amount), context));
  }
  if (!turned) add(wording.text('total.due'), formatMoney(model.due, model, context), 'due');
  else if (!isZero(model.due)) add(wording.text('total.left'), formatMoney(model.due, model, context), 'due');
  return rows;
}

function layoutPayment(model: DocumentModel, context: LineContext): DocumentLayout['payment'] {
  const { wording } = context;
  const title = wording.text('payment.title');
  if (context.turned) return { title, text: wording.text('payment.credit'), rows: [] };
  if (isZero(model.due)) return { title, text: wording.text('payment.none'), rows: [] };
  const amount = formatMoney(model.due, model, context);
  const number = plain(model.number, 60);
  const rows: [string, string | null][] = model.payment.bank
    ? [
        [wording.text('payment.holder'), model.payment.bank.holder],
        [wording.text('payment.bank'), model.payment.bank.bank],
        [wording.text('payment.iban'), model.payment.bank.iban],
        [wording.text('payment.bic'), model.payment.bank.bic],
      ]
    : [];
  return {
    title,
    text: breakable(paymentText(model, amount, number, wording)),
    rows: rows.flatMap(([label, value]) => (value === null ? [] : [{ label, value: breakable(plain(value, 120)) }])),
  };
}

function paymentText(model: DocumentModel, amount: string, number: string, wording: Wording): string {
  if (model.dueOn === null) return wording.text('payment.now', { amount, number });
  const date = wording.longDate(readDay(model.dueOn));
  const days = model.payment.termDays;
  return days === null
    ? wording.text('payment.by', { amount, date, number })
    : wording.text('payment.by_term', { amount, date, days, number });
}

function formatMoney(amount: string, model: DocumentModel, { wording, turned }: LineContext): string {
  return wording.money(turned ? negateText(amount) : amount, model.currency, model.digits);
}

function readDay(text: string): Day {
  const day = parseDay(text);
  assert(day !== null, `"${text}" is not a date`);
  return day;
}
