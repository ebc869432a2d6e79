// A server that takes usage, seen from outside: started with a failpoint, posted to, killed by it, started again.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { PlantedBug } from './planted-bugs.ts';

/** How its sessions are called in the database's list. */
export const INGEST_PROGRAM = 'prorata ingest faults';

export interface IngestServerOrder {
  readonly url: string;
  readonly now: string;
  readonly failpoints: string;
  readonly planted: PlantedBug | null;
}

export interface IngestServerNews {
  readonly port: number;
  readonly token: string;
}

const PROGRAM = fileURLToPath(new URL('./ingest-child.ts', import.meta.url));
const TYPESCRIPT = fileURLToPath(new URL('../typescript.mjs', import.meta.url));
const PATIENCE_MS = 20_000;

export class IngestServer {
  hasEnded = false;
  private readonly child: ChildProcess;
  private readonly news: IngestServerNews;

  private constructor(child: ChildProcess, news: IngestServerNews) {
    this.child = child;
    this.news = news;
    child.on('exit', () => {
      this.hasEnded = true;
    });
  }

  static async start(order: IngestServerOrder): Promise<IngestServer> {
    const child = fork(PROGRAM, { execArgv: ['--import', TYPESCRIPT], env: { ...process.env, NODE_OPTIONS: '' } });
    child.send(order);
    const [news] = (await once(child, 'message')) as [IngestServerNews];
    return new IngestServer(child, news);
  }

  /** Whether all of it was taken. Whoever gets no answer, or a failure of the server's, sends it again. */
  async post(lines: string): Promise<boolean> {
    const { port, token } = this.news;
    try {
      const response = await fetch(`http://127.0.0.1:${port}/v1/events`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
        body: lines,
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      const text = await response.text();
      if (response.status >= 500 || response.status === 429) return false;
      if (response.status !== 200) throw new Error(`answered ${response.status}: ${text.slice(0, 500)}`);
      return true;
    } catch (error) {
      if (error instanceof Error && error.message.startsWith('answered')) throw error;
      return false;
    }
  }

  /** Arms another failpoint in place of the last, where the server lives; one that was killed may still be about to end. */
  async goesOn(failpoints: string): Promise<boolean> {
    const isArmed = new Promise<boolean>((resolve) => {
      this.child.once('message', () => resolve(true));
      this.child.once('exit', () => resolve(false));
      if (this.hasEnded) resolve(false);
    });
    if (!this.hasEnded) this.child.send({ failpoints }, () => undefined);
    return isArmed;
  }

  async stop(): Promise<void> {
    if (this.hasEnded) return;
    this.child.kill('SIGKILL');
    await once(this.child, 'exit');
  }
}
