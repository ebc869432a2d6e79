// Lines stand by service and keep their place.
import { expect, test } from 'vitest';
import type { Schemas } from '../../app/api.ts';
import { groupLines } from './line-groups.ts';

const line = (subscription: string | null, plan: string | null, description: string) =>
  ({ subscription, plan, description }) as Schemas['InvoiceLine'];

test('lines keep their place on the document while they stand by service, and single charges stand last', () => {
  const groups = groupLines([
    line(null, null, 'Setup'),
    line('web-1', 'Small', 'Seat'),
    line('web-2', 'Small', 'Seat'),
    line('web-1', 'Large', 'Disk'),
  ]);
  expect(groups.map(({ subscription, plan, lines }) => [subscription, plan, lines.map(({ position }) => position)])).toEqual([
    ['web-1', 'Large', [2, 4]],
    ['web-2', 'Small', [3]],
    [null, null, [1]],
  ]);
});

test('a document without lines has no groups', () => {
  expect(groupLines([])).toEqual([]);
});
