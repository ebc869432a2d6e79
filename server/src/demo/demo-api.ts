// The API as the demo calls it: the same routes with the same checks as for everybody, without a socket between.
import type { FastifyInstance } from 'fastify';
import { addApi } from '../api/v1.ts';
import { findProvider, findSellerByKey, getSellers, type Seller } from '../domains/accounts/index.ts';
import { staffPermissions } from '../domains/people/index.ts';
import { Bug } from '../kernel/assert.ts';
import { type Caller, NOBODY } from '../platform/http/principal.ts';
import { createHttpServer } from '../platform/http/server.ts';
import type { Services } from '../platform/http/work.ts';
import type { Installation } from '../platform/installation.ts';
import { createLog } from '../platform/log.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { version } from '../platform/version.ts';

export type DemoInstallation = Pick<Installation, 'database' | 'clock'>;

export class DemoApi {
  private readonly installation: DemoInstallation;
  private readonly callers = new Map<string, Caller>();
  private readonly app: FastifyInstance;

  private constructor(installation: DemoInstallation, app: FastifyInstance) {
    this.installation = installation;
    this.app = app;
  }

  static async open(installation: DemoInstallation, services: Services): Promise<DemoApi> {
    const { app } = createHttpServer({ ...installation, log: createLog('silent'), version });
    const api = new DemoApi(installation, app);
    await addApi(app, {
      installation,
      services,
      authenticate: async ({ headers }) => api.callers.get(String(headers['demo-seller'])) ?? NOBODY,
    });
    return api;
  }

  close(): Promise<void> {
    return this.app.close();
  }

  /** As somebody of that seller's who may do everything. A refusal is a mistake of the demo's. */
  async call<Answer = unknown>(seller: string, method: 'GET' | 'POST' | 'PUT', url: string, body?: unknown): Promise<Answer> {
    if (!this.callers.has(seller)) this.callers.set(seller, await this.callerOf(seller));
    const payload = body === undefined ? {} : { payload: JSON.stringify(body) };
    const headers = { 'demo-seller': seller, ...(body === undefined ? {} : { 'content-type': 'application/json' }) };
    const response = await this.app.inject({ method, url, headers, ...payload });
    if (response.statusCode >= 300 || response.statusCode < 200) throw new Bug(`demo: ${method} ${url} as ${seller}: ${response.body}`);
    return (response.body === '' ? null : response.json()) as Answer;
  }

  private async callerOf(key: string): Promise<Caller> {
    const { seller, above } = await inTransaction(this.installation.database, async (tx) => {
      const found = key === 'provider' ? await findProvider(tx) : await findSellerByKey(tx, key);
      if (found === null) throw new Bug(`demo: no seller ${key}`);
      const chain: Seller[] = [];
      for (let parent = found.parentId; parent !== null; parent = chain.at(-1)!.parentId) {
        chain.push((await getSellers(tx, [parent]))[0]!);
      }
      return { seller: found, above: chain.map(({ id }) => id) };
    });
    return {
      kind: 'key',
      id: 'key_demo',
      seller,
      above,
      account: null,
      permissions: new Set(staffPermissions),
      limits: {},
      language: null,
      delegatedFrom: null,
      impersonatedBy: null,
    };
  }
}
