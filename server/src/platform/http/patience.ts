// How long the server waits for what others send: a client that dribbles must not hold what others need. Connections are few and each is cheap; what is
// bounded here is how long one stays half done.
import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { ConnectionError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../kernel/refusal.ts';
import { problem, toProblem } from './problem.ts';

export interface Patience {
  /** For the first line and the headers. */
  readonly headersMs: number;
  /** For a body of the usual size; a route that takes more waits longer. */
  readonly bodyMs: number;
  /** Without a byte in either direction. */
  readonly silenceMs: number;
}

export const patience: Patience = { headersMs: 10_000, bodyMs: 30_000, silenceMs: 60_000 };

export const BODY_BYTES = 1024 * 1024;
const HEADER_BYTES = 16 * 1024;
const MOST_CONNECTIONS = 5_000;
/** The slowest line that a large body may come over. */
const LEAST_BYTES_PER_MS = 64;

export function connectionOptions({ headersMs, silenceMs }: Patience) {
  return {
    bodyLimit: BODY_BYTES,
    connectionTimeout: silenceMs,
    keepAliveTimeout: silenceMs,
    // Bodies have a time of their own, by route.
    requestTimeout: 0,
    http: { headersTimeout: headersMs, maxHeaderSize: HEADER_BYTES, connectionsCheckingInterval: Math.min(2_000, headersMs) },
    clientErrorHandler: answerBrokenRequest,
  };
}

/** What never became a request: the connection speaks something else, too much of it, or too slowly. */
function answerBrokenRequest(error: ConnectionError, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
  const code = status === 408 ? 'request.too_slow' : 'request.invalid';
  const body = JSON.stringify(problem(status, code, randomUUID()));
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'connection: close',
    'content-type: application/problem+json',
    `content-length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
}

export function addPatience(app: FastifyInstance, { bodyMs }: Patience): void {
  app.server.maxConnections = MOST_CONNECTIONS;
  app.addHook('onRequest', async (request, reply) => {
    const { raw } = request;
    if (raw.complete) return;
    const limit = request.routeOptions.bodyLimit ?? BODY_BYTES;
    const timer = setTimeout(() => cut(request, reply), bodyMs + Math.max(0, limit - BODY_BYTES) / LEAST_BYTES_PER_MS);
    timer.unref();
    raw.once('close', () => clearTimeout(timer));
    raw.once('end', () => clearTimeout(timer));
  });
}

function cut(request: FastifyRequest, reply: FastifyReply): void {
  if (request.raw.complete) return;
  if (reply.sent) return void request.raw.destroy();
  reply.raw.once('finish', () => request.raw.destroy());
  const refusal = new Refusal(
    'request.too_slow',
    'The request did not arrive in time. Send it again over a faster line, or in smaller parts.',
  );
  const answer = toProblem(refusal, request.id);
  void reply.code(answer.status).header('connection', 'close').type('application/problem+json').send(answer);
}
