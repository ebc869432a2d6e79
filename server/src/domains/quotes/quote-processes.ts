// Quotes for many who ask at once: computed beside the server and for a limited time, so that no document keeps others waiting.
import { Refusal } from '../../kernel/refusal.ts';
import { JobUnanswered, ProcessPool } from '../../platform/process-pool.ts';
import type { ProcessAnswer } from './quote-process.ts';

export interface QuoteProcessesOptions {
  readonly processes?: number;
  readonly timeoutMs?: number;
  readonly mostWaiting?: number;
}

const SECONDS = 10;

export class QuoteProcesses {
  private readonly pool: ProcessPool<unknown, ProcessAnswer>;
  private readonly seconds: string;

  constructor({ processes = 2, timeoutMs = SECONDS * 1000, mostWaiting = 100 }: QuoteProcessesOptions = {}) {
    const entry = new URL('./quote-process.ts', import.meta.url);
    this.pool = new ProcessPool({ entry, processes, timeoutMs, memoryMegabytes: 512, mostWaiting });
    this.seconds = String(timeoutMs / 1000);
  }

  /** The answer as JSON: a long one is written out there too. */
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
