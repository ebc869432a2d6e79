// What the environment may say, and what it says when nothing is said.
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  it('keeps fifteen months of usage at least', () => {
    expect(readConfig({ PRORATA_USAGE_MONTHS: '15' }).usageMonths).toBe(15);
    expect(() => readConfig({ PRORATA_USAGE_MONTHS: '14' })).toThrow('PRORATA_USAGE_MONTHS');
  });

  it('needs nothing', () => {
    expect(readConfig({})).toEqual({
      databaseUrl: null,
      dataFolder: resolve('data'),
      postgresUser: 'nobody',
      allowUnsafeDatabase: false,
      publicUrl: 'http://localhost:3000',
      secretKeys: [],
      host: '127.0.0.1',
      port: 3000,
      portIsChosen: false,
      trustedProxies: [],
      metricsToken: null,
      outgoing: {
        allowPrivate: false,
        ports: [
          { first: 80, last: 80 },
          { first: 443, last: 443 },
          { first: 1024, last: 65_535 },
        ],
      },
      eventDays: 180,
      usageMonths: null,
      limits: {
        address: { perSecond: 500, burst: 2000 },
        caller: { perSecond: 250, burst: 1000 },
        seller: { perSecond: 1000, burst: 4000 },
      },
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

  it('reads where it may call', () => {
    const { outgoing } = readConfig({ PRORATA_OUTGOING_PRIVATE: 'yes', PRORATA_OUTGOING_PORTS: '443, 8000-8999' });
    const ports = [
      { first: 443, last: 443 },
      { first: 8000, last: 8999 },
    ];
    expect(outgoing).toEqual({ allowPrivate: true, ports });
  });

  it.each(['0', '70000', '9-8', '443;80', 'https'])('takes no ports %j', (text) => {
    expect(() => readConfig({ PRORATA_OUTGOING_PORTS: text })).toThrow(expect.objectContaining({ code: 'config.invalid' }));
  });

  it('reads limits and proxies', () => {
    const read = readConfig({
      PRORATA_LIMIT_ADDRESS: 'off',
      PRORATA_LIMIT_CALLER: '10',
      PRORATA_LIMIT_SELLER: '10/20',
      PRORATA_TRUSTED_PROXIES: '10.0.0.0/8, ::1',
    });
    expect(read.limits).toEqual({ address: null, caller: { perSecond: 10, burst: 40 }, seller: { perSecond: 10, burst: 20 } });
    expect(read.trustedProxies).toEqual(['10.0.0.0/8', '::1']);
  });

  it.each([
    [
      { PRORATA_TRUSTED_PROXIES: '10.0.0.0/8,proxy' },
      'PRORATA_TRUSTED_PROXIES',
      'The environment variable PRORATA_TRUSTED_PROXIES must be addresses or networks such as 10.0.0.0/8, with commas.',
    ],
    [
      { PRORATA_LIMIT_CALLER: '0' },
      'PRORATA_LIMIT_CALLER',
      'The environment variable PRORATA_LIMIT_CALLER must be off, requests a second such as 100, or with how many may come at once: 100/400.',
    ],
    [
      { PRORATA_METRICS_TOKEN: 'short' },
      'PRORATA_METRICS_TOKEN',
      'The environment variable PRORATA_METRICS_TOKEN must be 16 characters or more, without spaces.',
    ],
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
