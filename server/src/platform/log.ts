// The log: one JSON object a line on standard output. What may hold a secret is blacked out before it is written.
import { type DestinationStream, type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

export type Log = Logger;

const SECRET_NAMES = ['password', 'secret', 'token', 'authorization', 'cookie', 'connectionString', 'databaseUrl', 'apiKey', 'cardNumber'];

export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: SECRET_NAMES.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: '[removed]' },
    serializers: { err: describeError },
  };
  return destination === undefined ? pino(options) : pino(options, destination);
}

/** An error's fields may hold rows and parameters, so only what is known to be harmless is kept; addresses lose their password. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: withoutPasswords(String(error)) };
  const { code, constraint, table, cause } = error as Error & { code?: unknown; constraint?: unknown; table?: unknown };
  return {
    type: error.name,
    message: harmless(error.message, code),
    stack: harmless(error.stack ?? '', code),
    ...(code === undefined ? {} : { code }),
    ...(constraint === undefined ? {} : { constraint }),
    ...(table === undefined ? {} : { table }),
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}

/** PostgreSQL repeats what it could not read, `invalid input syntax for type date: "…"`: that is somebody's data. */
function harmless(text: string, code: unknown): string {
  const isOfValues = typeof code === 'string' && /^22[0-9A-Z]{3}$/.test(code);
  return withoutPasswords(isOfValues ? text.replace(/(:|=) ?(?:"[^\n]*"|'[^\n]*')/g, '$1 [removed]') : text);
}

export function withoutPasswords(text: string): string {
  return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s@/]*@/gi, '$1:[removed]@');
}
