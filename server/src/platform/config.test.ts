// What the environment may say, and what it says when nothing is said.
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: null,
      dataFolder: resolve('data'),
      postgresUser: 'nobody',
      allowUnsafeDatabase: false,
      host: '127.0.0.1',
      port: 3000,
      portIsChosen: false,
      connections: 10,
      workers: 2,
      billing: 'hourly',
      logLevel: 'info',
      failpoints: '',
    });
  });

  it('takes an empty variable for none, and is quiet on a terminal', () => {
    expect(readConfig({ DATABASE_URL: '', PORT: '' }, true)).toMatchObject({ databaseUrl: null, portIsChosen: false, logLevel: 'warn' });
  });

  it.each([
    [{ PORT: '70000' }, 'PORT', 'The environment variable PORT must be a whole number from 0 to 65535.'],
    [{ PORT: '-1' }, 'PORT', 'The environment variable PORT must be a whole number from 0 to 65535.'],
    [
      { PRORATA_CONNECTIONS: '1' },
      'PRORATA_CONNECTIONS',
      'The environment variable PRORATA_CONNECTIONS must be a whole number from 2 to 1000.',
    ],
    [
      { PRORATA_LOG: 'loud' },
      'PRORATA_LOG',
      'The environment variable PRORATA_LOG must be one of fatal, error, warn, info, debug, silent.',
    ],
    [{ DATABASE_URL: 'mysql://u:secret@h/d' }, 'DATABASE_URL', 'The environment variable DATABASE_URL must begin with postgres://.'],
    [
      { PRORATA_POSTGRES_USER: 'a:b' },
      'PRORATA_POSTGRES_USER',
      'The environment variable PRORATA_POSTGRES_USER must be the name of a system user.',
    ],
  ])('refuses %o', (environment, path, message) => {
    expect(() => readConfig(environment as NodeJS.ProcessEnv)).toThrow(expect.objectContaining({ code: 'config.invalid', path, message }));
  });
});
