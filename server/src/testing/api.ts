// Test support: an API of its own for a test file.
import { afterAll, beforeAll } from 'vitest';
import { withDatabase } from './database.ts';
import { openTestApi, type TestApi } from './open-test-api.ts';

export type { Call, CallerChoice, TestApi, TestCall } from './open-test-api.ts';

/** Call at the top of a test file: `const api = withApi()`, then `api.current` inside tests. The clock stands at the first of January 2026. */
export function withApi(): { readonly current: TestApi } {
  const test = withDatabase();
  let current: TestApi | undefined;
  beforeAll(async () => {
    current = await openTestApi(test.database, '2026-01-01');
  });
  afterAll(() => current?.app.close());
  return {
    get current() {
      if (current === undefined) throw new Error('withApi() gives an API inside tests and hooks only');
      return current;
    },
  };
}
