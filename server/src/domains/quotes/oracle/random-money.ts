// Everything random beside plans and timelines: taxes, fixed amounts, credits, pools, least amounts, closed books, grants, balance, payments.
import { formatDay } from '../../../kernel/calendar/civil.ts';
import type { AccountShape, GrantShape, ItemShape, QuoteDocument } from './quote-shape.ts';
import type { Random } from './random.ts';
import type { RandomCalendar } from './random-calendar.ts';

const RATES = ['19', '7.7', '8.875', '0', '33.333'];

function addTaxes(random: Random, calendar: RandomCalendar, account: AccountShape, plans: QuoteDocument['plans']): void {
  if (!random.once(2)) return;
  const mayChange = account.minimum === undefined;
  const rate = (name: string, from?: string) => ({ percent: random.pick(RATES), name, ...(from === undefined ? {} : { from }) });
  const standard = [rate('VAT', '2007-01-01')];
  if (random.once(4)) standard.push(rate('City', mayChange && random.once(2) ? formatDay(calendar.someDay()) : undefined));
  if (mayChange && random.once(2)) standard.push(rate('VAT', formatDay(calendar.someDay())));
  account.taxes = { standard };
  if (random.once(3)) {
    account.taxes.reduced = random.once(3) ? [] : [rate('VAT')];
    for (const { components } of plans) for (const component of components) if (random.once(2)) component.taxCategory = 'reduced';
  }
  if (random.once(3)) account.taxInclusive = true;
  if (random.once(4)) account.taxRounding = 'line';
}

function addMinimum(random: Random, account: AccountShape): void {
  if (random.once(6))
    account.minimum = {
      amount: account.digits === 0 ? '20' : random.pick(['20.00', '5.00', '100.00']),
      carry: random.pick(['collection', 'lines', 'lines', 'top_up']),
    };
}

function addBooks(random: Random, calendar: RandomCalendar, account: AccountShape): void {
  if (!random.once(4)) return;
  account.books = {};
  if (!random.once(3)) account.books.closedUntil = random.once(6) ? null : formatDay(calendar.someDay() + random.pick([0, 0, 1, 20, 60]));
  if (random.once(2)) account.books.greatestAgeDays = random.pick([null, 1, 1, 10, 31]);
}

function addPools(random: Random, account: AccountShape, plans: QuoteDocument['plans']): void {
  if (!random.once(10)) return;
  account.pools = { cpu: random.pick(['3', '8', '12.5', '40', '40']) };
  for (const { components } of plans)
    for (const component of components) if (component.kind !== 'metered' && random.once(2)) component.pool = 'cpu';
}

function addItems(random: Random, calendar: RandomCalendar, document: QuoteDocument): void {
  if (!random.once(6)) return;
  document.items = ['extra', 'more'].slice(0, random.between(1, 2)).map((id) => {
    const item: ItemShape = { id, at: formatDay(calendar.someDay()), amount: random.pick(['17', '4', '-6', '0.5']) };
    if (random.once(4)) item.quantity = random.pick(['2', '0.5', '3']);
    if (random.once(3) && !item.amount.startsWith('-'))
      item.every = random.pick([
        { unit: 'month', count: 1 },
        { unit: 'week', count: 1 },
      ]);
    if (item.every && random.once(2)) item.until = formatDay(calendar.clock.readDay(item.at) + random.between(1, 60));
    if (document.account.taxes?.reduced && random.once(2)) item.taxCategory = 'reduced';
    return item;
  });
}

/** Names that a fixed amount, a credit or a grant may give. */
function namesOf(document: QuoteDocument): string[] {
  const components = document.plans.flatMap(({ key, components: own }) => own.map((component) => `${key}/${component.key}`));
  return [...components, ...(document.items ?? []).map(({ id }) => id)];
}

/** A credit on a component is for one cell: where items or several subscriptions share it none is given. */
function addCredits(random: Random, calendar: RandomCalendar, document: QuoteDocument): void {
  if (!random.once(6)) return;
  const isShared =
    document.subscriptions.length > 1 || document.subscriptions.some(({ timeline }) => timeline.some((fact) => fact.do === 'item'));
  const positive = (document.items ?? []).filter(({ amount }) => !amount.startsWith('-')).map(({ id }) => id);
  const names = isShared ? positive : namesOf(document).filter((name) => name.includes('/') || positive.includes(name));
  if (names.length === 0) return;
  document.credits = Array.from({ length: random.between(1, 2) }, () => ({
    item: random.pick(names),
    at: formatDay(calendar.someDay()),
    amount: random.pick(['5', '20', '1']),
  }));
}

function addDiscounts(random: Random, calendar: RandomCalendar, document: QuoteDocument): void {
  if (!random.once(4)) return;
  const names = namesOf(document);
  document.discounts = Array.from({ length: random.between(1, 2) }, () => {
    const day = calendar.someDay();
    const recorded = calendar.learned(day);
    return {
      at: formatDay(day),
      ...(recorded === undefined ? {} : { recorded }),
      amount: random.pick(['5', '20', '7.5', '100', '3.337', '1']),
      ...(random.once(2) ? { items: [random.pick(names), random.pick(names)] } : {}),
    };
  });
}

function addMoney(random: Random, calendar: RandomCalendar, document: QuoteDocument): void {
  if (!random.once(4)) return;
  const { account } = document;
  const whole = account.digits === 0;
  if (random.once(2)) account.balance = random.pick(whole ? ['5', '300'] : ['5.00', '0.01', '300.00']);
  const names = namesOf(document);
  // Parts of an adjustment are one printed line: which part a grant's odd cent goes to is not to be seen.
  const kinds: readonly NonNullable<GrantShape['kind']>[] = account.books
    ? ['voucher', 'compensation']
    : ['discount', 'discount', 'voucher', 'compensation'];
  account.grants = Array.from({ length: random.between(0, 3) }, (_, index) => {
    const day = calendar.someDay();
    return {
      id: `g${index}`,
      amount: random.pick(['4', '25', '12', '500']),
      at: calendar.momentOn(day),
      kind: random.pick(kinds),
      ...(random.once(3) ? { priority: random.pick([10, 50, 60]) } : {}),
      ...(random.once(3) ? { expires: formatDay(day + random.between(1, 60)) } : {}),
      ...(random.once(3) ? { scope: [random.pick(names)] } : {}),
    };
  });
  document.payments = Array.from({ length: random.between(0, 2) }, () => ({
    at: calendar.momentOn(calendar.someDay()),
    amount: random.pick(['3', '40', '10']),
  }));
}

export function addAllMoney(random: Random, calendar: RandomCalendar, document: QuoteDocument): void {
  const { account, plans } = document;
  addMinimum(random, account);
  addTaxes(random, calendar, account, plans);
  addBooks(random, calendar, account);
  addPools(random, account, plans);
  addItems(random, calendar, document);
  addCredits(random, calendar, document);
  addDiscounts(random, calendar, document);
  addMoney(random, calendar, document);
}
