// Which tests there are: `unit` needs nothing, `database` brings up PostgreSQL.
import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    reporters: ['default', './tools/closing-line.ts'],
    projects: [
      {
        test: {
          name: 'unit',
          // Both processors of a small machine: vitest would leave one of two idle.
          maxWorkers: Math.max(2, availableParallelism() - 1),
          sequence: { groupOrder: 0 },
          include: ['server/src/**/*.test.ts', 'sdk/src/**/*.test.ts', 'web/src/**/*.test.ts', 'tools/**/*.test.ts'],
          exclude: ['**/*.db.test.ts', '**/node_modules/**'],
        },
      },
      {
        test: {
          name: 'database',
          // One PostgreSQL for all of them, whose open transactions hold back the feeds of all its databases.
          maxWorkers: 1,
          sequence: { groupOrder: 1 },
          globalSetup: ['server/src/testing/global-setup.ts'],
          include: ['{server/src,tools}/**/*.db.test.ts', 'server/scenarios/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
