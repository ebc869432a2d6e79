// Quotes for many who ask at once: computed beside the server and for a limited time, so that no document keeps others waiting.
import { Refusal } from '../../kernel/refusal.ts';
import { JobUnanswered, ThreadPool } from '../../platform/thread-pool.ts';
import type { ThreadAnswer } from './quote-thread.ts';

export interface QuoteThreadsOptions {
  readonly threads?: number;
  readonly timeoutMs?: number;
  readonly mostWaiting?: number;
}

const SECONDS = 10;

export class QuoteThreads {
  private readonly pool: ThreadPool<unknown, ThreadAnswer>;
  private readonly seconds: string;

  constructor({ threads = 2, timeoutMs = SECONDS * 1000, mostWaiting = 100 }: QuoteThreadsOptions = {}) {
    const entry = new URL('./quote-thread.ts', import.meta.url);
    this.pool = new ThreadPool({ entry, threads, timeoutMs, memoryMegabytes: 512, mostWaiting });
    this.seconds = String(timeoutMs / 1000);
  }

  /** The answer as JSON: a long one is written out in the thread too. */
  async answer(document: unknown): Promise<string> {
    const told = await this.pool.run(document).catch((error: unknown) => {
      throw error instanceof JobUnanswered ? refusalOf(error, this.seconds) : error;
    });
    if ('json' in told) return told.json;
    const { code, message, path, parameters } = told.refusal;
    throw new Refusal(code, message, { path, parameters });
  }

  close(): Promise<void> {
    return this.pool.close();
  }
}

function refusalOf({ why }: JobUnanswered, seconds: string): Refusal {
  if (why === 'too many' || why === 'closed') {
    return new Refusal('quote.busy', 'More quotes are asked for than can be computed just now. Ask again in some seconds.', {
      parameters: { seconds: '5' },
    });
  }
  return new Refusal(
    'quote.too_long',
    `The quote takes more than ${seconds} seconds or too much memory. Split the document, ask for fewer days, or compute it with \`prorata quote\`, which has no limit.`,
    { parameters: { limit: seconds } },
  );
}
