// Delivers by itself, again and again. Endpoints are called side by side, in lanes: those that are slow or failing have a few of their own, so
// that they hold up each other and nobody else.

import type { Sweeper } from '../../platform/jobs/sweeper.ts';
import type { Log } from '../../platform/log.ts';
import { type Delivering, deliverTo, dispatchEvents, holdEndpoints } from './deliver.ts';
import type { HeldEndpoint } from './delivery-store.ts';

const LANES = { steady: 12, troubled: 4 } as const;
type Lane = keyof typeof LANES;
const EVERY_MS = 1000;

export class Deliverer implements Sweeper {
  readonly name = 'webhooks';
  readonly everyMs = EVERY_MS;
  private readonly work: Delivering;
  private readonly log: Log;
  private readonly underWay: Readonly<Record<Lane, Set<Promise<void>>>> = { steady: new Set(), troubled: new Set() };
  private readonly stopping = new AbortController();

  constructor(work: Delivering, log: Log) {
    this.work = work;
    this.log = log;
  }

  /** Fills the lanes and does not wait for them. */
  async sweep(): Promise<void> {
    await dispatchEvents(this.work);
    for (const lane of ['steady', 'troubled'] as const) await this.fill(lane);
  }

  /** Waits for the calls that are under way; what they did not get to is left to the next. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.settled();
  }

  async settled(): Promise<void> {
    while (this.underWay.steady.size + this.underWay.troubled.size > 0) {
      await Promise.all([...this.underWay.steady, ...this.underWay.troubled]);
    }
  }

  private async fill(lane: Lane): Promise<void> {
    const free = LANES[lane] - this.underWay[lane].size;
    if (free === 0 || this.stopping.signal.aborted) return;
    for (const held of await holdEndpoints(this.work, lane, free)) this.begin(lane, held);
  }

  private begin(lane: Lane, held: HeldEndpoint): void {
    const own = this.underWay[lane];
    const call = deliverTo(this.work, held, this.stopping.signal)
      .catch((error: unknown) => this.log.error({ err: error }, 'a webhook endpoint could not be served; it is tried again in a minute'))
      .then(() => {
        own.delete(call);
        // The lane is not left empty until the next sweep.
        if (!this.stopping.signal.aborted) return this.fill(lane).catch(() => undefined);
      });
    own.add(call);
  }
}
