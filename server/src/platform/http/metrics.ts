// The process's figures in Prometheus' text format. Parts of the program register their own on the same registry.
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../postgres/pool.ts';

export interface Metrics {
  readonly registry: Registry;
  /** Labelled by method, route pattern and status; never by address, which may name a customer. */
  readonly requestSeconds: Histogram;
}

export function createMetrics(database: Database, version: string): Metrics {
  const registry = new Registry();
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
