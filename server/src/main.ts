// `npm start` and `prorata start`: puts the parts together (configuration, database, worker, HTTP), says where it listens, and takes them apart
// again when told to stop.
import type { FastifyInstance } from 'fastify';
import { Registry } from 'prom-client';
import { addApi } from './api/v1.ts';
import { addWeb } from './api/web.ts';
import { exitStatus } from './commands/command.ts';
import { DemoService, setUpWith } from './demo/demo-service.ts';
import { findProvider } from './domains/accounts/index.ts';
import { BILLING_JOB, type DemoState, doBillingOrder } from './domains/invoicing/index.ts';
import { createAuthenticate, openPeople } from './domains/people/index.ts';
import { QuoteProcesses } from './domains/quotes/index.ts';
import { doUpload, UPLOAD_JOB, UsageWriter } from './domains/usage/index.ts';
import { Deliverer } from './domains/webhooks/index.ts';
import { addFigures, type WorkFigures } from './figures.ts';
import { Refusal } from './kernel/refusal.ts';
import { type Config, readConfig } from './platform/config.ts';
import { armFromText } from './platform/failpoint.ts';
import { addFrontPage, createHttpServer, listen, stopHttp } from './platform/http/server.ts';
import { type Installation, openInstallation } from './platform/installation.ts';
import type { JobHandlers } from './platform/jobs/index.ts';
import { startSweepers } from './platform/jobs/sweeper.ts';
import { startWorker } from './platform/jobs/worker.ts';
import { createLog, type Log } from './platform/log.ts';
import { type Outgoing, openOutgoing } from './platform/outgoing/index.ts';
import { inTransaction } from './platform/postgres/transaction.ts';
import { openSecrets, type Secrets } from './platform/secrets/index.ts';
import { version } from './platform/version.ts';
import { startRoles } from './roles.ts';
import { sweepers } from './sweepers.ts';

const say = (line: string) => void process.stdout.write(`${line}\n`);
/** What takes in work: told to stop all at once, since each waits for what it has under way. */
const working: (() => Promise<void>)[] = [];
/** What the work stands on: closed afterwards, the last first. */
const opened: (() => Promise<void>)[] = [];
/** What the token of the first visit is derived for. */
const SET_UP = 'set-up';
const SAME_SIGNAL_MS = 1500;
/** Longer than requests, jobs and a batch of the billing run have; systems that stop services wait for 90 seconds. */
const STOP_MS = 60_000;
let stoppingSince = 0;

async function start(): Promise<void> {
  const roles = startRoles(process.argv.slice(2));
  const config = readConfig(process.env, process.stdout.isTTY);
  const log = createLog(config.logLevel);
  armFromText(config.failpoints);
  const installation = await openInstallation({ config, log, say, program: 'prorata server' });
  opened.push(() => installation.close());
  const secrets = openSecrets(config);
  const outgoing = openOutgoing({ rules: config.outgoing });
  opened.push(() => outgoing.close());
  const registry = new Registry();
  const figures = addFigures(registry, installation.database, installation.clock);
  const parts: Parts = { installation, log, config, secrets, outgoing, figures };
  if (roles.work && config.workers > 0) await startWork(parts);
  const { app } = createHttpServer({
    ...httpOptions(config),
    registry,
    database: installation.database,
    clock: installation.clock,
    log,
    version,
  });
  const demo = roles.api ? await startApi(app, parts) : null;
  if (!roles.api || !(await addWeb(app))) addFrontPage(app, { version, clock: installation.clock });
  working.push(() => stopHttp(app));
  // Asked before anybody is let in: from then on a database that goes away is waited for.
  const before = demo === null ? null : await stateOf(installation, demo);
  const address = await listen(app, config, say);
  say(`Prorata ${version} listens on ${address}`);
  if (demo === null || before === null) return;
  if (roles.demo && before.demo.state !== 'ready') {
    await demo.buildNow();
    tellUsers(await demo.state(), address);
  } else if (before.isEmpty) say(`Nobody sells here yet. Set it up at ${address}/set-up#${secrets.derive(SET_UP)}`);
  else tellUsers(before.demo, address);
}

async function stateOf({ database }: Installation, demo: DemoService): Promise<{ isEmpty: boolean; demo: DemoState }> {
  const provider = await inTransaction(database, findProvider, { readOnly: true });
  return { isEmpty: provider === null, demo: await demo.state() };
}

function tellUsers({ users }: DemoState, address: string): void {
  for (const { mail, password, portal, shows } of users) {
    const door = `${address}/sign-in${portal === null ? '' : `?portal=${portal}`}`;
    say(`Demo: ${shows} signs in at ${door} as ${mail}, password: ${password}`);
  }
}

const httpOptions = ({ limits, trustedProxies, metricsToken }: Config) => ({ limits, trustedProxies, metricsToken });

interface Parts {
  readonly installation: Installation;
  readonly log: Log;
  readonly config: Config;
  readonly secrets: Secrets;
  readonly outgoing: Outgoing;
  readonly figures: WorkFigures;
}

async function startApi(app: FastifyInstance, { installation, log, config, secrets, outgoing }: Parts): Promise<DemoService> {
  const people = await openPeople({ database: installation.database, secrets, publicUrl: config.publicUrl, outgoing });
  const webhooks = { secrets, rules: outgoing.rules };
  const usage = new UsageWriter(installation);
  working.push(() => usage.drain());
  const quotes = new QuoteProcesses();
  opened.push(() => quotes.close());
  const demo = new DemoService({ installation, services: { people, webhooks, usage, quotes } }, log, say);
  const setUp = setUpWith(secrets.derive(SET_UP), demo);
  await addApi(app, { installation, authenticate: createAuthenticate(people), services: { people, webhooks, usage, quotes, setUp } });
  return demo;
}

async function startWork({ installation, log, config, secrets, outgoing, figures }: Parts): Promise<void> {
  const { database, clock, target } = installation;
  const worker = await startWorker({ target, handlers: jobHandlers(installation, config), concurrency: config.workers, log });
  working.push(() => worker.stop());
  const deliverer = new Deliverer({ database, clock, outgoing, secrets }, log);
  working.push(() => deliverer.stop());
  const running = startSweepers([...sweepers(installation, log, config, figures), deliverer], log, figures.swept);
  working.push(() => running.stop());
}

/** Each domain's jobs are listed here. */
function jobHandlers({ database, clock }: Installation, { workers }: Config): JobHandlers {
  return {
    [BILLING_JOB]: (payload) => doBillingOrder(database, clock, payload, workers),
    [UPLOAD_JOB]: async (payload, stopping) => void (await doUpload(database, clock, payload, stopping)),
  };
}

/**
 * A second signal ends the process at once; the database bears it, as it bears a power cut. One that follows within a moment is the same signal
 * come twice: a terminal sends it to every process, and npm hands its own on.
 */
async function stop(status: number): Promise<void> {
  if (stoppingSince > 0) {
    if (Date.now() - stoppingSince > SAME_SIGNAL_MS) process.exit(exitStatus.interrupted);
    return;
  }
  stoppingSince = Date.now();
  const end = () => process.exit(status);
  setTimeout(end, STOP_MS).unref();
  await starting.catch(() => undefined);
  await Promise.all(working.map((stopOne) => stopOne().catch((error: unknown) => report(error))));
  for (const close of opened.reverse()) await close().catch((error: unknown) => report(error));
  end();
}

function report(error: unknown): void {
  const text =
    error instanceof Refusal
      ? `error ${error.code}: ${error.message}${error.path === undefined ? '' : ` (${error.path})`}`
      : `error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  process.stderr.write(`${text}\n`);
}

const starting = start();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
starting.catch((error: unknown) => {
  report(error);
  if (!(error instanceof Refusal)) return stop(exitStatus.failed);
  return stop(error.code === 'command.usage' ? exitStatus.usage : exitStatus.refused);
});
