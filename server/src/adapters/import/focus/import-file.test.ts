// Whole files, good and hostile, through the import into books in memory: taken whole with an account of every row, or not at all.
import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { formatExact } from '../../../kernel/money/rational.ts';
import type { Refusal } from '../../../kernel/refusal.ts';
import { chargeExactly, createMemoryImportTarget } from '../../../testing/memory-import-target.ts';
import { type ImportProgress, importFocusFile } from './import-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'prorata-focus-'));
afterAll(() => rmSync(folder, { recursive: true }));

const COLUMNS =
  'BillingAccountId,BillingCurrency,BillingPeriodStart,ChargeCategory,ChargePeriodStart,ListCost,ListUnitPrice,PricingQuantity,PricingUnit,ProviderName,SkuId,SkuPriceId,SubAccountId,Tags';

interface Written {
  readonly account?: string;
  readonly at?: string;
  readonly category?: string;
  readonly currency?: string;
  readonly cost?: string;
  readonly price?: string;
  readonly quantity?: string;
  readonly priceId?: string;
  readonly period?: string;
  readonly provider?: string;
}

function line(written: Written = {}): string {
  const { account = 'acme', at = '2024-09-02 00:00:00', category = 'Usage', currency = 'USD', quantity = '1', price = '2' } = written;
  const { cost = String(Number(quantity) * Number(price)), priceId = 'p1', period = '2024-09-01', provider = 'AWS' } = written;
  return `b1,${currency},${period},${category},${at},${cost},${price},${quantity},GB,${provider},s1,${priceId},${account},"{""a"": 1}"`;
}

const csv = (...lines: readonly string[]) => `${[COLUMNS, ...lines].join('\n')}\n`;

let files = 0;
function save(content: string | Buffer): string {
  files += 1;
  const path = join(folder, `${files}.csv`);
  writeFileSync(path, content);
  return path;
}

async function importInto(content: string | Buffer, target = createMemoryImportTarget('USD')) {
  const report = await importFocusFile(save(content), target);
  return { report, books: target.books(), target };
}

async function refusalOf(content: string | Buffer, target = createMemoryImportTarget('USD')): Promise<Refusal> {
  const before = target.books();
  const path = save(content);
  const refusal = await importFocusFile(path, target).then(
    () => expect.fail('the file was taken'),
    (error: Refusal) => error,
  );
  expect(refusal.name, String(refusal)).toBe('Refusal');
  expect(refusal.path?.startsWith(path)).toBe(true);
  expect(target.books()).toBe(before);
  expect(target.openTransactions()).toBe(0);
  return refusal;
}

const amounts = (books: Parameters<typeof chargeExactly>[0]) =>
  Object.fromEntries([...chargeExactly(books)].map(([account, amount]) => [account, formatExact(amount)]));

describe('a file is taken', () => {
  it('as accounts, priced components, subscriptions, events and items', async () => {
    const { report, books } = await importInto(
      csv(line(), line({ quantity: '3' }), line({ account: 'umbrella', price: '0.5' }), line({ category: 'Tax', cost: '1.90' })),
    );
    expect(report).toMatchObject({
      rows: 4,
      accounts: 2,
      components: 2,
      subscriptions: 2,
      events: 3,
      items: 1,
      refused: 0,
      listCost: '10.4',
    });
    expect(report).toMatchObject({ billableListCost: '8.5', itemListCost: '1.9', refusedListCost: '0', providerMade: false, warnings: [] });
    expect(amounts(books)).toEqual({ acme: '9.9', umbrella: '0.5' });
    expect([...books.components.keys()]).toEqual(['AWS/p1@2/GB', 'AWS/p1@0.5/GB']);
  });

  it('packed or not, with a byte order mark, Windows line ends, blank lines and columns in another order, all the same', async () => {
    const plain = csv(line(), line({ quantity: '3' }));
    const expected = (await importInto(plain)).books;
    const turned = plain
      .trimEnd()
      .split('\n')
      .map((text) => `${text.slice(text.lastIndexOf(',') + 1)},${text.slice(0, text.lastIndexOf(','))}`);
    const halves = [plain.slice(0, 200), plain.slice(200)].map((half) => gzipSync(half));
    for (const content of [
      gzipSync(plain),
      Buffer.concat(halves),
      `\uFEFF${plain.replaceAll('\n', '\r\n')}`,
      `${plain}\n \n`,
      `${turned.join('\n')}\n`,
    ]) {
      const { books } = await importInto(content);
      expect([...books.events.keys()]).toEqual([...expected.events.keys()]);
    }
  });

  it('twice without a change, also with its rows in another order', async () => {
    const rows = [line(), line(), line({ quantity: '-1' }), line({ quantity: '-9' }), line({ currency: 'EUR' })];
    const { target, books, report } = await importInto(csv(...rows));
    expect(report).toMatchObject({ events: 3, items: 1, refused: 1 });
    const again = await importInto(csv(...rows.toReversed()), target);
    expect(again.books).toBe(books);
    expect(again.report).toMatchObject({ nothingNew: true, eventsMade: 0, itemsMade: 0, refused: 1, refusedListCost: '2' });
  });

  it('with identical rows counted apart, under the same ids wherever it is imported', async () => {
    const rows = [line(), line({ quantity: '2' }), line(), line()];
    const first = await importInto(csv(...rows));
    expect(first.report.events).toBe(4);
    expect(amounts(first.books)).toEqual({ acme: '10' });
    const other = await importInto(csv(...rows));
    expect([...other.books.events.keys()]).toEqual([...first.books.events.keys()]);
  });

  it('beside bills recorded before, of which nothing is written again', async () => {
    const { target } = await importInto(csv(line()));
    const { report, books } = await importInto(csv(line(), line({ period: '2024-10-01', at: '2024-08-31 23:00:00' })), target);
    expect(report.bills.map(({ recordedBefore }) => recordedBefore)).toEqual([true, false]);
    expect(report).toMatchObject({ nothingNew: false, events: 2, eventsMade: 1, accountsMade: 0, subscriptionsMade: 0 });
    expect(amounts(books)).toEqual({ acme: '4' });
  });

  it('with a provider made in its currency where there is none', async () => {
    const { report, books } = await importInto(csv(line({ currency: 'EUR' }), line({ currency: 'USD' })), createMemoryImportTarget(null));
    expect(report).toMatchObject({ providerMade: true, currency: 'EUR', events: 1, refused: 1 });
    expect(books.currency).toBe('EUR');
  });

  it('telling its progress', async () => {
    const seen: ImportProgress[] = [];
    const path = save(csv(...Array.from({ length: 2500 }, (_, at) => line({ account: `a${at}` }))));
    await importFocusFile(path, createMemoryImportTarget('USD'), { onProgress: (progress) => seen.push(progress) });
    expect(seen.map(({ phase, rows }) => `${phase} ${rows}`)).toEqual(
      ['checking', 'importing'].flatMap((phase) => [1000, 2000, 2500].map((rows) => `${phase} ${rows}`)),
    );
    expect(seen.at(-1)!.readBytes).toBe(seen.at(-1)!.sizeBytes);
  });
});

describe('negative usage', () => {
  it.each<[string, readonly string[], number, number]>([
    ['within what was used', ['5', '-3'], 2, 0],
    ['down to nothing', ['5', '-5'], 2, 0],
    ['beyond what was used', ['5', '-6'], 1, 1],
    ['before what it takes back', ['-3', '5'], 2, 0],
    ['as far as it goes', ['5', '-3', '-4', '-2'], 3, 1],
    ['of nothing', ['-1'], 0, 1],
  ])('%s', async (_, quantities, events, items) => {
    const { report, books } = await importInto(csv(...quantities.map((quantity) => line({ quantity }))));
    expect([report.events, report.items]).toEqual([events, items]);
    const total = quantities.reduce((sum, quantity) => sum + 2 * Number(quantity), 0);
    expect(amounts(books).acme ?? '0').toBe(String(total));
  });

  it('does not reach into another month, account or price', async () => {
    const { report } = await importInto(
      csv(
        line({ quantity: '5' }),
        ...[{ at: '2024-08-02 00:00:00' }, { account: 'other' }, { priceId: 'p2' }].map((other) => line({ ...other, quantity: '-1' })),
      ),
    );
    expect(report).toMatchObject({ events: 1, items: 3 });
  });
});

describe('a bill once taken and changed since', () => {
  const rows = [line(), line({ quantity: '2' }), line({ account: 'umbrella' })];
  it.each<[string, readonly string[], string, string]>([
    ['a row changed', [rows[0]!, line({ quantity: '4' }), rows[2]!], '1', '1'],
    ['a row missing', rows.slice(1), '0', '1'],
    ['a row more', [...rows, line({ quantity: '9' })], '1', '0'],
    ['a row twice', [...rows, rows[0]!], '1', '0'],
  ])('%s is refused as a whole', async (_, changed, unknownRows, missingRows) => {
    const { target } = await importInto(csv(...rows));
    const refusal = await refusalOf(csv(...changed), target);
    expect(refusal).toMatchObject({ code: 'focus.changed_file', parameters: { bill: 'AWS/b1/2024-09-01', unknownRows, missingRows } });
  });

  it('names the lines', async () => {
    const { target } = await importInto(csv(...rows));
    const { message, parameters } = await refusalOf(csv(line(), line({ quantity: '4' }), rows[2]!), target);
    expect(parameters.line).toBe('3');
    expect(message).toContain('1 rows of the file were not in it, at line 3, and 1 of its rows are missing');
  });
});

describe('a file that cannot be read is refused with its place', () => {
  const good = csv(line(), line({ quantity: '2' }));
  const packed = gzipSync(randomBytes(5000).toString('hex'));
  const broken = Buffer.from(gzipSync(good));
  broken.writeUInt8(broken.readUInt8(40) ^ 0xff, 40);
  it.each<[string, string | Buffer, string, string | undefined]>([
    ['empty', '', 'focus.empty', undefined],
    ['packed nothing', gzipSync(''), 'focus.empty', undefined],
    ['only a header', csv(), 'focus.empty', undefined],
    ['cut inside a quote', good.slice(0, -4), 'focus.file_cut', '3'],
    ['cut inside a row', good.slice(0, good.lastIndexOf('GB')), 'focus.file_cut', '3'],
    ['cut inside a character', Buffer.concat([Buffer.from(good), Buffer.from([0xe2, 0x82])]), 'focus.file_cut', '4'],
    ['gzip cut in half', packed.subarray(0, packed.length / 2), 'focus.gzip_cut', undefined],
    ['gzip damaged', broken, 'focus.gzip_broken', undefined],
    ['a field too many', csv(line(), `${line()},more`, line()), 'focus.row_length', '3'],
    ['a field too few in the middle', csv('b1,USD', line()), 'focus.row_length', '2'],
    ['a stray quote', csv(line(), line({ account: 'a"b' })), 'focus.quote', '3'],
    ['text after a quote', csv(line({ account: '"a"b' })), 'focus.quote', '2'],
    ['an enormous field', csv(line(), line({ account: 'x'.repeat(1_100_000) })), 'focus.row_too_long', '3'],
    ['a quote never closed in a large file', csv(line({ account: '"a' }), ...Array<string>(12_000).fill(line())), 'focus.quote', '2'],
    ['UTF-16', Buffer.from(`\uFEFF${good}`, 'utf16le'), 'focus.encoding', '1'],
    ['UTF-16 without its mark', Buffer.from(good, 'utf16le'), 'focus.zero_byte', '1'],
    ['Latin-1', Buffer.from(csv(line(), line({ account: 'Müller' })), 'latin1'), 'focus.encoding', '3'],
    ['a zero byte', csv(line(), line({ account: 'a\0' })), 'focus.zero_byte', '3'],
    ['a zip archive', Buffer.from('504b030414000000', 'hex'), 'focus.not_csv', undefined],
    ['Parquet', 'PAR1....', 'focus.not_csv', undefined],
    ['columns missing', good.replace('ListCost', 'Cost').replace('ProviderName', 'Provider'), 'focus.columns_missing', '1'],
    ['a column twice', good.replace('Tags', 'listcost'), 'focus.column_twice', '1'],
    ['semicolons', good.replaceAll(',', ';'), 'focus.columns_missing', '1'],
    ['another currency throughout', csv(line({ currency: 'EUR' })), 'focus.wrong_currency', undefined],
  ])('%s', async (_, content, code, atLine) => {
    const refusal = await refusalOf(content);
    expect(refusal).toMatchObject({ code });
    expect(refusal.parameters.line).toBe(atLine);
  });

  it('tells the column of a byte and of a missing field', async () => {
    const text = csv(line({ account: 'Müller' }));
    const { message } = await refusalOf(Buffer.from(text, 'latin1'));
    expect(message).toContain(`line 2, column ${line({ account: 'Müller' }).indexOf('ü') + 1}: this is not UTF-8`);
    expect((await refusalOf(good.slice(0, good.lastIndexOf('GB')))).message).toContain(
      'line 3, column 9: the row has 9 fields, the header has 14',
    );
  });

  it('with no currency to make a provider of', async () => {
    expect(await refusalOf(csv(line({ currency: 'dollars' })), createMemoryImportTarget(null))).toMatchObject({
      code: 'focus.currency_unknown',
    });
  });

  it('missing, or no file', async () => {
    const target = createMemoryImportTarget('USD');
    await expect(importFocusFile(join(folder, 'none.csv'), target)).rejects.toMatchObject({ code: 'focus.file_missing' });
    mkdirSync(join(folder, 'inner'));
    await expect(importFocusFile(join(folder, 'inner'), target)).rejects.toMatchObject({ code: 'focus.not_a_file' });
  });

  it('leaving nothing when it changes while it is imported', async () => {
    const path = save(csv(line()));
    const target = createMemoryImportTarget('USD');
    const open: typeof target.open = async (identity) => {
      writeFileSync(path, csv(line({ quantity: '7' })));
      return target.open(identity);
    };
    await expect(importFocusFile(path, { ...target, open })).rejects.toMatchObject({ code: 'focus.file_changed' });
    expect(target.books().events.size).toBe(0);
    expect(target.openTransactions()).toBe(0);
  });
});

it('refuses rows one by one, each with its line, reason and cost', async () => {
  const { report } = await importInto(csv(line({ cost: '2.5' }), line(), line({ cost: 'much' }), line({ currency: 'EUR', quantity: '3' })));
  expect(report).toMatchObject({ refused: 3, refusedListCost: '8.5', listCost: '10.5', billableListCost: '2', events: 1 });
  expect(report.refusals.map(({ row, line: at, code, listCost }) => [row, at, code, listCost])).toEqual([
    [1, 2, 'focus.cost_mismatch', '2.5'],
    [3, 4, 'focus.number_unreadable', null],
    [4, 5, 'focus.currency_differs', '6'],
  ]);
});

it('warns where the last line is not ended', async () => {
  expect((await importInto(csv(line()).trimEnd())).report.warnings).toHaveLength(1);
});
