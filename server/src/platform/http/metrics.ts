// The process's figures in Prometheus' text format. Parts of the program register their own on the same registry.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import ipaddr from 'ipaddr.js';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../postgres/pool.ts';

export interface Metrics {
  readonly registry: Registry;
  /** Labelled by method, route pattern and status; never by address, which may name a customer. */
  readonly requestSeconds: Histogram;
}

export function createMetrics(database: Database, version: string, registry = new Registry()): Metrics {
  collectDefaultMetrics({ register: registry });
  const requestSeconds = new Histogram({
    name: 'prorata_http_request_seconds',
    help: 'How long requests took.',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10],
    registers: [registry],
  });
  new Gauge({ name: 'prorata_info', help: 'Always 1; carries the version.', labelNames: ['version'], registers: [registry] }).set(
    { version },
    1,
  );
  new Gauge({
    name: 'prorata_database_connections',
    help: 'Connections of this process to its database.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      const { pool } = database;
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
      this.set({ state: 'waited_for' }, pool.waitingCount);
    },
  });
  return { registry, requestSeconds };
}

/** Figures tell how large a business is. They go to who has the token; without one, to callers of the own network that come directly. */
export function addMetricsRoute(app: FastifyInstance, registry: Registry, token: string | null): void {
  app.get('/metrics', async (request, reply) => {
    if (!mayLook(request, token)) return reply.callNotFound();
    return reply.type(registry.contentType).send(await registry.metrics());
  });
}

function mayLook(request: FastifyRequest, token: string | null): boolean {
  if (token !== null) return isSame(request.headers.authorization ?? '', `Bearer ${token}`);
  const isDirect = request.headers['x-forwarded-for'] === undefined && request.headers.forwarded === undefined;
  const address = request.socket.remoteAddress ?? '';
  if (!isDirect || !ipaddr.isValid(address)) return false;
  return ['loopback', 'private', 'uniqueLocal', 'linkLocal'].includes(ipaddr.process(address).range());
}

/** In equal time whatever differs. */
function isSame(given: string, right: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(right));
}
