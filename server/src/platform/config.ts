// Everything that can be set from outside the program, read and checked in one place. Flags win over the environment.
import { resolve } from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { Refusal } from '../kernel/refusal.ts';
import { DEFAULT_PORTS, type OutgoingRules, type PortRange } from './outgoing/index.ts';

export interface Config {
  /** DATABASE_URL: a PostgreSQL of one's own. Null means the embedded one. */
  readonly databaseUrl: string | null;
  /** PRORATA_DATA: where the embedded database lives. Default ./data. */
  readonly dataFolder: string;
  /** PRORATA_POSTGRES_USER: whom the embedded database runs as when we are root. Default nobody. */
  readonly postgresUser: string;
  /** PRORATA_ALLOW_UNSAFE_DATABASE=yes: take a database that may forget what it committed. For tests. */
  readonly allowUnsafeDatabase: boolean;
  /** PRORATA_PUBLIC_URL: where people reach this installation. Default http://localhost with the port. */
  readonly publicUrl: string;
  /** PRORATA_SECRET_KEY: the keys that seal secrets, the first of them new ones. Default: the file secret.key in the data folder. */
  readonly secretKeys: readonly string[];
  /** PRORATA_HOST: the address to listen on. Default 127.0.0.1, this machine only. */
  readonly host: string;
  /** PORT: default 3000; another free one is taken when it is busy and was not asked for by name. */
  readonly port: number;
  readonly portIsChosen: boolean;
  /** PRORATA_TRUSTED_PROXIES: addresses or networks of proxies before this server, which may say for whom they call. Default none. */
  readonly trustedProxies: readonly string[];
  /** PRORATA_METRICS_TOKEN: who asks for /metrics has to show it. Default none: the own network may look. */
  readonly metricsToken: string | null;
  /** PRORATA_LIMIT_ADDRESS, _CALLER, _SELLER: requests a second, and after a slash how many at once. Null is off. */
  readonly limits: { readonly address: RequestLimit | null; readonly caller: RequestLimit | null; readonly seller: RequestLimit | null };
  /** PRORATA_OUTGOING_PRIVATE=yes: webhooks and sign-in providers may lie in one's own network. PRORATA_OUTGOING_PORTS: the ports they may have. */
  readonly outgoing: OutgoingRules;
  /** PRORATA_EVENT_DAYS: how long events and deliveries are kept. Default 180. */
  readonly eventDays: number;
  /** PRORATA_USAGE_MONTHS: how many whole months single usage events are kept; at least 15. Default: all. */
  readonly usageMonths: number | null;
  /** PRORATA_CONNECTIONS: connections to the database per process. Default 10. */
  readonly connections: number;
  /** PRORATA_WORKERS: jobs done at the same time by this process; 0 for none. Default 2. */
  readonly workers: number;
  /** PRORATA_BILLING: whether this server bills what is due by itself, hourly or off. Default hourly. */
  readonly billing: 'hourly' | 'off';
  /** PRORATA_LOG: fatal, error, warn, info, debug or silent. Default info, on a terminal warn. */
  readonly logLevel: LogLevel;
  /** PRORATA_FAILPOINTS: places where this process shall fail, for fault tests. */
  readonly failpoints: string;
}

export interface RequestLimit {
  readonly perSecond: number;
  readonly burst: number;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const count = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `must be a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `must be a whole number from ${least} to ${most}`);

const LIMIT_RULE = 'must be off, requests a second such as 100, or with how many may come at once: 100/400';
const limit = (usual: string) =>
  z
    .string()
    .regex(/^(off|[1-9]\d{0,6}(\/[1-9]\d{0,6})?)$/, LIMIT_RULE)
    .default(usual)
    .transform((text): RequestLimit | null => {
      if (text === 'off') return null;
      const [perSecond, burst = perSecond! * 4] = text.split('/').map(Number);
      return { perSecond: perSecond!, burst };
    });

const proxies = z
  .string()
  .default('')
  .transform((text) =>
    text
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  )
  .refine(
    (list) => list.every((part) => ipaddr.isValid(part) || ipaddr.isValidCIDR(part)),
    'must be addresses or networks such as 10.0.0.0/8, with commas',
  );

const PORTS_RULE = 'must be ports and ranges of ports with commas, such as 443,8000-8999';
const ports = z
  .string()
  .regex(/^\d{1,5}(-\d{1,5})?(\s*,\s*\d{1,5}(-\d{1,5})?)*$/, PORTS_RULE)
  .transform((text): PortRange[] =>
    text.split(',').map((part) => {
      const [first, last = first!] = part.split('-').map(Number);
      return { first: first!, last };
    }),
  )
  .refine((list) => list.every(({ first, last }) => first >= 1 && first <= last && last <= 65_535), PORTS_RULE);

const variables = z.object({
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres://')
    .optional(),
  PRORATA_DATA: z.string().min(1).default('data'),
  PRORATA_POSTGRES_USER: z
    .string()
    .regex(/^[A-Za-z_][\w.-]*$/, 'must be the name of a system user')
    .default('nobody'),
  PRORATA_ALLOW_UNSAFE_DATABASE: z.enum(['yes', 'no']).default('no'),
  PRORATA_PUBLIC_URL: z
    .string()
    .regex(/^https?:\/\/[^\s/?#@]+$/, 'must be an address without path, such as https://billing.example.org')
    .optional(),
  PRORATA_SECRET_KEY: z.string().optional(),
  PRORATA_HOST: z.string().min(1).default('127.0.0.1'),
  PORT: count(0, 65535).optional(),
  PRORATA_TRUSTED_PROXIES: proxies,
  PRORATA_METRICS_TOKEN: z
    .string()
    .regex(/^\S{16,}$/, 'must be 16 characters or more, without spaces')
    .optional(),
  PRORATA_LIMIT_ADDRESS: limit('500/2000'),
  PRORATA_LIMIT_CALLER: limit('250/1000'),
  PRORATA_LIMIT_SELLER: limit('1000/4000'),
  PRORATA_OUTGOING_PRIVATE: z.enum(['yes', 'no']).default('no'),
  PRORATA_OUTGOING_PORTS: ports.optional(),
  PRORATA_EVENT_DAYS: count(7, 3650).default(180),
  PRORATA_USAGE_MONTHS: count(15, 1200).optional(),
  PRORATA_CONNECTIONS: count(2, 1000).default(10),
  PRORATA_WORKERS: count(0, 100).default(2),
  PRORATA_BILLING: z.enum(['hourly', 'off']).default('hourly'),
  PRORATA_LOG: z.enum(LOG_LEVELS).optional(),
  PRORATA_FAILPOINTS: z.string().default(''),
});

export function readConfig(environment: NodeJS.ProcessEnv, onTerminal = false): Config {
  // An empty variable is how shells and compose files say "not set".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const read = variables.safeParse(given);
  if (!read.success) throw configRefusal(read.error);
  const values = read.data;
  return {
    databaseUrl: values.DATABASE_URL ?? null,
    dataFolder: resolve(values.PRORATA_DATA),
    postgresUser: values.PRORATA_POSTGRES_USER,
    allowUnsafeDatabase: values.PRORATA_ALLOW_UNSAFE_DATABASE === 'yes',
    publicUrl: new URL(values.PRORATA_PUBLIC_URL ?? `http://localhost:${values.PORT ?? 3000}`).origin,
    secretKeys: (values.PRORATA_SECRET_KEY ?? '').split(',').filter((key) => key.trim() !== ''),
    host: values.PRORATA_HOST,
    port: values.PORT ?? 3000,
    portIsChosen: values.PORT !== undefined,
    trustedProxies: values.PRORATA_TRUSTED_PROXIES,
    metricsToken: values.PRORATA_METRICS_TOKEN ?? null,
    limits: { address: values.PRORATA_LIMIT_ADDRESS, caller: values.PRORATA_LIMIT_CALLER, seller: values.PRORATA_LIMIT_SELLER },
    outgoing: { allowPrivate: values.PRORATA_OUTGOING_PRIVATE === 'yes', ports: values.PRORATA_OUTGOING_PORTS ?? DEFAULT_PORTS },
    eventDays: values.PRORATA_EVENT_DAYS,
    usageMonths: values.PRORATA_USAGE_MONTHS ?? null,
    connections: values.PRORATA_CONNECTIONS,
    workers: values.PRORATA_WORKERS,
    billing: values.PRORATA_BILLING,
    logLevel: values.PRORATA_LOG ?? (onTerminal ? 'warn' : 'info'),
    failpoints: values.PRORATA_FAILPOINTS,
  };
}

/** Names the variable and what it must be, never its value: it may be a password. */
function configRefusal(error: z.ZodError): Refusal {
  const issue = error.issues[0];
  const name = String(issue?.path[0] ?? '');
  const rule = issue?.code === 'invalid_value' ? `must be one of ${issue.values.join(', ')}` : (issue?.message ?? 'is not usable');
  return new Refusal('config.invalid', `The environment variable ${name} ${rule}.`, { path: name, parameters: { variable: name } });
}
