// The picture of the database in the repository is the one that the migrations make.
import { expect, it } from 'vitest';
import { describeSchema, isCurrent, SCHEMA_FILE, TYPES_FILE } from '../../../../tools/schema.ts';
import { withDatabase } from '../../testing/database.ts';

const test = withDatabase();

it('has schema.sql and the table types up to date (else run: node --import ./server/typescript.mjs tools/schema.ts)', async ({ skip }) => {
  const client = await test.database.pool.connect();
  try {
    const version = await client.query<{ major: number }>("select current_setting('server_version_num')::int / 10000 as major");
    skip(version.rows[0]!.major < 18, 'older majors print some definitions differently');
    const { sql, types } = await describeSchema(client);
    expect([isCurrent(SCHEMA_FILE, sql), isCurrent(TYPES_FILE, types)]).toEqual([true, true]);
  } finally {
    client.release();
  }
});
