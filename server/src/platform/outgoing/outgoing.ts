// The one place that calls the outside over HTTP. An address that is not public is never connected to, whatever name led there; a redirect is
// never followed; time and size have bounds.
import { lookup as systemLookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { Agent, buildConnector, request } from 'undici';
import { Refusal } from '../../kernel/refusal.ts';
import { declareFailpoints, failpoint } from '../failpoint.ts';
import { isPublicAddress } from './address.ts';
import { checkUrl, type OutgoingRules } from './check-url.ts';

declareFailpoints({
  'outgoing.before_call': 'An outside call is about to be made; nothing was sent.',
  'outgoing.after_call': 'An outside call was answered; nobody here knows yet.',
});

export interface OutgoingCall {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole of it: name, connection, answer. */
  readonly timeoutMs: number;
  /** Of the answer's body; what comes after is not read. */
  readonly greatestBytes: number;
}

export interface OutgoingAnswer {
  readonly status: number;
  /** Names in lower case; of repeated ones the first. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export type FailureCode = 'address' | 'connection' | 'timeout' | 'certificate' | 'answer';

/** The call brought no answer. What it says may be shown to whoever named the address: it tells nothing of our network. */
export class OutgoingFailure extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode, message: string) {
    super(message);
    this.name = 'OutgoingFailure';
    this.code = code;
  }
}

export interface ResolvedAddress {
  readonly address: string;
  readonly family: number;
}

export interface OutgoingOptions {
  readonly rules: OutgoingRules;
  /** The machine's own name service where nothing is said. */
  readonly resolve?: (host: string) => Promise<readonly ResolvedAddress[]>;
}

export interface Outgoing {
  readonly rules: OutgoingRules;
  call(call: OutgoingCall): Promise<OutgoingAnswer>;
  close(): Promise<void>;
}

const CONNECT_MS = 5000;
const KEEP_MS = 4000;

export function openOutgoing(options: OutgoingOptions): Outgoing {
  const { rules } = options;
  const resolve = options.resolve ?? ((host: string) => systemLookup(host, { all: true, verbatim: true }));
  const agent = new Agent({
    connect: guardedConnector(rules, guardedLookup(rules, resolve)),
    pipelining: 1,
    keepAliveTimeout: KEEP_MS,
    keepAliveMaxTimeout: KEEP_MS,
    maxHeaderSize: 16 * 1024,
  });
  return { rules, call: (call) => callOnce(agent, rules, call), close: () => agent.destroy() };
}

async function callOnce(agent: Agent, rules: OutgoingRules, call: OutgoingCall): Promise<OutgoingAnswer> {
  const signal = AbortSignal.timeout(call.timeoutMs);
  try {
    // Asked again at each call: rules may have changed since the address was written down.
    const url = checkUrl(call.url, rules);
    await failpoint('outgoing.before_call');
    const answer = await request(url, {
      dispatcher: agent,
      method: call.method,
      headers: call.headers,
      signal,
      headersTimeout: call.timeoutMs,
      bodyTimeout: call.timeoutMs,
      ...(call.body === undefined ? {} : { body: call.body }),
    });
    const body = await readSome(answer.body, call.greatestBytes);
    await failpoint('outgoing.after_call');
    return { status: answer.statusCode, headers: firstOfEach(answer.headers), body };
  } catch (error) {
    throw failureOf(error, signal);
  }
}

/** The rest is not waited for, and its connection is not used again. */
async function readSome(stream: AsyncIterable<Buffer> & { destroy(): unknown }, greatest: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of stream) {
    chunks.push(chunk.subarray(0, greatest - length));
    length += chunk.length;
    if (length >= greatest) break;
  }
  return Buffer.concat(chunks);
}

function firstOfEach(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => {
      const first = Array.isArray(value) ? value[0] : value;
      return first === undefined ? [] : [[name.toLowerCase(), first]];
    }),
  );
}

const noPublicAddress = (): OutgoingFailure =>
  new OutgoingFailure('address', 'The host name does not lead to an address of the public internet.');

/**
 * The connection goes to the very addresses that were judged, so a name that answers otherwise a moment later gains nothing. One address that is
 * not public spoils the name: nobody honest has both.
 */
function guardedLookup(rules: OutgoingRules, resolve: NonNullable<OutgoingOptions['resolve']>): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (found) => {
        const wanted = options.family === 4 || options.family === 6 ? found.filter(({ family }) => family === options.family) : found;
        if (wanted.length === 0 || (!rules.allowPrivate && found.some(({ address }) => !isPublicAddress(address)))) {
          return callback(noPublicAddress(), '', 0);
        }
        if (options.all === true) return callback(null, [...wanted]);
        return callback(null, wanted[0]!.address, wanted[0]!.family);
      },
      () => callback(noPublicAddress(), '', 0),
    );
  };
}

/** Looks once more at where the connection has led before a byte of ours goes over it. */
function guardedConnector(rules: OutgoingRules, lookup: LookupFunction): buildConnector.connector {
  const connect = buildConnector({ timeout: CONNECT_MS, lookup, autoSelectFamily: true } as buildConnector.BuildOptions);
  return (options, callback) =>
    connect(options, (...result) => {
      const [error, socket] = result;
      if (error !== null) return callback(error, null);
      if (!rules.allowPrivate && !isPublicAddress(socket.remoteAddress ?? '')) {
        socket.destroy();
        return callback(noPublicAddress(), null);
      }
      return callback(null, socket);
    });
}

function failureOf(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof OutgoingFailure) return error;
  if (error instanceof Refusal) return new OutgoingFailure('address', error.message);
  // Several addresses that were tried in turn fail together.
  const causes = error instanceof AggregateError ? error.errors : [error, (error as Error).cause];
  const own = causes.find((cause) => cause instanceof OutgoingFailure);
  if (own !== undefined) return own;
  const code = causes.map((cause) => String((cause as { code?: unknown } | undefined)?.code ?? '')).join(' ');
  if (signal.aborted || /TIMEOUT|ETIMEDOUT/.test(code)) return new OutgoingFailure('timeout', 'No answer came in time.');
  if (/CERT|TLS|SSL|SELF_SIGNED|VERIFY|ALTNAME/.test(code)) {
    return new OutgoingFailure('certificate', 'The host has no certificate that can be trusted for its name.');
  }
  if (/UND_ERR_HEADERS|HPE_|UND_ERR_RES|UND_ERR_BODY/.test(code)) {
    return new OutgoingFailure('answer', 'What came back is not an answer in HTTP.');
  }
  if (/ECONN|EPIPE|EHOST|ENET|EADDR|UND_ERR_SOCKET|UND_ERR_CONNECT/.test(code)) {
    return new OutgoingFailure('connection', 'The connection could not be made or broke off.');
  }
  return error;
}
