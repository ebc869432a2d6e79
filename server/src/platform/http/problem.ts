// Errors over HTTP as RFC 9457 problem documents. What the caller can mend is told; a bug of ours is logged and only named.
import type { FastifyError } from 'fastify';
import { Refusal } from '../../kernel/refusal.ts';

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

const TITLES: Readonly<Record<number, string>> = {
  400: 'The request cannot be understood',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict with what is already there',
  413: 'The request is too large',
  415: 'The content type is not supported',
  422: 'The request was refused',
  500: 'Something went wrong on our side',
  503: 'Not available right now',
};

export function toProblem(error: unknown, requestId: string): Problem {
  if (error instanceof Refusal) {
    const place = error.path === undefined ? {} : { path: error.path };
    const parameters = Object.keys(error.parameters).length === 0 ? {} : { parameters: error.parameters };
    return { ...problem(statusOfRefusal(error.code), error.code, requestId), detail: error.message, ...place, ...parameters };
  }
  const status = (error as Partial<FastifyError>).statusCode ?? 500;
  if (status >= 400 && status < 500) return { ...problem(status, 'request.invalid', requestId), detail: (error as Error).message };
  return { ...problem(500, 'server.error', requestId), detail: 'The error was logged under this request id. Trying again may help.' };
}

/** The code's last word decides, so that no second list has to be kept. */
export function statusOfRefusal(code: string): number {
  if (/\.(not_found|unknown)$/.test(code)) return 404;
  if (/\.(already_[a-z_]+|exists|conflict|in_use)$/.test(code)) return 409;
  return 422;
}

export function problem(status: number, code: string, requestId: string): Problem {
  return { type: 'about:blank', title: TITLES[status] ?? 'The request failed', status, code, requestId };
}
