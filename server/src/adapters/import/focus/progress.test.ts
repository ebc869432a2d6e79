// The moving line of an import.
import { expect, it } from 'vitest';
import { createProgressLine } from './progress.ts';

it('moves when the percentage does', () => {
  const progress = { phase: 'checking', rows: 120_000, readBytes: 42, sizeBytes: 100 } as const;
  const shown: string[] = [];
  const show = createProgressLine((line) => shown.push(line));
  show(progress);
  show({ ...progress, rows: 120_001 });
  show({ ...progress, phase: 'importing', readBytes: 100 });
  show({ ...progress, phase: 'importing', readBytes: 0, sizeBytes: 0 });
  expect(shown).toEqual(['Checking the file   42 %  120,000 rows', 'Importing  100 %  120,000 rows']);
});
