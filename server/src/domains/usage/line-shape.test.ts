// What an expression reads of a line is what a parser would have read; where that is not sure, there is none.
import { expect, it } from 'vitest';
import { LineShape } from './line-shape.ts';

const plain =
  '{"specversion":"1.0","id":"a-1","source":"/c","type":"t","time":"2026-01-05T10:00:00Z","subject":"s","data":{"meter":"m","value":"1.5"}}';

/** As far as events look at it. */
function looked(line: string): unknown {
  const { specversion, id, source, type, time, subject, data } = JSON.parse(line);
  const { subscription, account, meter, value, replaces, voids } = data;
  return { specversion, id, source, type, time, subject, data: { subscription, account, meter, value, replaces, voids } };
}

it.each([
  [plain, plain.replace('a-1', 'b "2"'.replaceAll('"', "'"))],
  [
    '{"id": "a", "x": {"id": "no", "n": 1}, "data": {"value": 12.5, "n": null}, "b": true}\r',
    '{"id": "ü", "x": {"id": "", "n": -2e3}, "data": {"value": -0.25, "n": null}, "b": true}\r',
  ],
  ['{"data":{"data":{"value":"7"},"value":"1"},"id":"x(.*)"}', '{"data":{"data":{"value":"8"},"value":"2"},"id":"\ud83d\ude00"}'],
])('reads lines of the shape of %s', (first, second) => {
  const shape = LineShape.of(first)!;
  const text = `${first}\n${second}\n${first}`;
  expect(shape.read(text, 0)).toEqual(looked(first));
  expect(shape.end).toBe(first.length);
  expect(shape.read(text, first.length + 1)).toEqual(looked(second));
  expect(shape.read(text, first.length + second.length + 2)).toEqual(looked(first));
  expect(shape.end).toBe(text.length);
});

it.each([
  ['a name that comes twice', '{"id":"a","id":"b","data":{"value":"1"}}'],
  ['two times data', '{"id":"a","data":{"value":"1"},"data":{"meter":"m"}}'],
  ['a name that looks like a path', '{"id":"a","data.value":"7","data":{"meter":"m"}}'],
  ['a text with an escape', '{"id":"a\\n","data":{"value":"1"}}'],
  ['a list', '{"id":"a","data":{"value":"1"},"tags":[]}'],
  ['an object where a text should be', '{"id":"a","subject":{},"data":{"value":"1"}}'],
  ['null where a text should be', '{"id":"a","subject":null,"data":{"value":"1"}}'],
  ['a number where a text should be', '{"id":5,"data":{"value":"1"}}'],
  ['no data', '{"id":"a","value":"1"}'],
])('leaves %s to the parser', (_, line) => expect(LineShape.of(line)).toBeNull());

it.each([
  ['more names', plain.replace('"type"', '"more":"x","type"')],
  ['an escape', plain.replace('a-1', 'a\\u0031')],
  ['a number for a text', plain.replace('"1.5"', '1.5')],
  ['a control character', plain.replace('a-1', 'a\t1')],
  ['something behind it', `${plain}}`],
])('does not match %s', (_, line) => expect(LineShape.of(plain)!.read(line, 0)).toBeNull());
