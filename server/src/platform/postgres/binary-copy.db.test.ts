// What is written in COPY's binary format, or as the bytes of an array, is read back as it was meant.
import { expect, it } from 'vitest';
import { withDatabase } from '../../testing/database.ts';
import { BinaryArray, BinaryRows, bigintField, copyBinary } from './binary-copy.ts';
import { inTransaction } from './transaction.ts';

const test = withDatabase();

it('writes ids, instants, decimals, uuids and texts', async () => {
  const decimals = [
    '0',
    '-0',
    '+5',
    '0.0001',
    '0.00001',
    '10000',
    '99999999.999999',
    '-12345.6789',
    '1.50',
    '100000000',
    '0.10',
    '7'.repeat(30),
    `-${'9'.repeat(30)}.${'1'.repeat(30)}`,
  ];
  const instants = [
    0,
    1,
    -1,
    Date.parse('1999-12-31T23:59:59.999Z'),
    Date.parse('2026-01-05T10:11:12.345Z'),
    Date.parse('1900-01-01T00:00:00Z'),
  ];
  const texts = ['', 'plain', 'tab\tnew\nline\\', 'Größe €', '\u{1f600}', 'x'.repeat(100_000)];
  const rows = new BinaryRows();
  const cases = decimals.map((decimal, index) => {
    const one = {
      id: BigInt(index) * -(2n ** 58n),
      at: instants[index % instants.length]!,
      decimal,
      uuid: `${String(index).padStart(2, '0')}${'ab'.repeat(15)}`,
      text: texts[index % texts.length]!,
    };
    rows.row(5);
    rows.fields(bigintField(one.id));
    rows.instant(one.at);
    rows.numeric(decimal);
    rows.uuid(one.uuid);
    rows.text(one.text);
    return one;
  });
  const read = await inTransaction(test.database, async ({ client }) => {
    await client.query('create temporary table written (id bigint, at timestamptz, value numeric, mark uuid, said text) on commit drop');
    await copyBinary(client, 'written (id, at, value, mark, said)', rows, cases.length);
    const { rows: found } = await client.query('select id, at, value::text as value, mark::text as mark, said from written order by mark');
    const { rows: meant } = await client.query(
      'select value::numeric::text as value from unnest($1::text[]) with ordinality as v(value, place) order by place',
      [decimals],
    );
    return { found, meant: meant.map((row) => row.value) };
  });
  expect(read.found.map((row) => row.value)).toEqual(read.meant);
  expect(read.found.map(({ id, at, mark, said }) => ({ id, at, mark: mark.replaceAll('-', ''), said }))).toEqual(
    cases.map(({ id, at, uuid, text }) => ({ id, at, mark: uuid, said: text })),
  );
});

it('writes arrays as parameters, empty ones too', async () => {
  const wholes = [0, 1, -1, 2 ** 31, -(2 ** 32), 2 ** 40 + 7, Number.MAX_SAFE_INTEGER, -Number.MAX_SAFE_INTEGER];
  const [ids, decimals, marks] = [new BinaryArray('bigint', wholes.length), new BinaryArray('numeric', 2), new BinaryArray('uuid', 1)];
  for (const whole of wholes) ids.whole(whole);
  for (const decimal of ['-0.05', '123456.7']) decimals.numeric(decimal);
  marks.uuid('ab'.repeat(16));
  const { rows } = await test.database.pool.query<Record<'ids' | 'decimals' | 'marks' | 'none', string>>(
    'select $1::bigint[]::text as ids, $2::numeric[]::text as decimals, $3::uuid[]::text as marks, $4::bigint[]::text as none',
    [ids, decimals, marks, new BinaryArray('bigint', 0)].map((array) => array.bytes()),
  );
  const mark = 'ab'.repeat(16).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  expect(rows).toEqual([{ ids: `{${wholes.join(',')}}`, decimals: '{-0.05,123456.7}', marks: `{${mark}}`, none: '{}' }]);
});
