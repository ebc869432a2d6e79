// Test support: whoever receives webhooks, on this machine. It keeps what it got and answers what the test says.
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Got {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export type Answer = { readonly status: number; readonly headers?: Record<string, string>; readonly body?: string } | 'nothing';

export class WebhookReceiver {
  got: Got[] = [];
  answer: (request: Got) => Answer = answerWell;
  base = '';
  private readonly server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const got = { path: request.url ?? '', headers: request.headers, body: Buffer.concat(chunks).toString('utf8') };
      this.got.push(got);
      const given = this.answer(got);
      if (given !== 'nothing') response.writeHead(given.status, given.headers).end(given.body);
    });
  });

  async open(): Promise<void> {
    await new Promise<void>((settle) => this.server.listen(0, '127.0.0.1', settle));
    this.base = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((settle) => this.server.close(settle));
  }

  /** Forgets what it got and answers well again. */
  renew(): void {
    this.got = [];
    this.answer = answerWell;
  }

  /** Of the events, in the order in which they came. */
  subjects(path?: string): string[] {
    return this.got
      .filter((one) => path === undefined || one.path === path)
      .map(({ body }) => (JSON.parse(body) as { subject: string }).subject);
  }
}

const answerWell = (): Answer => ({ status: 200, body: 'ok' });
