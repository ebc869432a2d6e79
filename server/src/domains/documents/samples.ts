// Documents of every kind that the pages must get right, for tests, the benchmark and the picture in the README. Lines are given; taxes and
// totals follow.
import { assert } from '../../kernel/assert.ts';
import { formatMinor, parseDecimal, parseMinor } from '../../kernel/money/decimal.ts';
import { add, divide, fromMinor, multiply, ONE, rational, subtract, toMinor } from '../../kernel/money/rational.ts';
import type { BuyerFacts, DocumentLine, DocumentModel, LineGroup, SellerFacts, TaxExemption, TaxFacts } from './core/document-model.ts';

const sampleSeller: SellerFacts = {
  name: 'Nordlicht Hosting GmbH',
  brand: 'Nordlicht',
  address: ['Speicherstraße 12', '20457 Hamburg'],
  country: 'DE',
  registrations: [
    { scheme: 'vat', number: 'DE123456789' },
    { scheme: 'company', number: 'HRB 112233, Amtsgericht Hamburg' },
  ],
  email: 'billing@nordlicht.example',
  phone: '+49 40 5550 120',
  website: 'www.nordlicht.example',
};

const sampleBuyer: BuyerFacts = {
  name: 'Harbour & Finch Ltd',
  address: ['Accounts Payable', '41 Wharf Lane', 'Bristol BS1 6XN'],
  country: 'GB',
  registrations: [{ scheme: 'vat', number: 'GB987654321' }],
  accountNumber: '10482',
  externalId: 'acct-7f31',
  purchaseOrder: 'PO-2024-0117',
  buyerReference: null,
};

/** A line by what matters to a sample; the amount is what its exact amount rounds to. */
export function sampleLine(line: Partial<DocumentLine> & Pick<DocumentLine, 'description' | 'exactAmount'>, digits = 2): DocumentLine {
  const exact = parseDecimal(line.exactAmount);
  assert(exact !== null, `"${line.exactAmount}" is not a decimal`);
  const gross = toMinor(exact, digits, 'half_up');
  const discount = parseMinor(line.discount ?? '0', digits) ?? 0n;
  return {
    item: null,
    kind: 'recurring',
    reason: 'due',
    interval: { from: '2024-01-01', to: '2024-02-01' },
    fraction: null,
    unit: null,
    old: null,
    new: null,
    parts: [],
    tax: { category: 'standard', percent: '19' },
    ...line,
    gross: formatMinor(gross, digits),
    discount: formatMinor(discount, digits),
    amount: formatMinor(gross - discount, digits),
  };
}

interface SampleOptions extends Partial<Omit<DocumentModel, 'groups' | 'taxes' | 'net' | 'tax' | 'total' | 'due'>> {
  readonly exemptions?: Readonly<Record<string, TaxExemption>>;
}

export function sampleDocument(groups: readonly LineGroup[], options: SampleOptions = {}): DocumentModel {
  const { exemptions = {}, ...overrides } = options;
  const digits = options.digits ?? 2;
  const taxes = taxesOf(groups, digits, options.taxInclusive ?? false, exemptions);
  const minor = (text: string) => parseMinor(text, digits) ?? 0n;
  const tax = taxes.reduce((sum, group) => sum + minor(group.amount), 0n);
  const lines = groups.flatMap((group) => group.lines).reduce((sum, line) => sum + minor(line.amount), 0n);
  const net = options.taxInclusive ? lines - tax : lines;
  const applied = (options.applied ?? []).reduce((sum, entry) => sum + minor(entry.amount), 0n);
  return {
    version: 1,
    kind: 'invoice',
    number: 'INV-2024-000217',
    language: 'en',
    timezone: 'Europe/Berlin',
    currency: 'EUR',
    digits,
    issuedOn: '2024-02-01',
    taxPointOn: null,
    servicePeriod: { from: '2024-01-01', to: '2024-02-01' },
    dueOn: '2024-02-15',
    seller: sampleSeller,
    buyer: sampleBuyer,
    corrects: [],
    taxInclusive: false,
    allowances: [],
    applied: [],
    payment: {
      termDays: 14,
      bank: { holder: 'Nordlicht Hosting GmbH', bank: 'Hamburger Sparkasse', iban: 'DE89 3704 0044 0532 0130 00', bic: 'HASPDEHHXXX' },
    },
    notes: [],
    ...overrides,
    groups,
    taxes,
    net: formatMinor(net, digits),
    tax: formatMinor(tax, digits),
    total: formatMinor(net + tax, digits),
    due: formatMinor(net + tax - applied, digits),
  };
}

/** Once per category and rate over the whole document; inclusive prices hold their tax. */
function taxesOf(
  groups: readonly LineGroup[],
  digits: number,
  inclusive: boolean,
  exemptions: Readonly<Record<string, TaxExemption>>,
): TaxFacts[] {
  const sums = new Map<string, { category: string; percent: string; minor: bigint }>();
  for (const line of groups.flatMap((group) => group.lines)) {
    if (line.tax === null) continue;
    const key = `${line.tax.category} ${line.tax.percent}`;
    const group = sums.get(key) ?? { ...line.tax, minor: 0n };
    group.minor += parseMinor(line.amount, digits) ?? 0n;
    sums.set(key, group);
  }
  return [...sums.values()].map(({ category, percent, minor }) => {
    const rate = divide(parseDecimal(percent) ?? ONE, rational(100n));
    const sum = fromMinor(minor, digits);
    const base = inclusive ? toMinor(divide(sum, add(ONE, rate)), digits, 'half_up') : minor;
    const amount = inclusive
      ? toMinor(subtract(sum, fromMinor(base, digits)), digits, 'half_up')
      : toMinor(multiply(sum, rate), digits, 'half_up');
    const exemption = exemptions[category] ?? null;
    return { category, name: null, percent, base: formatMinor(base, digits), amount: formatMinor(amount, digits), exemption };
  });
}

const state = (quantity: string, unitPrice: string | null) => ({ quantity, unitPrice, per: null });

/** What `quantity` of something costs at a price; the reason, the time and whatever else is told apart. */
function charge(description: string, quantity: string, unitPrice: string | null, exactAmount: string, more: Partial<DocumentLine> = {}) {
  return sampleLine({ description, new: state(quantity, unitPrice), exactAmount, ...more });
}

/** One page: a renewal, a change within the period, capacity, usage in tiers, a discount and balance. */
export function sampleInvoice(): DocumentModel {
  const february = { from: '2024-02-01', to: '2024-03-01' };
  const workspace = [
    charge('Workspace', '1', '49.00', '49', { interval: february }),
    charge('Seat', '5', '3.00', '15', { unit: 'seats', interval: february }),
    charge('Seat', '10', '3.00', '5.322580645161290323', {
      unit: 'seats',
      reason: 'changed',
      interval: { from: '2024-01-21', to: '2024-02-01' },
      fraction: '11/31',
      old: state('5', '3.00'),
    }),
    charge('Mailbox', '1', '1.50', '0.774193548387096774', {
      item: 'anna@harbourfinch.example',
      reason: 'added',
      interval: { from: '2024-01-16', to: '2024-02-01' },
      fraction: '16/31',
    }),
  ];
  const machines = [
    charge('vCPU', '100', '9.30', '15', {
      kind: 'allocation',
      unit: 'vCPU',
      interval: { from: '2024-01-10T11:00:00Z', to: '2024-01-10T23:00:00Z' },
      fraction: '1/62',
    }),
    charge('Outgoing traffic', '1480.25', null, '8.6445', {
      kind: 'metered',
      unit: 'GB',
      parts: [
        { units: '1000', unitPrice: '0', flat: null, amount: '0' },
        { units: '480.25', unitPrice: '0.018', flat: null, amount: '8.6445' },
      ],
      discount: '0.86',
    }),
    charge('Object storage requests', '1204', '0.000004', '0.004816', { kind: 'metered' }),
  ];
  return sampleDocument(
    [
      { name: 'Team workspace', reference: 'sub-20418', lines: workspace },
      { name: 'Virtual machines', reference: 'sub-20733', lines: machines },
    ],
    { applied: [{ kind: 'balance', reference: null, amount: '20.00' }] },
  );
}

/** German, a tax-free part beside the taxed one, and the night in which the clocks change. */
export function sampleGerman(): DocumentModel {
  const lines = [
    charge('Hosting-Paket M', '1', '12.90', '12.9', { reason: 'renewal', interval: { from: '2024-03-15', to: '2024-04-15' } }),
    charge('Postfach', '4', '1.20', '1.006451612903225806', {
      reason: 'changed',
      unit: 'Stück',
      interval: { from: '2024-03-20', to: '2024-04-15' },
      fraction: '26/31',
      old: state('3', '1.20'),
    }),
    charge('Rechenzeit', '1234.5', '0.0125', '15.43125', {
      kind: 'metered',
      reason: 'late_usage',
      unit: 'Std.',
      interval: { from: '2024-03-31T00:00:00Z', to: '2024-03-31T02:00:00Z' },
    }),
    charge('Mindestumsatz', '1', '4.57', '4.57', {
      kind: 'commitment',
      reason: 'true_up',
      interval: { from: '2024-02-15', to: '2024-03-15' },
    }),
    charge('Schulung nach § 4 Nr. 21 UStG', '1', '150.00', '150', {
      kind: 'item',
      interval: null,
      tax: { category: 'exempt', percent: '0' },
    }),
  ];
  return sampleDocument([{ name: 'Webhosting', reference: 'baeckerei-oeztuerk.example', lines }], {
    language: 'de-DE',
    number: 'RE-2024-000318',
    issuedOn: '2024-04-15',
    dueOn: '2024-04-29',
    taxPointOn: '2024-04-14',
    servicePeriod: { from: '2024-02-15', to: '2024-04-15' },
    buyer: {
      ...sampleBuyer,
      name: 'Bäckerei Öztürk & Söhne OHG',
      address: ['Große Gasse 7', '89073 Ulm'],
      country: 'DE',
      registrations: [{ scheme: 'vat', number: 'DE287654321' }],
      accountNumber: '10311',
      externalId: 'kd-00311',
      purchaseOrder: null,
    },
    exemptions: { exempt: 'exempt' },
    notes: ['Vielen Dank für Ihr Vertrauen.'],
  });
}

/** Takes back unused time and a lowered quantity; everything is negative in the model. */
export function sampleCreditNote(language = 'en'): DocumentModel {
  const lines = [
    charge('Seat', '4', '3.00', '-11.172413793103448276', {
      unit: 'seats',
      reason: 'changed',
      interval: { from: '2024-02-12', to: '2024-03-01' },
      fraction: '18/29',
      old: state('10', '3.00'),
    }),
    sampleLine({
      description: 'Workspace backup',
      reason: 'taken_back',
      interval: { from: '2024-02-15', to: '2024-03-01' },
      fraction: '15/29',
      old: state('1', '8.00'),
      exactAmount: '-4.137931034482758621',
    }),
    charge('Service credit for the outage of 14 January', '1', '10.00', '-10', { kind: 'item', reason: 'credit', interval: null }),
  ];
  return sampleDocument([{ name: 'Team workspace', reference: 'sub-20418', lines }], {
    kind: 'credit_note',
    language,
    number: 'CN-2024-000031',
    issuedOn: '2024-03-01',
    dueOn: null,
    servicePeriod: { from: '2024-02-12', to: '2024-03-01' },
    corrects: [
      { number: 'INV-2024-000217', issuedOn: '2024-02-01' },
      { number: 'INV-2024-000188', issuedOn: '2024-01-01' },
    ],
    applied: [
      { kind: 'invoice', reference: 'INV-2024-000217', amount: '-20.00' },
      { kind: 'balance', reference: null, amount: '-10.12' },
    ],
  });
}

/** Machines with three lines each: eight of them make two pages. */
export function sampleFleet(machines: number): DocumentModel {
  const groups = Array.from({ length: machines }, (_, index) => {
    const gigabytes = 200 + index * 10;
    const hours = 744 - index * 7;
    return {
      name: `Server web-${String(index + 1).padStart(2, '0')}.harbourfinch.example`,
      reference: `srv-${4100 + index}`,
      lines: [
        charge('Managed server', '1', '39.00', '39', { reason: 'renewal' }),
        charge('Block storage', String(gigabytes), '0.045', `${(gigabytes * 45) / 1000}`, { kind: 'allocation', unit: 'GB' }),
        charge('GPU time', String(hours), '0.0825', `${(hours * 825) / 10000}`, { kind: 'metered', unit: 'hours' }),
      ],
    };
  });
  return sampleDocument(groups, { number: `INV-2024-${String(machines).padStart(6, '0')}` });
}

/** A currency without decimals. */
export function sampleYen(): DocumentModel {
  const line = (description: string, quantity: string, unitPrice: string, exactAmount: string) =>
    sampleLine({ description, new: state(quantity, unitPrice), exactAmount, tax: { category: 'standard', percent: '10' } }, 0);
  const lines = [line('Base plan', '1', '12000', '12000'), line('Seat', '7', '1480', '10360')];
  const address = ['2-4-1 Shibakoen', 'Minato-ku, Tokyo 105-0011'];
  return sampleDocument([{ name: 'Cloud platform', reference: null, lines }], {
    currency: 'JPY',
    digits: 0,
    timezone: 'Asia/Tokyo',
    buyer: { ...sampleBuyer, name: 'Minato Trading KK', address, country: 'JP', registrations: [] },
  });
}

/** Retail prices that hold their tax: 9.99 stays 9.99. */
export function sampleInclusive(): DocumentModel {
  const lines = [
    charge('Music streaming', '1', '9.99', '9.99'),
    charge('E-paper', '1', '4.50', '4.5', { tax: { category: 'reduced', percent: '7' } }),
  ];
  return sampleDocument([{ name: null, reference: null, lines }], {
    taxInclusive: true,
    applied: [{ kind: 'payment', reference: 'Visa •••• 4242', amount: '14.49' }],
    payment: { termDays: null, bank: null },
    dueOn: null,
  });
}

/** A cloud bill: amounts far below a cent, long names of resources, no tax. */
export function sampleTinyUsage(): DocumentModel {
  const september = { from: '2024-09-01T00:00:00Z', to: '2024-10-01T00:00:00Z' };
  const usage = (description: string, quantity: string, unitPrice: string, exactAmount: string) =>
    charge(description, quantity, unitPrice, exactAmount, { kind: 'metered', tax: null, interval: september });
  const logs = 'arn:aws:logs:eu-central-1:123456789012:log-group:/aws/lambda/thumbnail-generator-production:log-stream';
  const lines = [
    usage('Requests-Tier1', '231', '0.000005', '0.001155'),
    usage('DataTransfer-Out-Bytes', '0.0000231481', '0.09', '0.000002083329'),
    usage('TimedStorage-ByteHrs', '41.250000000231', '0.023', '0.948750000005313'),
    usage('Lambda-GB-Second', '0.000000000000001', '0.0000166667', '0.0000000000000000000000166667'),
    usage(logs, '3', '0.5', '1.5'),
  ];
  const address = ['500 Market Street', 'San Francisco, CA 94105'];
  return sampleDocument([{ name: 'Sub-account', reference: '123456789012', lines }], {
    currency: 'USD',
    timezone: 'UTC',
    number: 'INV-2024-000981',
    issuedOn: '2024-10-01',
    dueOn: '2024-10-31',
    servicePeriod: { from: '2024-09-01', to: '2024-10-01' },
    payment: { termDays: 30, bank: null },
    seller: { ...sampleSeller, name: 'Cumulus Resale, Inc.', brand: null, address, country: 'US', registrations: [] },
  });
}

/** Names as an enemy or an accident writes them, in every field that users fill. */
export function sampleHostile(text: string): DocumentModel {
  const line = charge(text, '3', '2.00', '6', { item: text, unit: text });
  return sampleDocument([{ name: text, reference: text, lines: [line, line] }], {
    number: 'INV-2024-000666',
    seller: {
      ...sampleSeller,
      name: text,
      brand: text,
      address: [text, text],
      email: text,
      registrations: [{ scheme: 'company', number: text }],
    },
    buyer: { ...sampleBuyer, name: text, address: [text], externalId: text, purchaseOrder: text, buyerReference: text },
    applied: [{ kind: 'grant', reference: text, amount: '1.00' }],
    payment: { termDays: 14, bank: { holder: text, bank: text, iban: text, bic: text } },
    notes: [text],
  });
}
