// Bad documents by name: each is refused with a code, the place and a sentence that says what to do, soon and without a stack trace.
import { describe, expect, it } from 'vitest';
import { documentWith, type Json, refusalOf } from '../../testing/quote-documents.ts';
import { answerQuotes } from './index.ts';

/** As from a file, so that "__proto__" is a name like any other. */
const parsed = (text: string): unknown => JSON.parse(JSON.stringify(documentWith()).replace('"version":1', `"version":1,${text}`));
const withFact = (fact: Json): unknown => documentWith(['subscriptions.0.timeline.1', { at: '2024-01-02', ...fact }]);
const component = (fields: Json): unknown =>
  documentWith(['plans.0.components.0', { key: 'seat', price: { kind: 'unit', price: '3' }, ...fields }]);
const priced = (price: Json): unknown => component({ price });
const nested = (depth: number): unknown => JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);
const cell = (fields: Json): Json => ({
  subscription: 's',
  component: 'P/seat',
  window: { from: '2024-01-01', to: '2024-02-01' },
  seq: 1,
  gross: '3.00',
  net: '3.00',
  picture: [],
  ...fields,
});
const billed = (...cells: Json[]): unknown => documentWith(['billed', cells]);
const item = (fields: Json = {}): Json => ({ id: 'x', at: '2024-01-01', amount: '1', ...fields });
const megabytes = 'P'.repeat(10_000_000);

type Case = readonly [name: string, document: unknown, code: string, path: string, message: string];

function refuses(cases: readonly Case[]): void {
  it.each(cases)('%s', (_, document, code, path, message) => {
    expect(refusalOf(document)).toEqual({ code, path, message });
  });
}

it('answers the document that all others are made from', () => {
  expect(answerQuotes([documentWith()])).toMatchObject([{ invoices: [{ total: '3.00' }] }]);
});

describe('the shape', () => {
  const invalid = (name: string, document: unknown, path: string, message: string): Case => [
    name,
    document,
    'quote.invalid_document',
    path,
    message,
  ];
  const decimal = 'Write a plain decimal in quotes, such as "12.50": no exponent, no thousands separator.';
  const moment = 'Write a date (2024-01-31) or an instant with offset (2024-01-31T10:00:00Z).';
  const price = 'plans[0].components[0].price.price';
  const noField = (field: string): string => `There is no field "${field}" here; correct its name or leave it out.`;
  refuses([
    invalid('nothing', null, '', 'This must be an object in braces.'),
    invalid('a number', 5, '', 'This must be an object in braces.'),
    invalid('a list', [], '', 'This must be an object in braces.'),
    invalid('an empty object', {}, 'version', 'This must be 1.'),
    invalid('another version', documentWith(['version', 2]), 'version', 'This must be 1.'),
    invalid('no billing days', documentWith(['runs', undefined]), 'runs', 'This field is missing; add it.'),
    invalid('a number for billing days', documentWith(['runs', 5]), 'runs', 'This must be a list in brackets or an object in braces.'),
    invalid('a misspelt field in a choice', documentWith(['runs', { untill: '2024-02-01' }]), 'runs.untill', noField('untill')),
    invalid('a billing day without zeros', documentWith(['runs', ['2024-1-1']]), 'runs[0]', 'Write a date as 2024-01-31.'),
    invalid('a missing key', documentWith(['plans.0.key', undefined]), 'plans[0].key', 'This field is missing; add it.'),
    invalid('an empty key', documentWith(['plans.0.key', '']), 'plans[0].key', 'This is too little: at least 1 characters.'),
    invalid('no components', documentWith(['plans.0.components', []]), 'plans[0].components', 'This is too little: at least 1 entries.'),
    invalid('an unknown field', documentWith(['extra', 1]), 'extra', noField('extra')),
    invalid('an unknown field inside', component({ colour: 'red' }), 'plans[0].components[0].colour', noField('colour')),
    invalid('a field called constructor', documentWith(['constructor', 1]), 'constructor', noField('constructor')),
    invalid('an amount as a number', priced({ kind: 'unit', price: 3 }), price, 'This must be a text in quotes.'),
    invalid('an exponent', priced({ kind: 'unit', price: '1e400' }), price, decimal),
    invalid('no number', priced({ kind: 'unit', price: 'NaN' }), price, decimal),
    invalid('thirty-one digits', priced({ kind: 'unit', price: '9'.repeat(31) }), price, decimal),
    invalid(
      'ten megabytes of digits',
      priced({ kind: 'unit', price: '9'.repeat(10_000_000) }),
      price,
      'This is too much: at most 64 characters.',
    ),
    invalid('ten megabytes of name', documentWith(['plans.0.key', megabytes]), 'plans[0].key', 'This is too much: at most 200 characters.'),
    invalid('ten megabytes of field', documentWith([megabytes, 1]), `${'P'.repeat(80)}…`, noField(`${'P'.repeat(80)}…`)),
    invalid(
      'an unknown kind',
      component({ kind: 'weekly' }),
      'plans[0].components[0].kind',
      'This must be one of recurring, allocation, metered, one_time.',
    ),
    invalid(
      'half a month',
      component({ period: { unit: 'month', count: 1.5 } }),
      'plans[0].components[0].period.count',
      'This must be a whole number without quotes.',
    ),
    invalid(
      'no month',
      component({ period: { unit: 'month', count: 0 } }),
      'plans[0].components[0].period.count',
      'This is too little: at least 1.',
    ),
    invalid('the 32nd', documentWith(['account.anchor', { day: 32 }]), 'account.anchor.day', 'This is too much: at most 31.'),
    invalid('another minimum stay', documentWith(['account.minimumStay', 'P2D']), 'account.minimumStay', 'This must be "P1D".'),
    invalid(
      'a currency in words',
      documentWith(['account.currency', 'euro']),
      'account.currency',
      'Write the currency as three capital letters, such as EUR.',
    ),
    invalid(
      'an unknown fact',
      withFact({ do: 'stop' }),
      'subscriptions[0].timeline[1].do',
      'This must be one of start, quantity, item, plan, pause, resume, end, discount, anchor, void.',
    ),
    invalid('a time without a time', withFact({ do: 'end', at: '2024-01-01T' }), 'subscriptions[0].timeline[1].at', moment),
    ['__proto__ as a field', parsed('"__proto__":{}'), 'quote.reserved_name', '__proto__', '"__proto__" cannot be a name; choose another.'],
    [
      '__proto__ as a pool',
      JSON.parse(JSON.stringify(documentWith(['account.pools', { cpu: '8' }])).replace('"cpu"', '"__proto__"')),
      'quote.reserved_name',
      'account.pools.__proto__',
      '"__proto__" cannot be a name; choose another.',
    ],
    [
      'a hundred thousand braces',
      nested(100_000),
      'quote.too_deep',
      'a.a.a.a.a.a.a.a',
      'The document is nested more than 32 deep; no field of it is.',
    ],
  ]);
});

describe('values', () => {
  const fact = 'subscriptions[0].timeline[1]';
  const instant = (text: string): string => `"${text}" is no instant; write it with its offset, as 2024-01-31T10:00:00Z.`;
  const day = (text: string): string => `"${text}" is no day of the calendar; write it as 2024-01-31.`;
  const zone = (text: string): string => `"${text}" is no time zone; use an IANA name such as Europe/Berlin.`;
  const negative = (text: string): string => `"${text}" is below zero; it must be zero or more.`;
  refuses([
    [
      'an unknown zone',
      documentWith(['account.timezone', 'Mars/Olympus']),
      'calendar.unknown_zone',
      'account.timezone',
      zone('Mars/Olympus'),
    ],
    ['an offset for a zone', documentWith(['account.timezone', '+02:00']), 'calendar.unknown_zone', 'account.timezone', zone('+02:00')],
    [
      'an unknown currency',
      documentWith(['account.currency', 'XXQ']),
      'money.unknown_currency',
      'account.currency',
      '"XXQ" is no ISO 4217 currency; correct it, or say how many "digits" it has.',
    ],
    ['29 February 2023', withFact({ do: 'end', at: '2023-02-29' }), 'quote.invalid_date', `${fact}.at`, day('2023-02-29')],
    ['31 February', documentWith(['runs', { until: '2024-02-31' }]), 'quote.invalid_date', 'runs.until', day('2024-02-31')],
    [
      'an instant without offset',
      withFact({ do: 'end', at: '2024-01-02T10:00' }),
      'quote.invalid_instant',
      `${fact}.at`,
      instant('2024-01-02T10:00'),
    ],
    [
      'an offset of 25 hours',
      withFact({ do: 'end', at: '2024-01-02T10:00:00+25:00' }),
      'quote.invalid_instant',
      `${fact}.at`,
      instant('2024-01-02T10:00:00+25:00'),
    ],
    [
      'a negative quantity',
      withFact({ do: 'quantity', component: 'seat', value: '-1' }),
      'quote.negative',
      `${fact}.value`,
      negative('-1'),
    ],
    [
      'a negative payment',
      documentWith(['payments', [{ at: '2024-01-01', amount: '-5' }]]),
      'quote.negative',
      'payments[0].amount',
      negative('-5'),
    ],
    [
      'tenths of a yen',
      documentWith(['account.currency', 'JPY'], ['account.balance', '1.5']),
      'money.too_many_digits',
      'account.balance',
      '"1.5" has more decimals than the currency; it has 0.',
    ],
    [
      '101 per cent',
      withFact({ do: 'discount', percent: '101' }),
      'discount.above_hundred',
      `${fact}.percent`,
      'A discount is at most 100 per cent.',
    ],
    [
      'billing days out of order',
      documentWith(['runs', ['2024-02-01', '2024-01-01']]),
      'quote.runs_out_of_order',
      'runs[1]',
      'Billing days must be in order; sort them.',
    ],
    [
      'thresholds that fall',
      documentWith(['account.interim', ['500', '200']]),
      'interim.not_ascending',
      'account.interim[1]',
      'Thresholds must rise; put them in order.',
    ],
  ]);
});

describe('what ends before it begins', () => {
  refuses([
    [
      'a timeline',
      withFact({ do: 'end', at: '2023-12-01' }),
      'timeline.ends_before_start',
      'subscriptions[0].timeline[1]',
      'The subscription ends before it starts; correct one of the two days.',
    ],
    [
      'a timeline that never begins',
      documentWith(['subscriptions.0.timeline', [{ at: '2024-01-01', do: 'end' }]]),
      'timeline.no_start',
      'subscriptions[0].timeline',
      'The subscription never starts; add a fact with "do": "start" that names its plan.',
    ],
    [
      'a trial',
      documentWith(['subscriptions.0.timeline.0.trialUntil', '2023-01-01']),
      'timeline.trial_ends_before_start',
      'subscriptions[0].timeline[0].trialUntil',
      'The trial ends before it begins; give a later day.',
    ],
    [
      'a discount',
      withFact({ do: 'discount', percent: '10', until: '2024-01-01' }),
      'discount.ends_before_start',
      'subscriptions[0].timeline[1].until',
      'The discount ends before it begins; give a later day.',
    ],
    [
      'an item',
      documentWith(['items', [item({ until: '2023-01-01' })]]),
      'item.ends_before_start',
      'items[0].until',
      'The item ends before it begins; give a later day.',
    ],
    [
      'a grant',
      documentWith(['account.grants', [{ id: 'g', amount: '5', at: '2024-01-01', expires: '2024-01-01' }]]),
      'grant.ends_before_start',
      'account.grants[0].expires',
      'The grant expires before it begins; give a later day.',
    ],
    [
      'a billed window',
      billed(cell({ window: { from: '2024-01-01', to: '2023-01-01' } })),
      'billed.no_window',
      'billed[0].window',
      'A window ends after it begins, both as dates or both as instants.',
    ],
  ]);
});

describe('a credit on a component that several have', () => {
  const credit = { item: 'P/seat', at: '2024-01-01', amount: '1' };
  const message =
    'Several subscriptions or named items have "P/seat", and the credit is for one; add an item with a negative amount instead.';
  const second = { id: 't', timeline: [{ at: '2024-01-01', do: 'start', plan: 'P' }] };
  const anna = { at: '2024-01-02', do: 'item', component: 'seat', item: 'anna' };
  refuses([
    ['subscriptions', documentWith(['subscriptions.1', second], ['credits', [credit]]), 'credit.ambiguous', 'credits[0].item', message],
    ['items', documentWith(['subscriptions.0.timeline.1', anna], ['credits', [credit]]), 'credit.ambiguous', 'credits[0].item', message],
  ]);
});

describe('what is there twice', () => {
  const twice = (what: string, name: string): string => `${what} "${name}" is there twice; each needs a name of its own.`;
  const plan = { key: 'P', components: [{ key: 'seat', price: { kind: 'unit', price: '3' } }] };
  const subscription = { id: 's', timeline: [{ at: '2024-01-01', do: 'start', plan: 'P' }] };
  const credit = { id: 'c', item: 'P/seat', at: '2024-01-01', amount: '1' };
  const discount = { id: 'd', at: '2024-01-01', amount: '1' };
  const grant = { id: 'g', at: '2024-01-01', amount: '1' };
  const rate = { name: 'VAT', percent: '19' };
  const event = { id: 'u', subscription: 's', meter: 'gb', at: '2024-01-01', value: '1' };
  refuses([
    ['a plan', documentWith(['plans.1', plan]), 'plan.duplicate', 'plans[1].key', twice('Plan', 'P')],
    [
      'a component',
      documentWith(['plans.0.components.1', plan.components[0]]),
      'component.duplicate',
      'plans[0].components[1].key',
      twice('Component', 'seat'),
    ],
    [
      'a subscription',
      documentWith(['subscriptions.1', subscription]),
      'subscription.duplicate',
      'subscriptions[1].id',
      twice('Subscription', 's'),
    ],
    ['a fact', withFact({ id: 'f1', do: 'pause' }), 'timeline.duplicate_fact', 'subscriptions[0].timeline[1].id', twice('Fact', 'f1')],
    ['an item', documentWith(['items', [item(), item()]]), 'item.duplicate', 'items[1].id', twice('Item', 'x')],
    [
      'an item under the name of a component',
      documentWith(['items', [item({ id: 'P/seat' })]]),
      'item.named_like_component',
      'items[0].id',
      `"P/seat" is a component's name; give the item another.`,
    ],
    ['a credit', documentWith(['credits', [credit, credit]]), 'credit.duplicate', 'credits[1].id', twice('Credit', 'c')],
    [
      'a fixed discount',
      documentWith(['discounts', [discount, discount]]),
      'discount.duplicate',
      'discounts[1].id',
      twice('Discount', 'd'),
    ],
    ['a grant', documentWith(['account.grants', [grant, grant]]), 'grant.duplicate', 'account.grants[1].id', twice('Grant', 'g')],
    ['a seller', documentWith(['sellers', [{ id: 'h' }, { id: 'h' }]]), 'seller.duplicate', 'sellers[1].id', twice('Seller', 'h')],
    [
      'a tax rate',
      documentWith(['account.taxes', { standard: [rate, rate] }]),
      'tax.duplicate_rate',
      'account.taxes.standard[1]',
      twice('The rate', 'VAT from ever'),
    ],
    [
      'an event with another value',
      documentWith(['usage', [event, { ...event, value: '2' }]]),
      'usage.id_reused',
      'usage[1].id',
      'Event "u" is there twice with different contents; give each its own id.',
    ],
    [
      'a billed cell',
      billed(cell({}), cell({ seq: 2 })),
      'billed.duplicate',
      'billed[1]',
      'This period of this component is there twice; leave one out.',
    ],
  ]);

  it('counts the same event once', () => {
    const usage = [event, event];
    const metered = { key: 'gb', kind: 'metered', price: { kind: 'unit', price: '5' } };
    const document = documentWith(['plans.0.components', [metered]], ['usage', usage], ['runs', ['2024-02-01']]);
    expect(answerQuotes([document])).toMatchObject([{ invoices: [{ total: '5.00' }] }]);
  });
});
