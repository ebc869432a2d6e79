// The log holds what an operator needs and no secret.
import { Writable } from 'node:stream';
import { expect, it } from 'vitest';
import { createLog } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): string {
  let text = '';
  const destination = new Writable({
    write(chunk, _encoding, done) {
      text += chunk;
      done();
    },
  });
  write(createLog('info', destination));
  return text;
}

it('writes one line of JSON with a readable level and time', () => {
  const line = JSON.parse(logged((log) => log.info({ rows: 3 }, 'imported'))) as Record<string, unknown>;
  expect(line).toEqual({ level: 'info', time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/), rows: 3, msg: 'imported' });
});

it('blacks out what is called a secret, down to two levels', () => {
  const text = logged((log) =>
    log.info({ password: 'canary1', request: { authorization: 'canary2' }, a: { b: { token: 'canary3' } } }, 'x'),
  );
  expect(text).not.toMatch(/canary/);
  expect(text.match(/\[removed\]/g)).toHaveLength(3);
});

it('keeps of an error its message, code and place, never rows, parameters or the password of an address', () => {
  const cause = new Error('connect postgres://prorata:canary@db/prorata failed');
  const error = Object.assign(new Error('duplicate key', { cause }), {
    code: '23505',
    constraint: 'invoice_key',
    detail: 'canary',
    parameters: ['canary'],
  });
  const text = logged((log) => log.error({ err: error }, 'failed'));
  expect(text).not.toContain('canary');
  expect(JSON.parse(text).err).toMatchObject({
    type: 'Error',
    message: 'duplicate key',
    code: '23505',
    constraint: 'invoice_key',
    cause: { message: 'connect postgres://prorata:[removed]@db/prorata failed' },
  });
});

it('leaves out the value that PostgreSQL could not read, and keeps what names a place', () => {
  const error = (message: string, code: string) => Object.assign(new Error(message), { code });
  const text = logged((log) => {
    log.error({ err: error('invalid input syntax for type date: "canary"', '22P02') }, 'failed');
    log.error({ err: error('duplicate key value violates unique constraint "account_pkey"', '23505') }, 'failed');
  });
  expect(text).not.toContain('canary');
  expect(text).toContain('account_pkey');
});
