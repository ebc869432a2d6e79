// The demo inside a running server: one thing at a time, and how far it is for whoever asks.

import { findDemo } from '../adapters/demo/demo-store.ts';
import type { DemoState, SetUp } from '../domains/invoicing/index.ts';
import { Refusal } from '../kernel/refusal.ts';
import type { Log } from '../platform/log.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { buildDemo, type DemoOptions, type DemoProgress, moveDemo } from './build.ts';
import { DEMO_PASSWORD, demoUsers } from './users.ts';

const NOTHING: DemoState = { state: null, step: null, done: 0, total: 0, day: null, users: [] };
const MOST_DAYS = 400;
const DAY_MS = 86_400_000;

export class DemoService {
  private readonly options: Omit<DemoOptions, 'tell'>;
  private readonly log: Log;
  private readonly say: (line: string) => void;
  private doing: 'building' | 'moving' | null = null;
  private progress: DemoProgress | null = null;
  private hasFailed = false;

  constructor(options: Omit<DemoOptions, 'tell'>, log: Log, say: (line: string) => void) {
    this.options = options;
    this.log = log;
    this.say = say;
  }

  async state(): Promise<DemoState> {
    if (this.doing !== null) return { ...NOTHING, ...this.progress, state: this.doing };
    const demo = await inTransaction(this.options.installation.database, findDemo, { readOnly: true });
    if (demo === null) return this.hasFailed ? { ...NOTHING, state: 'failed' } : NOTHING;
    if (!demo.isBuilt) return { ...NOTHING, state: 'failed' };
    const users = demoUsers.map(({ mail, name, seller, shows }) => ({
      mail,
      name,
      password: DEMO_PASSWORD,
      portal: seller === 'provider' ? null : seller,
      shows,
    }));
    return { ...NOTHING, state: 'ready', users };
  }

  /** For the command line: until it stands. */
  async buildNow(): Promise<void> {
    await this.run('building', (options) => buildDemo(options));
  }

  async build(): Promise<void> {
    this.refuseIfBusy();
    this.goOn('building', (options) => buildDemo(options));
  }

  async move(until: number): Promise<void> {
    this.refuseIfBusy();
    const { database, clock } = this.options.installation;
    const now = await clock.read();
    if ((await inTransaction(database, findDemo, { readOnly: true })) === null) {
      throw new Refusal(
        'demo.none',
        'This installation is no demo. Its clock is moved with `PUT /v1/clock`, and billing follows within the hour.',
      );
    }
    if (!(until > now)) throw new Refusal('clock.backward', 'The clock only goes forward. Name a later time.');
    if (until > now + MOST_DAYS * DAY_MS) throw new Refusal('clock.too_far', `At most ${MOST_DAYS} days at once. Name an earlier time.`);
    this.goOn('moving', (options) => moveDemo(options, until));
  }

  private refuseIfBusy(): void {
    if (this.doing !== null) throw new Refusal('demo.busy', 'Time is passing already. Wait until it stands still.');
  }

  private goOn(doing: 'building' | 'moving', work: (options: DemoOptions) => Promise<void>): void {
    this.run(doing, work).catch((error: unknown) => this.log.error({ err: error }, 'the demo failed'));
  }

  private async run(doing: 'building' | 'moving', work: (options: DemoOptions) => Promise<void>): Promise<void> {
    this.doing = doing;
    this.hasFailed = false;
    try {
      await work({ ...this.options, tell: (progress) => this.heard(progress) });
    } catch (error) {
      this.hasFailed = doing === 'building';
      throw error;
    } finally {
      this.doing = null;
      this.progress = null;
    }
  }

  private heard(progress: DemoProgress): void {
    const before = this.progress;
    this.progress = progress;
    // A line a month, so that who watches the terminal sees that something happens.
    if (before?.day.slice(0, 7) !== progress.day.slice(0, 7) || before?.step !== progress.step) {
      this.say(`Demo: ${progress.step} ${progress.day} (${progress.done} of ${progress.total})`);
    }
  }
}

/** What routes need of it. */
export const setUpWith = (token: string, demo: DemoService): SetUp => ({ token, demo });
