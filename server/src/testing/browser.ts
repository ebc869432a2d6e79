// Test support: a person at a browser, who keeps cookies and sends the token against cross-site requests as our own pages do.
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';

export class Browser {
  readonly cookies = new Map<string, string>();
  csrfToken: string | null = null;
  address = '192.0.2.1';
  private readonly app: FastifyInstance;

  constructor(app: FastifyInstance) {
    this.app = app;
  }

  async call(method: string, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.app.inject({
      method: method as 'GET',
      url,
      remoteAddress: this.address,
      headers: {
        ...(cookie === '' ? {} : { cookie }),
        ...(this.csrfToken === null ? {} : { 'prorata-csrf-token': this.csrfToken }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
    for (const { name, value, maxAge } of response.cookies) {
      if (maxAge === 0) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    if (response.statusCode < 300 && response.body.includes('"csrfToken":"'))
      this.csrfToken = response.json<{ csrfToken: string }>().csrfToken;
    return response;
  }

  /** The body of a success; what went wrong otherwise. */
  async get<T = Record<string, unknown>>(method: string, url: string, body?: unknown, headers?: Record<string, string>): Promise<T> {
    const response = await this.call(method, url, body, headers);
    if (response.statusCode >= 300) throw new Error(`${method} ${url}: ${response.statusCode} ${response.body}`);
    return response.body === '' ? ({} as T) : response.json<T>();
  }

  async refusal(method: string, url: string, body?: unknown, headers?: Record<string, string>): Promise<string> {
    const response = await this.call(method, url, body, headers);
    return `${response.statusCode} ${response.json<{ code?: string }>().code ?? 'no refusal'}`;
  }
}
