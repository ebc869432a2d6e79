// One route of the API: where it is, who may call it, what goes in and comes out, and the handler that calls the domain's verb.
import type { z } from 'zod';
import type { Access } from './principal.ts';
import type { DatabaseRole, OpenWork, Work } from './work.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
type Output<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;

interface RouteFacts<Params, Query, Body, Response> {
  readonly method: Method;
  /** `/v1/accounts/:account`; ids in it are outside ids. */
  readonly path: string;
  /** In camelCase, a verb first: `listAccounts`. */
  readonly operationId: string;
  /** Half a line, as a command: "List accounts". */
  readonly summary: string;
  readonly description?: string;
  /** The chapter of the reference it stands in. */
  readonly tag: string;
  readonly access: Access;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Of a success. Null: no body. `pdf` and `csv` are bytes. */
  readonly response: Response;
  /** Default 200, 204 without a body. */
  readonly status?: 200 | 201 | 202 | 204;
  /** Codes it may refuse with, beside those that any route may. */
  readonly refusals: readonly string[];
  /** Default `request`. */
  readonly role?: DatabaseRole;
  /** The answer carries an ETag; where it changes something, If-Match is required. */
  readonly tagged?: boolean;
  /** It is sent like a write and writes nothing: no entry in the audit log. */
  readonly changesNothing?: boolean;
  /** What it answers is told once and not kept for a second try with the same Idempotency-Key. */
  readonly answerIsSecret?: boolean;
  /** Of the body; default JSON. */
  readonly bodyType?: 'text/csv';
  /** Default 1 MiB. */
  readonly bodyLimitBytes?: number;
  /** The body comes as a stream of bytes, of any type of content, and the handler reads and bounds it; `body` only describes it. */
  readonly streamed?: boolean;
  /** The handler writes its entry in the audit log together with its effect: of routes with transactions of their own. */
  readonly logsItself?: boolean;
}

interface RouteInput<Params, Query, Body> {
  readonly params: Output<Params>;
  readonly query: Output<Query>;
  readonly body: Output<Body>;
}

/** Handlers may answer with what they must not change. */
type Told<T> = T extends readonly (infer Item)[]
  ? readonly Told<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Told<T[Key]> }
    : T;
type Answered<Response> = Response extends z.ZodType ? Told<z.input<Response>> : Response extends null ? undefined : Uint8Array;
export type Bytes = 'application/pdf' | 'text/csv';
type ResponseShape = z.ZodType | Bytes | null;

interface Handled<Given, Params, Query, Body, Response> {
  handle(work: Given, input: RouteInput<Params, Query, Body>): Promise<Answered<Response>>;
}

/** An answer that is JSON already, of the route's shape: a long one is not written out where others wait. */
export class WrittenAnswer {
  readonly json: string;

  constructor(json: string) {
    this.json = json;
  }
}

/** A route with its types put away: what the server registers, the reference describes and the access table lists. */
export interface Route extends RouteFacts<z.ZodObject | undefined, z.ZodObject | undefined, z.ZodType | undefined, ResponseShape> {
  /** `one`: the whole request is one transaction. `own`: the handler opens its own, and repeating it does no harm. */
  readonly transaction: 'one' | 'own';
  handle(work: Work | OpenWork, input: { params: unknown; query: unknown; body: unknown }): Promise<unknown>;
}

/** The usual route: its handler works in one transaction, which a refusal undoes as a whole. */
export function defineRoute<
  Response extends ResponseShape,
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(route: RouteFacts<Params, Query, Body, Response> & Handled<Work, Params, Query, Body, Response>): Route {
  return { ...route, transaction: 'one' } as unknown as Route;
}

/** For what calls the outside or lasts longer than one transaction should. Its handler must bear being called twice. */
export function defineOpenRoute<
  Response extends ResponseShape,
  Params extends z.ZodObject | undefined = undefined,
  Query extends z.ZodObject | undefined = undefined,
  Body extends z.ZodType | undefined = undefined,
>(route: RouteFacts<Params, Query, Body, Response> & Handled<OpenWork, Params, Query, Body, Response>): Route {
  return { ...route, transaction: 'own' } as unknown as Route;
}

export function isWrite(route: Pick<Route, 'method'>): boolean {
  return route.method !== 'GET';
}

export function statusOf(route: Route): number {
  return route.status ?? (route.response === null ? 204 : 200);
}
