// The moving line of an import, on a terminal and off it.
import { expect, it } from 'vitest';
import { createProgressLine } from './progress.ts';

const progress = { phase: 'checking', rows: 120_000, readBytes: 42, sizeBytes: 100 } as const;

it('moves when the percentage does, and clears itself', () => {
  const written: string[] = [];
  const line = createProgressLine({ isTTY: true, write: (text) => written.push(text) });
  line.show(progress);
  line.show({ ...progress, rows: 120_001 });
  line.show({ ...progress, phase: 'importing', readBytes: 100 });
  line.clear();
  expect(written).toEqual([
    '\r\u001b[2KChecking the file   42 %  120,000 rows',
    '\r\u001b[2KImporting  100 %  120,000 rows',
    '\r\u001b[2K',
  ]);
});

it('is silent where the output is no terminal', () => {
  const written: string[] = [];
  const line = createProgressLine({ write: (text) => written.push(text) });
  line.show(progress);
  line.clear();
  expect(written).toEqual([]);
});
