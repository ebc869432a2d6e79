// Thirty worked figures from other billing systems, each said as a quote document. They are read from the folder PRORATA_TEST_DATA names.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { workedAmounts } from './oracle/worked-amounts.ts';
import type { WorkedExample } from './oracle/worked-example.ts';
import { workedPeriods } from './oracle/worked-periods.ts';

const folder = process.env.PRORATA_TEST_DATA;
const file = folder === undefined ? null : join(folder, 'worked-examples.json');
const examples: WorkedExample[] = file !== null && existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
const sayings = { ...workedPeriods, ...workedAmounts };

describe.skipIf(examples.length === 0)(
  examples.length === 0 ? 'worked examples: skipped, PRORATA_TEST_DATA names no folder with worked-examples.json' : 'worked examples',
  () => {
    test.each(examples.map((example) => [example.id, example] as const))('%s', (id, example) => {
      const say = sayings[id];
      expect(say, `an example that no document expresses yet: ${example.description}`).toBeDefined();
      say!(example.input as never, example.expected as never);
    });
  },
);
