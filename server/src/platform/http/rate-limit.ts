// How many requests one address, one caller and one seller may make, in this process. The address is looked at before anything else is done, caller
// and seller once it is known who calls, all of them before a body is read.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import { Counter, Gauge, type Registry } from 'prom-client';
import { Refusal } from '../../kernel/refusal.ts';
import { type Limit, TokenBuckets, type Verdict } from './token-buckets.ts';

export type LimitedBy = 'address' | 'caller' | 'seller';
/** Null: as many as come. */
export type RateLimits = Readonly<Record<LimitedBy, Limit | null>>;

/** Asked by machines that watch us, which must see most when most is going on. */
const UNLIMITED = new Set(['/health', '/metrics']);

export function addRateLimits(app: FastifyInstance, limits: RateLimits, registry: Registry, now = () => performance.now()): void {
  const buckets = {
    address: limits.address && new TokenBuckets(limits.address),
    caller: limits.caller && new TokenBuckets(limits.caller),
    seller: limits.seller && new TokenBuckets(limits.seller),
  };
  const refused = countRefused(registry, buckets);
  const take = (by: LimitedBy, name: string, reply: FastifyReply) => {
    const verdict = buckets[by]?.take(name, now());
    if (verdict === undefined) return;
    tell(reply, verdict);
    if (verdict.allowed) return;
    refused.inc({ by });
    reply.header('retry-after', Math.ceil(verdict.retryMs / 1000));
    throw tooMany(by, Math.ceil(verdict.retryMs / 1000));
  };
  app.addHook('onRequest', async (request, reply) => {
    if (!isWatcher(request)) take('address', addressGroup(request.ip), reply);
  });
  // Runs when every onRequest has, among them the one that finds out who calls.
  app.addHook('preParsing', async (request, reply) => {
    const caller = request.principal;
    if (caller === undefined || caller.kind === 'nobody') return;
    take('caller', caller.id, reply);
    take('seller', String(caller.seller.id), reply);
  });
}

function isWatcher(request: FastifyRequest): boolean {
  return UNLIMITED.has(request.routeOptions.url ?? '');
}

function countRefused(registry: Registry, buckets: Readonly<Record<LimitedBy, TokenBuckets | null>>): Counter {
  new Gauge({
    name: 'prorata_http_limit_buckets',
    help: 'Addresses, callers and sellers whose requests are being counted against their limit.',
    labelNames: ['by'],
    registers: [registry],
    collect() {
      for (const [by, some] of Object.entries(buckets)) this.set({ by }, some?.size ?? 0);
    },
  });
  const counter = new Counter({
    name: 'prorata_http_limited_requests_total',
    help: 'Requests refused because there were too many, by what was counted.',
    labelNames: ['by'],
    registers: [registry],
  });
  for (const by of Object.keys(buckets)) counter.inc({ by }, 0);
  return counter;
}

/** Of several limits the answer tells the one that leaves least. */
function tell(reply: FastifyReply, { limit, remaining, fullMs }: Verdict): void {
  const told = reply.getHeader('ratelimit-remaining');
  if (told !== undefined && Number(told) <= remaining) return;
  reply.headers({ 'ratelimit-limit': limit, 'ratelimit-remaining': remaining, 'ratelimit-reset': Math.ceil(fullMs / 1000) });
}

function tooMany(by: LimitedBy, seconds: number): Refusal {
  return new Refusal('rate.limited', `There were too many requests by this ${by}. Wait ${seconds} s, and send fewer at once.`, {
    parameters: { by, seconds: String(seconds) },
  });
}

/** A home or a host has a whole network of 2^64 addresses in version 6, so there the network is what counts. */
export function addressGroup(text: string): string {
  if (!ipaddr.isValid(text)) return text;
  const address = ipaddr.process(text);
  if (address.kind() === 'ipv4') return address.toString();
  return `${(address as ipaddr.IPv6).parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
