// What a quote tells beside the lines: unbilled usage, minimum charges, grants, inclusive prices, chains of sellers, and how a story is cut and continued.
import { describe, expect, it } from 'vitest';
import { answerStory, lines, type QuoteStory, seat, storyDocument, tableOf } from '../../../testing/quote-tables.ts';
import { answerQuote } from '../index.ts';

type Json = Record<string, unknown>;

const tenner = { key: 'seat', price: { kind: 'unit', price: '10' } };
const gigabyte = { key: 'gb', kind: 'metered', price: { kind: 'unit', price: '1' } };
const event = (id: string, at: string, more: Json = {}): Json => ({ id, subscription: 's', meter: 'gb', at, value: '1', ...more });
const totals = (story: QuoteStory): string[] =>
  answerStory(story).invoices.map(({ run, total, applied, due, collection }) => {
    const paid = applied.map((one) => ('grant' in one ? `${one.grant} ${one.amount} ` : `balance ${one.amount} `)).join('');
    return `${run} ${total} ${paid}due ${due}${collection === undefined ? '' : ` ${collection}`}`;
  });

describe('usage that nothing bills', () => {
  const timeline = [
    { at: '2024-01-03', do: 'start', plan: 'P', trialUntil: '2024-01-05' },
    { at: '2024-01-10', do: 'pause' },
    { at: '2024-01-12', do: 'resume' },
    { at: '2024-01-20', do: 'end' },
  ];
  it.each([
    ['before_start', event('u', '2024-01-02T23:59:59Z')],
    ['in_trial', event('u', '2024-01-04')],
    [undefined, event('u', '2024-01-05')],
    ['paused', event('u', '2024-01-10')],
    [undefined, event('u', '2024-01-12')],
    ['after_end', event('u', '2024-01-20')],
    ['meter_not_sold', event('u', '2024-01-06', { meter: 'cpu' })],
    ['unknown_subscription', event('u', '2024-01-06', { subscription: 'z' })],
    ['not_yet_recorded', event('u', '2024-01-06', { recorded: '2024-02-02' })],
  ])('is listed: %s', (reason, usage) => {
    const { invoices, unbilled } = answerStory({
      start: null,
      components: [gigabyte],
      timeline,
      runs: ['2024-02-01'],
      more: { usage: [usage] },
    });
    expect(unbilled).toEqual(reason === undefined ? [] : [{ id: 'u', reason }]);
    expect(invoices.length).toBe(reason === undefined ? 1 : 0);
  });
});

describe('usage that a change still waits for, or that no item takes', () => {
  const paused = (changes: Json): string[] => {
    const { unbilled } = answerStory({
      account: { changes },
      components: [gigabyte],
      timeline: [{ at: '2024-01-10', do: 'pause' }],
      runs: ['2024-01-01', '2024-01-15'],
      more: { usage: [event('u', '2024-01-12')] },
    });
    return unbilled.map((one) => one.reason);
  };
  it('is billed until the change counts', () => {
    expect(paused({ downgrade: 'at_once' })).toEqual(['paused']);
    expect(paused({ downgrade: 'next_cycle' })).toEqual([]);
  });
  it('is listed where a component counts named items and none is held', () => {
    const item = { at: '2024-01-10', do: 'item', component: 'gb', item: 'disk', value: '1' };
    const { unbilled } = answerStory({
      components: [gigabyte],
      timeline: [item],
      runs: ['2024-02-01'],
      more: { usage: [event('u', '2024-01-05'), event('v', '2024-01-12')] },
    });
    expect(unbilled).toEqual([{ id: 'u', reason: 'nothing_held' }]);
  });
});

describe('a minimum of 20.00 for months of 10.00', () => {
  const story = (carry: string): QuoteStory => ({
    account: { minimum: { amount: '20.00', carry } },
    components: [tenner],
    runs: ['2024-01-01', '2024-02-01', '2024-03-01'],
  });
  it.each([
    ['collection', ['2024-01-01 10.00 due 10.00 carried', '2024-02-01 10.00 due 10.00', '2024-03-01 10.00 due 10.00']],
    ['lines', ['2024-02-01 20.00 due 20.00']],
    ['top_up', ['2024-01-01 20.00 due 20.00', '2024-02-01 20.00 due 20.00', '2024-03-01 20.00 due 20.00']],
  ])('carries %s', (carry, expected) => {
    expect(totals(story(carry))).toEqual(expected);
  });
});

describe('lines that wait for the minimum', () => {
  const story: QuoteStory = {
    account: {
      minimum: { amount: '25.00', carry: 'lines' },
      taxes: { standard: [{ name: 'VAT', percent: '19', from: '2007-01-01' }] },
      interim: ['1.00'],
      anchor: { day: 13 },
    },
    components: [tenner, gigabyte, { ...tenner, key: 'hour', kind: 'allocation' }],
    timeline: [
      { at: '2024-01-05', do: 'discount', percent: '10' },
      { at: '2024-01-08', do: 'anchor', anchor: { day: 1 } },
    ],
    runs: ['2024-01-01', '2024-01-13', '2024-02-01', '2024-03-01'],
    more: {
      usage: [event('u', '2024-01-14T12:00:00Z')],
      items: [{ id: 'x', at: '2024-01-13', amount: '-2' }],
      discounts: [{ id: 'd', at: '2024-01-01', amount: '1.00' }],
    },
  };

  it.each([1, 2, 3])('are handed on with the rest: cut after %i billing days', (cut) => {
    const document: Json = { ...storyDocument(story), discounts: [{ id: 'd', at: '2024-01-01', amount: '1.00' }] };
    const whole = answerQuote(document);
    const first = answerQuote({ ...document, runs: (story.runs as string[]).slice(0, cut) });
    const { billed, billedThrough, waiting, balance } = JSON.parse(JSON.stringify(first)) as typeof first;
    const second = answerQuote({
      ...document,
      account: { ...(document.account as Json), balance },
      discounts: [{ id: 'd', at: '2024-01-01', amount: '1.00', bound: first.discounts[0]!.bound }],
      billed,
      billedThrough,
      waiting,
      runs: (story.runs as string[]).slice(cut),
    });
    expect([...first.invoices, ...second.invoices].map(({ run, net, lines: printed }) => [run, net, printed])).toEqual(
      whole.invoices.map(({ run, net, lines: printed }) => [run, net, printed]),
    );
    expect([second.billed, second.waiting, second.discounts]).toEqual([whole.billed, whole.waiting, whole.discounts]);
    expect(cut === 1 ? first.waiting.map(({ amount, component }) => [component, amount]) : []).toEqual(
      cut === 1 ? [['P/seat', '2.87']] : [],
    );
  });
});

describe('grants of 12.00 for months of 10.00 at 20 per cent', () => {
  const story = (grant: Json, account: Json = {}): QuoteStory => ({
    account: {
      taxes: { standard: [{ name: 'VAT', percent: '20' }] },
      grants: [{ id: 'g', amount: '12.00', at: '2024-01-01', ...grant }],
      ...account,
    },
    components: [tenner],
    runs: ['2024-01-01', '2024-02-01'],
  });
  it.each([
    ['lower the taxable amount by default', {}, {}, ['2024-01-01 0.00 g 10.00 due 0.00', '2024-02-01 9.60 g 2.00 due 9.60']],
    ['pay after tax as vouchers', { kind: 'voucher' }, {}, ['2024-01-01 12.00 g 12.00 due 0.00', '2024-02-01 12.00 due 12.00']],
    ['pay after tax as compensation', { kind: 'compensation' }, {}, ['2024-01-01 12.00 g 12.00 due 0.00', '2024-02-01 12.00 due 12.00']],
    [
      'are spent before the balance',
      { kind: 'voucher', amount: '5.00' },
      { balance: '4.00' },
      ['2024-01-01 12.00 g 5.00 balance 4.00 due 3.00', '2024-02-01 12.00 due 12.00'],
    ],
    [
      'expire',
      { kind: 'voucher', amount: '15.00', expires: '2024-02-01' },
      {},
      ['2024-01-01 12.00 g 12.00 due 0.00', '2024-02-01 12.00 due 12.00'],
    ],
  ])('%s', (_, grant, account, expected) => {
    expect(totals(story(grant, account))).toEqual(expected);
  });
});

describe('inclusive prices', () => {
  it('stay what they are, also when part of them is given back', () => {
    const table = tableOf({
      account: { taxInclusive: true, taxes: { standard: [{ name: 'VAT', percent: '19' }] } },
      components: [{ key: 'seat', price: { kind: 'unit', price: '9.99' } }],
      timeline: [{ at: '2024-01-16', do: 'end' }],
      runs: ['2024-01-01', '2024-01-16'],
    });
    expect(table).toBe(lines`
      2024-01-01 invoice
        2024-01-01 – 2024-02-01  P/seat 1          1  due  9.99
                                 VAT 19 % of 8.39          1.60
                                 total                     9.99
                                 due                       9.99

      2024-01-16 credit note
        2024-01-16 – 2024-02-01  P/seat 1           16/31  taken_back  -5.16
                                 VAT 19 % of -4.34                     -0.82
                                 total                                 -5.16
                                 due                                    0.00

      owed 4.83, balance 0.00`);
  });
});

describe('a chain of sellers', () => {
  const price = (fields: Json, amount: string): Json => ({ component: 'P/seat', price: { kind: 'unit', price: amount }, ...fields });
  const why = (...prices: Json[]) => {
    const sellers = [{ id: 'host' }, { id: 'res', parent: 'host' }];
    const story = { account: { id: 'acme' }, components: [{ key: 'seat' }], quantities: { seat: '2' }, runs: ['2024-02-01'] };
    return answerStory({ ...story, more: { sellers, prices } }).invoices[0]!.lines[0]!.priceWhy;
  };
  const wholesale = price({ seller: 'host', audience: 'resellers' }, '6');
  const retail = price({ seller: 'res', audience: 'companies' }, '9');

  it('says what everybody takes and keeps', () => {
    expect(why(wholesale, retail)).toMatchObject({
      step: 'global',
      seller: 'res',
      considered: [{ seller: 'host', whyNot: 'other_seller' }],
      edges: [
        { seller: 'host', buyer: 'res', amount: '12', cost: null, margin: null, belowCost: false },
        { seller: 'res', buyer: 'acme', amount: '18', cost: '12', margin: '6', belowCost: false },
      ],
    });
  });

  it('knows no price that was published after the run', () => {
    const later = price({ seller: 'res', audience: 'companies', from: '2024-02-01', recorded: '2024-03-01', correction: true }, '1');
    const { step, from, considered } = why(wholesale, retail, later)!;
    expect([step, from, considered.map((one) => one.whyNot)]).toEqual(['global', null, ['other_seller', 'not_yet_known']]);
  });

  it('warns of an override below cost', () => {
    expect(why(wholesale, retail, price({ seller: 'res', buyer: 'acme' }, '5.50'))).toMatchObject({
      step: 'override',
      buyer: 'acme',
      considered: [{ whyNot: 'other_seller' }, { whyNot: 'overridden' }],
      edges: [{ amount: '12' }, { amount: '11', cost: '12', margin: '-1', belowCost: true }],
    });
  });
});

describe('a story', () => {
  it('until a day runs when something is due or recorded', () => {
    const timeline = [{ at: '2024-01-16', recorded: '2024-01-18', do: 'end' }];
    expect(totals({ components: [seat], timeline, runs: { until: '2024-12-31' } })).toEqual([
      '2024-01-01 3.00 due 3.00',
      '2024-01-18 -1.55 due 0.00',
    ]);
  });

  const story: QuoteStory = {
    account: { taxes: { standard: [{ name: 'VAT', percent: '19' }] } },
    components: [
      seat,
      {
        ...gigabyte,
        price: {
          kind: 'graduated',
          tiers: [
            { upTo: '5', price: '1' },
            { upTo: null, price: '0.5' },
          ],
        },
      },
      { key: 'cpu', kind: 'allocation', period: { unit: 'hour', count: 12 }, price: { kind: 'unit', price: '0.1' } },
      { key: 'setup', kind: 'one_time', price: { kind: 'unit', price: '5' } },
    ],
    timeline: [
      { at: '2024-01-11', do: 'discount', percent: '10' },
      { at: '2024-01-05', do: 'anchor', anchor: { day: 15 } },
      { at: '2024-01-20', do: 'quantity', component: 'seat', value: '2' },
    ],
    runs: [],
    more: {
      usage: [event('a', '2024-01-06', { value: '8' }), event('b', '2024-01-07', { value: '3', recorded: '2024-03-01' })],
      items: [{ id: 'x', at: '2024-01-03', amount: '7', every: { unit: 'week', count: 1 }, until: '2024-02-01' }],
      credits: [{ item: 'P/seat', at: '2024-01-20', amount: '1' }],
      discounts: [{ at: '2024-01-01', amount: '1', items: ['P/seat'] }],
    },
  };
  const runs = ['2024-01-01', '2024-01-20', '2024-02-01', '2024-02-15', '2024-03-15'];

  it.each([1, 2, 3, 4])('may be cut after billing day %i and continued from what was billed', (cut) => {
    const document = storyDocument(story);
    const whole = answerQuote({ ...document, runs });
    const first = answerQuote({ ...document, runs: runs.slice(0, cut) });
    const billed: unknown = JSON.parse(JSON.stringify(first.billed));
    const discounts = [{ at: '2024-01-01', amount: '1', items: ['P/seat'], bound: '1' }];
    const second = answerQuote({ ...document, discounts, billed, runs: runs.slice(cut) });
    expect([...first.invoices, ...second.invoices].map((invoice) => invoice.lines)).toEqual(whole.invoices.map((invoice) => invoice.lines));
    expect(second.billed).toEqual(whole.billed);
  });

  it('asked again says nothing', () => {
    const document = { ...storyDocument(story), runs };
    expect(answerQuote({ ...document, billed: answerQuote(document).billed, discounts: [], runs: ['2024-03-15'] }).invoices).toEqual([]);
  });

  it('does not depend on the order of its facts', () => {
    const document = { ...storyDocument(story), runs } as unknown as { subscriptions: { timeline: unknown[] }[]; usage: unknown[] };
    const turned = {
      ...document,
      usage: document.usage.toReversed(),
      subscriptions: [{ id: 's', timeline: document.subscriptions[0]!.timeline.toReversed() }],
    };
    expect(answerQuote(turned)).toEqual(answerQuote(document));
  });
});

it('says which part of a period is billed where a moved billing day cut it', () => {
  const timeline = [{ at: '2024-03-01', do: 'anchor', anchor: { day: 1 } }];
  const { invoices } = answerStory({ start: '2024-01-13', components: [tenner], timeline, runs: ['2024-02-13', '2024-03-13'] });
  expect(invoices.flatMap((invoice) => invoice.lines.map(({ period, window }) => [period?.from, window]))).toEqual([
    ['2024-01-13', undefined],
    ['2024-02-13', undefined],
    ['2024-03-01', { from: '2024-03-13', to: '2024-04-01' }],
  ]);
});
