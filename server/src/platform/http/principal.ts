// Who calls: nobody, a signed-in person or a program with a key; for which seller it acts, and what it may do there.
import { Refusal } from '../../kernel/refusal.ts';

/** The seller for whom a request acts. Every row that it reads or writes is his: the database sees to that. */
export interface Tenant {
  readonly id: bigint;
  /** The seller above; null for the provider. */
  readonly parentId: bigint | null;
  readonly key: string;
  readonly legalName: string;
  readonly country: string;
  readonly currency: string;
  readonly zone: string;
  readonly language: string;
  readonly address: readonly string[];
  readonly taxNumber: string | null;
}

export interface Caller {
  readonly kind: 'user' | 'key';
  /** The outside id, `usr_…` or `key_…`: what the audit log says and idempotency keys belong to. */
  readonly id: string;
  readonly seller: Tenant;
  /** Sellers above him, nearest first: their settings hold for him too. */
  readonly above: readonly bigint[];
  /** The customer's account that a member belongs to; null for the seller's own staff and keys. */
  readonly account: bigint | null;
  /** What he may do there, already cut down to what a key was given. */
  readonly permissions: ReadonlySet<string>;
  /** How far some of them go: by permission, the greatest amount by currency, or percentage. One without limits is not listed. */
  readonly limits: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** The language he reads; null leaves it to his request, else to the seller. */
  readonly language: string | null;
  /** Of somebody of a seller above: the key of that seller. */
  readonly delegatedFrom: string | null;
  /** Of a session that staff opened as this user: the staff member's id. */
  readonly impersonatedBy: string | null;
}

/** Nobody has said who he is. `seller` is whose door he stands at, where the address tells. */
export interface Nobody {
  readonly kind: 'nobody';
}

export type Principal = Caller | Nobody;

export const NOBODY: Nobody = { kind: 'nobody' };

/** What of a request says who calls. */
export interface Credentials {
  readonly method: string;
  /** The route's pattern. */
  readonly route: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly address: string;
}

/**
 * Answers who calls. Wrong, expired and revoked credentials are refused with `access.unauthenticated`; none at all is nobody.
 * It runs before the body is read, outside of the request's transaction.
 */
export type Authenticate = (credentials: Credentials) => Promise<Principal>;

export interface Access {
  /** One of the published list; null where being who one is suffices. */
  readonly permission: string | null;
  /** `staff`: the seller's people and keys. `member`: a customer's. `signed_in`: both, whatever they may do. */
  readonly callers: 'staff' | 'member' | 'both' | 'signed_in' | 'anyone';
}

export const unauthenticated = (): Refusal =>
  new Refusal('access.unauthenticated', 'Say who you are: with an API key as "Authorization: Bearer prk_…", or sign in.');

export const accessDenied = (permission: string): Refusal =>
  new Refusal('access.denied', `This needs the permission "${permission}", which you do not have here. Ask an administrator for it.`, {
    parameters: { permission },
  });

const wrongCaller = (callers: string): Refusal =>
  new Refusal('access.wrong_caller', `This is for ${callers === 'staff' ? 'the seller’s own people and keys' : 'customers'} only.`, {
    parameters: { callers },
  });

/** Before anything is looked up, so that a refusal tells nothing of what is there. */
export function checkAccess(principal: Principal, access: Access): void {
  if (access.callers === 'anyone') return;
  if (principal.kind === 'nobody') throw unauthenticated();
  const isMember = principal.account !== null;
  if (access.callers === (isMember ? 'staff' : 'member')) throw wrongCaller(access.callers);
  if (access.permission !== null && !principal.permissions.has(access.permission)) throw accessDenied(access.permission);
}
