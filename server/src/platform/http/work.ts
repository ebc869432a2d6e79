// What a route's handler works with: one transaction in the request's role, for one seller, by one caller.
import type { SharedClock } from '../clock.ts';
import type { Database } from '../postgres/pool.ts';
import { inTransaction, type Transaction, type TransactionOptions } from '../postgres/transaction.ts';
import type { AuditNote } from './audit-log.ts';
import { type Caller, type Principal, type Tenant, unauthenticated } from './principal.ts';

/** What was opened at start and routes need, by name. A domain adds its own where it declares it: `declare module '…/work.ts'`. */
// biome-ignore lint/suspicious/noEmptyInterface: filled in by those declarations.
export interface Services {}

/** Everything but the transaction. */
export interface WorkAround {
  readonly services: Services;
  readonly principal: Principal;
  /** Whose rows it is about. Refused where nobody calls. */
  readonly seller: Tenant;
  /** The customer's account that a member belongs to; null for staff, who see all accounts of the seller. */
  readonly account: bigint | null;
  readonly clock: SharedClock;
  /** Business time, the same for the whole request. */
  readonly now: number;
  readonly language: string;
  readonly requestId: string;
  /** The request's headers, names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly address: string;
  /** What the entry in the audit log says beside who, when and which route. Secrets do not belong in it. */
  note(note: AuditNote): void;
  /** Sets a header of the answer. */
  header(name: string, value: string): void;
  /** Gives the answer another status of success than the route's own. */
  status(code: number): void;
}

export interface Work extends WorkAround {
  readonly tx: Transaction;
}

/**
 * Thrown by a handler that has done everything only to see what comes of it: the transaction is undone as a whole, with its audit entry and its
 * idempotency key, and this is the answer.
 */
export class Rehearsal extends Error {
  readonly answer: unknown;

  constructor(answer: unknown) {
    super('A rehearsal: nothing is kept.');
    this.answer = answer;
  }
}

/** For routes that call the outside, or work longer than one transaction should last. */
export interface OpenWork extends WorkAround {
  readonly database: Database;
  /** A transaction in the route's role. */
  inTransaction<T>(work: (tx: Transaction) => Promise<T>, options?: TransactionOptions): Promise<T>;
}

/** `request`: behind the walls of row security. `engine`: sees everything, and checks by itself whose rows it touches. */
export type DatabaseRole = 'request' | 'engine';

export const STATEMENT_MS = 30_000;

export function callerOf(principal: Principal): Caller {
  if (principal.kind === 'nobody') throw unauthenticated();
  return principal;
}

/** The role's name is the installation's own: several may share one PostgreSQL. */
export async function readRequestRole(database: Database): Promise<string> {
  const { rows } = await database.pool.query<{ name: string }>('select request_role as name from installation');
  return rows[0]!.name;
}

/** All rows of other sellers are out of reach from the first statement on. Nobody reaches none. */
export function wallStatements(role: DatabaseRole, requestRole: string, principal: Principal): string {
  const seller = principal.kind === 'nobody' ? '' : String(principal.seller.id);
  const account = principal.kind === 'nobody' || principal.account === null ? '' : String(principal.account);
  const above = principal.kind === 'nobody' ? '' : principal.above.join(',');
  return [
    `set local statement_timeout = ${STATEMENT_MS}`,
    `set local prorata.seller = '${seller}'`,
    `set local prorata.account = '${account}'`,
    `set local prorata.above = '{${above}}'`,
    ...(role === 'engine' ? [] : [`set local role "${requestRole.replaceAll('"', '""')}"`]),
  ].join('; ');
}

export interface Walls {
  readonly database: Database;
  readonly requestRole: string;
  readonly role: DatabaseRole;
  readonly principal: Principal;
}

export async function behindWalls<T>(walls: Walls, work: (tx: Transaction) => Promise<T>, options: TransactionOptions = {}): Promise<T> {
  const first = wallStatements(walls.role, walls.requestRole, walls.principal);
  return inTransaction(walls.database, work, { ...options, first, prepares: walls.role === 'request' });
}
