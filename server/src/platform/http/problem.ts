// Errors over HTTP as RFC 9457 problem documents. What the caller can mend is told; a bug of ours is logged and only named.
import type { FastifyError } from 'fastify';
import { Refusal } from '../../kernel/refusal.ts';
import { errorText } from '../i18n/error-texts.ts';

export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail?: string;
  readonly path?: string;
  readonly parameters?: Readonly<Record<string, string>>;
  readonly requestId?: string;
}

/** Titles by status; other languages have them under `status.404`. */
export const problemStatuses: Readonly<Record<number, string>> = {
  400: 'The request cannot be understood',
  401: 'Who is asking?',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  408: 'The request came too slowly',
  409: 'Conflict with what is already there',
  410: 'No longer there',
  412: 'Changed in the meantime',
  413: 'The request is too large',
  414: 'The address is too long',
  415: 'The content type is not supported',
  422: 'The request was refused',
  428: 'Say what you have seen',
  429: 'Too many requests',
  431: 'The headers are too large',
  500: 'Something went wrong on our side',
  503: 'Not available right now',
};

/** Codes whose status their last word does not tell. */
const STATUSES: Readonly<Record<string, number>> = {
  'access.unauthenticated': 401,
  'access.denied': 403,
  'access.wrong_caller': 403,
  'access.provider_only': 403,
  'access.beyond_own': 403,
  'access.cross_site': 403,
  'access.over_limit': 403,
  'access.people_only': 403,
  'audit.busy': 503,
  'edit.outdated': 412,
  'edit.unconditional': 428,
  'feed.cursor': 400,
  'feed.cursor_expired': 410,
  'idempotency.in_flight': 409,
  'idempotency.answer_not_kept': 409,
  'idempotency.key': 400,
  'identity_provider.failed': 503,
  'impersonation.customers_only': 403,
  'impersonation.forbidden': 403,
  'page.cursor': 400,
  'rate.limited': 429,
  'request.invalid': 400,
  'plan.draft_exists': 409,
  'quote.busy': 429,
  'webhook.event_gone': 410,
  'usage.busy': 429,
  'usage.content_type': 415,
  'usage.csv_content_type': 415,
  'usage.event_not_kept': 410,
  'usage.too_large': 413,
  'usage.upload_too_large': 413,
  'usage.uploads_full': 429,
  'request.date': 400,
  'request.instant': 400,
  'request.too_slow': 408,
  'server.too_slow': 503,
  'server.unavailable': 503,
  'session.not_fresh': 403,
  'sign_in.busy': 503,
  'sign_in.not_invited': 403,
  'sign_in.refused': 401,
  'sign_in.too_many_attempts': 429,
};

export function toProblem(error: unknown, requestId: string, language = 'en'): Problem {
  if (error instanceof Refusal) return problemOf(error, requestId, language);
  const invalid = validationRefusal(error);
  if (invalid !== null) return problemOf(invalid, requestId, language);
  const world = worldRefusal(error);
  if (world !== null) return problemOf(world, requestId, language);
  const status = (error as Partial<FastifyError>).statusCode ?? 500;
  if (status >= 400 && status < 500)
    return { ...problem(status, 'request.invalid', requestId, language), detail: (error as Error).message };
  const detail = errorText(language, 'server.error', {}) ?? 'The error was logged under this request id. Trying again may help.';
  return { ...problem(500, 'server.error', requestId, language), detail };
}

function problemOf(refusal: Refusal, requestId: string, language: string): Problem {
  const { code, parameters } = refusal;
  return {
    ...problem(statusOfRefusal(code), code, requestId, language),
    detail: errorText(language, code, parameters) ?? refusal.message,
    ...(refusal.path === undefined ? {} : { path: refusal.path }),
    ...(Object.keys(parameters).length === 0 ? {} : { parameters }),
  };
}

/** What the route's shape did not let in: the first of it, and where. */
function validationRefusal(error: unknown): Refusal | null {
  const { validation, validationContext } = error as Partial<FastifyError>;
  const first = validation?.[0];
  if (first === undefined) return null;
  const inside = (first.instancePath ?? '')
    .split('/')
    .slice(1)
    .filter((step) => step !== '')
    .reduce((path, step) => (/^\d+$/.test(step) ? `${path}[${step}]` : path === '' ? step : `${path}.${step}`), '');
  const path = inside === '' ? (validationContext ?? 'body') : inside;
  const reason = first.message ?? 'not valid';
  return new Refusal('request.invalid', `${path} is not as it should be: ${reason}. The reference at /docs says what it may be.`, {
    path,
    parameters: { field: path, reason },
  });
}

/** Neither the caller's fault nor ours: the database is slow, away, or had to choose between two who were in each other's way. */
function worldRefusal(error: unknown): Refusal | null {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (code === '57014') {
    return new Refusal(
      'server.too_slow',
      'This took too long and was broken off; nothing was changed. Ask for less at once, or try again later.',
    );
  }
  const isAway =
    /^(08...|57P0.|53...|40001|40P01|ECONN.*|ENOENT|EPIPE|ETIMEDOUT)$/.test(String(code ?? '')) ||
    /^(timeout exceeded when trying to connect|Connection terminated)/.test(String(message ?? ''));
  if (!isAway) return null;
  return new Refusal(
    'server.unavailable',
    'The database cannot be reached at this moment. Try again; if you changed something, with the same Idempotency-Key, since it may have been done.',
  );
}

/** Else the code's last word decides, so that no second list has to be kept. */
export function statusOfRefusal(code: string): number {
  const named = STATUSES[code];
  if (named !== undefined) return named;
  if (code.endsWith('.not_found')) return 404;
  if (/\.(already_[a-z_]+|exists|conflict|in_use)$/.test(code)) return 409;
  return 422;
}

export function problem(status: number, code: string, requestId: string, language = 'en'): Problem {
  const title = errorText(language, `status.${status}`, {}) ?? problemStatuses[status] ?? 'The request failed';
  return { type: 'about:blank', title, status, code, requestId };
}
