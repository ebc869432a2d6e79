// Test support: a folder that every user may enter, since PostgreSQL may run as another one.
import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'prorata-test-'));
  chmodSync(folder, 0o755);
  return folder;
}
