// A server of the API seen from outside: asked over a socket that may be cut, killed by a failpoint, started again.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { request } from 'node:http';
import { fileURLToPath } from 'node:url';
import type { IngestServerNews, IngestServerOrder } from './ingest-process.ts';

export interface Question {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly payload: string | null;
}

export interface Told {
  readonly status: number;
  readonly body: string;
}

const PROGRAM = fileURLToPath(new URL('./ingest-child.ts', import.meta.url));
const TYPESCRIPT = fileURLToPath(new URL('../typescript.mjs', import.meta.url));

export class ApiServer {
  readonly port: number;
  private readonly child: ChildProcess;
  private readonly exited: Promise<unknown>;

  private constructor(child: ChildProcess, port: number) {
    this.child = child;
    this.port = port;
    this.exited = once(child, 'exit');
  }

  static async start(order: IngestServerOrder): Promise<ApiServer> {
    const child = fork(PROGRAM, { execArgv: ['--import', TYPESCRIPT], env: { ...process.env, NODE_OPTIONS: '' } });
    child.send(order);
    const [news] = (await once(child, 'message')) as [IngestServerNews];
    return new ApiServer(child, news.port);
  }

  /** Until it is gone: by the failpoint that killed it, or now. */
  async stop(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.exited;
  }
}

/** Null where no answer came. `cutAfterMs`: the connection is cut so long after all was sent, unless the answer is there before. */
export function askOver(port: number, { method, url, headers, payload }: Question, cutAfterMs: number | null = null): Promise<Told | null> {
  return new Promise((settle) => {
    const asked = request({ host: '127.0.0.1', port, method, path: url, headers, agent: false }, (answer) => {
      let body = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        body += chunk;
      });
      answer.on('end', () => settle({ status: answer.statusCode ?? 0, body }));
      answer.on('error', () => settle(null));
    });
    asked.on('error', () => settle(null));
    if (cutAfterMs !== null) asked.on('finish', () => setTimeout(() => asked.destroy(), cutAfterMs));
    asked.end(payload ?? '');
  });
}
