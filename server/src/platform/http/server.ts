// The HTTP server: health, metrics and the first page, with problem documents, a request log and a stop that lets requests finish.
import { randomUUID } from 'node:crypto';
import { type FastifyInstance, type FastifyReply, fastify } from 'fastify';
import type { Registry } from 'prom-client';
import { Refusal } from '../../kernel/refusal.ts';
import type { Clock } from '../clock.ts';
import { errorText } from '../i18n/error-texts.ts';
import type { Log } from '../log.ts';
import type { Database } from '../postgres/pool.ts';
import { contentPolicy, frontPage } from './front-page.ts';
import { chooseLanguage } from './language.ts';
import { addMetricsRoute, createMetrics, type Metrics } from './metrics.ts';
import { addPatience, connectionOptions, type Patience, patience } from './patience.ts';
import { problem, toProblem } from './problem.ts';
import { addRateLimits, type RateLimits } from './rate-limit.ts';

export interface HttpOptions {
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly version: string;
  /** Default none. */
  readonly limits?: RateLimits;
  /** Addresses of proxies that may say for whom they call. */
  readonly trustedProxies?: readonly string[];
  /** With the figures of other parts of the program. */
  readonly registry?: Registry;
  /** What figures are given for. Null: to machines of the own network. */
  readonly metricsToken?: string | null;
  readonly patience?: Patience;
}

export interface HttpServer {
  readonly app: FastifyInstance;
  readonly metrics: Metrics;
}

const HEALTH_MS = 3000;
const RETRY_SECONDS = 5;
const STOP_MS = 10_000;
const MOVED_MS = 60_000;
/** External ids have up to 255 letters, each of which an address may write in twelve. */
const LONGEST_ID = 255 * 12;

export function createHttpServer(options: HttpOptions): HttpServer {
  const metrics = createMetrics(options.database, options.version, options.registry);
  const patient = options.patience ?? patience;
  const app = fastify({
    genReqId: () => randomUUID(),
    trustProxy: options.trustedProxies === undefined || options.trustedProxies.length === 0 ? false : [...options.trustedProxies],
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { maxParamLength: LONGEST_ID },
    // An address that no router reads never gets to the error handler.
    frameworkErrors: (error, request, reply) => void sendProblem(reply, toProblem(error, request.id)),
    ...connectionOptions(patient),
  });
  addHeaders(app);
  addGoodbye(app);
  addRequestLog(app, options.log, metrics);
  addProblems(app, options.log);
  addPatience(app, patient);
  if (options.limits !== undefined) addRateLimits(app, options.limits, metrics.registry);
  addHealth(app, options);
  addMetricsRoute(app, metrics.registry, options.metricsToken ?? null);
  return { app, metrics };
}

/** For servers that have no other: those that only work, and those for which the web was not built. */
export function addFrontPage(app: FastifyInstance, { version, clock }: Pick<HttpOptions, 'version' | 'clock'>): void {
  app.get('/', async (_request, reply) => {
    const now = clock.now();
    const page = frontPage({ version, time: new Date(now).toISOString(), clockMoved: now - Date.now() > MOVED_MS });
    return reply.header('content-security-policy', contentPolicy).type('text/html; charset=utf-8').send(page);
  });
}

/** Returns where it listens. A busy port is left to its owner: another is taken, unless this one was asked for by name. */
export async function listen(
  app: FastifyInstance,
  wish: { host: string; port: number; portIsChosen: boolean },
  say: (line: string) => void,
): Promise<string> {
  try {
    return await app.listen({ host: wish.host, port: wish.port });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'EADDRINUSE' && !wish.portIsChosen) {
      say(`Port ${wish.port} is in use by another program, so another one is taken. PORT chooses one.`);
      return await app.listen({ host: wish.host, port: 0 });
    }
    throw listenRefusal(wish, code, error);
  }
}

function listenRefusal(wish: { host: string; port: number }, code: string | undefined, error: unknown): unknown {
  const place = `${wish.host}:${wish.port}`;
  if (code === 'EADDRINUSE')
    return new Refusal('http.port_busy', `Another program listens on ${place}. Stop it, or name another port in PORT.`, { path: 'PORT' });
  if (code === 'EACCES')
    return new Refusal('http.port_closed', `This user may not listen on ${place}. Name a port above 1023 in PORT.`, { path: 'PORT' });
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new Refusal('http.host_unknown', `This machine has no address ${wish.host}. Name one of its own in PRORATA_HOST.`, {
      path: 'PRORATA_HOST',
    });
  }
  return error;
}

/** Requests under way are finished; those that take too long are cut. */
export async function stopHttp(app: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), STOP_MS);
  try {
    await app.close();
  } finally {
    clearTimeout(timer);
  }
}

function addHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers({
      'x-request-id': request.id,
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
  });
}

/** Who is answered while the server stops hears that the connection ends: one that is kept for a next request would hold up the stop. */
function addGoodbye(app: FastifyInstance): void {
  let isStopping = false;
  app.addHook('preClose', async () => {
    isStopping = true;
  });
  app.addHook('onSend', async (_request, reply) => {
    if (isStopping) reply.header('connection', 'close');
  });
}

/** The route's pattern, not the address: addresses carry names and ids of customers. */
function addRequestLog(app: FastifyInstance, log: Log, metrics: Metrics): void {
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const status = reply.statusCode;
    metrics.requestSeconds.observe({ method: request.method, route, status: String(status) }, reply.elapsedTime / 1000);
    log[status >= 500 ? 'error' : 'info'](
      { requestId: request.id, method: request.method, route, status, ms: Math.round(reply.elapsedTime) },
      'request',
    );
  });
}

function addProblems(app: FastifyInstance, log: Log): void {
  app.setErrorHandler((error, request, reply) => {
    const language = chooseLanguage(request.headers['accept-language'], request.principal);
    const answer = toProblem(error, request.id, language);
    if (answer.status === 503) reply.header('retry-after', RETRY_SECONDS);
    if (answer.status === 401) reply.header('www-authenticate', 'Bearer');
    if (answer.status === 429 && answer.parameters?.seconds !== undefined) reply.header('retry-after', answer.parameters.seconds);
    if (answer.status >= 500) log.error({ err: error, requestId: request.id }, 'request failed');
    return sendProblem(reply, answer);
  });
  app.setNotFoundHandler((request, reply) => {
    const language = chooseLanguage(request.headers['accept-language'], request.principal);
    const code = 'request.no_such_route';
    const detail = errorText(language, code, {}) ?? 'There is nothing at this address, or not by this method. /docs lists what there is.';
    return sendProblem(reply, { ...problem(404, code, request.id, language), detail });
  });
}

function sendProblem(reply: FastifyReply, answer: ReturnType<typeof problem>): FastifyReply {
  return reply.code(answer.status).type('application/problem+json').send(answer);
}

function addHealth(app: FastifyInstance, options: HttpOptions): void {
  app.get('/health', async (_request, reply) => {
    const database = await isReachable(options.database);
    return reply.code(database ? 200 : 503).send({
      status: database ? 'ok' : 'failing',
      version: options.version,
      time: new Date(options.clock.now()).toISOString(),
      checks: { database: database ? 'ok' : 'unreachable' },
    });
  });
}

async function isReachable(database: Database): Promise<boolean> {
  const timer = new Promise<false>((settle) => setTimeout(() => settle(false), HEALTH_MS).unref());
  const question = database.pool.query('select 1').then(
    () => true,
    () => false,
  );
  return Promise.race([question, timer]);
}
