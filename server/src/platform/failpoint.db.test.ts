// Failpoints do what they say: nothing, an error, a broken connection, the end of the process.
import { spawnSync } from 'node:child_process';
import { afterEach, expect, it } from 'vitest';
import { withDatabase } from '../testing/database.ts';
import { armFailpoint, armFromText, declareFailpoints, disarmFailpoints, failpoint, listFailpoints } from './failpoint.ts';
import { inTransaction } from './postgres/transaction.ts';

declareFailpoints({ 'sample.written': 'The row is written and not committed.', 'sample.other': 'Another place.' });
const test = withDatabase();
afterEach(disarmFailpoints);

it('costs nothing and does nothing while none is armed', () => {
  expect(failpoint('sample.written')).toBeUndefined();
});

it('throws after as many passes as it was told, and counts that it was hit', async () => {
  armFromText('sample.written=throw:2');
  expect([failpoint('sample.written'), failpoint('sample.other'), failpoint('sample.written')]).toEqual([undefined, undefined, undefined]);
  await expect(failpoint('sample.written')).rejects.toThrow('failpoint sample.written');
  expect(listFailpoints()).toContainEqual({ name: 'sample.written', meaning: 'The row is written and not committed.', hits: 1 });
});

it('breaks the connection of a transaction, which leaves nothing and is replaced', async () => {
  await test.database.pool.query('create table sample (n int)');
  armFailpoint('sample.written', 'drop');
  const work = inTransaction(test.database, async (tx) => {
    await tx.client.query('insert into sample values (1)');
    await failpoint('sample.written', tx.client);
  });
  await expect(work).rejects.toThrow();
  disarmFailpoints();
  expect((await test.database.pool.query('select count(*)::int as rows from sample')).rows).toEqual([{ rows: 0 }]);
});

it('ends the process like a power cut', () => {
  const file = new URL('./failpoint.ts', import.meta.url).pathname;
  const program = `import { armFromText, declareFailpoints, failpoint } from '${file}';
    declareFailpoints({ 'a.b': '' }); armFromText('a.b=kill'); process.stdout.write('before '); await failpoint('a.b'); process.stdout.write('after');`;
  const child = spawnSync(
    process.execPath,
    ['--import', new URL('../../typescript.mjs', import.meta.url).href, '--input-type=module', '-e', program],
    { encoding: 'utf8' },
  );
  expect([child.signal, child.stdout]).toEqual(['SIGKILL', 'before ']);
});

it.each(['nowhere=throw', 'sample.written=melt', 'sample.written'])('refuses %s', (text) => {
  expect(() => armFromText(text)).toThrow(expect.objectContaining({ code: 'config.failpoint' }));
});
