// Who may do what: every route × everybody who may knock × every kind of id. What is expected is computed here from the route's word for who may call
// it and from nothing of the program; the outcome stands in access-matrix.json for people to read (`npx vitest … -u` writes it anew).
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { permissions, staffPermissions } from '../domains/people/index.ts';
import { withApi } from '../testing/api.ts';
import { listOperations, type Operation, pathParameters, urlOf, usualHeaders } from '../testing/api-operations.ts';
import { goodBody, goodQuery } from '../testing/api-requests.ts';
import { type DryDatabase, openDryDatabase } from '../testing/dry-database.ts';
import { type Principal, Principals, send } from '../testing/principals.ts';
import { furnishTenants, randomSubjects, type Subjects, type Tenants } from '../testing/tenants.ts';
import { routes } from './v1.ts';

type Outcome = 'let in' | '400' | '401' | '403' | '404' | '500';
type Kind = 'own' | 'other account' | 'other seller' | 'removed' | 'random' | 'malformed';

const kinds: readonly Kind[] = ['own', 'other account', 'other seller', 'removed', 'random', 'malformed'];
/** What belongs to one account; the rest belongs to the seller. */
const OF_ACCOUNTS = ['account', 'invoice', 'subscription', 'user', 'key'];
/** A person's own, and the provider's runs: of these the tests name strange ones only. */
const OF_PEOPLE = ['session', 'passkey', 'run'];
/** What can be removed, so that its name leads nowhere. Accounts, invoices and the like stay for good. */
const REMOVABLE = ['role', 'provider', 'draft', 'endpoint'];
/** What the caller names himself: whoever puts it makes it, whatever others call theirs. */
const NAMES = ['account', 'role', 'provider', 'meter', 'plan', 'currency', 'draft', 'pool'];
const MALFORMED = 'not an id!';

/** What else becomes of some who are let in by the route's word. */
const exceptions: Readonly<Record<string, { readonly also: Outcome; readonly because: string }>> = {
  ...Object.fromEntries(
    [
      'inviteUser',
      'changeUser',
      'setUserRoles',
      'signOutUser',
      'impersonateUser',
      'makeKey',
      'replaceKey',
      'revokeKey',
      'defineRole',
      'removeRole',
    ].map((name) => [name, { also: '403', because: 'Nobody gives, or rules over, what he does not have himself.' }]),
  ),
  ...Object.fromEntries(
    ['startBillingRun', 'listBillingRuns', 'getBillingRun', 'moveClock', 'moveDemoClock', 'auditBooks'].map((name) => [
      name,
      { also: '403', because: 'One run and one clock serve all sellers of an installation: they are the provider’s.' },
    ]),
  ),
  stopImpersonating: { also: '403', because: 'Only who acts for somebody can stop it.' },
};

const api = withApi();
let tenants: Tenants;
let principals: Principals;
let everybody: Principal[];
let people: Principal[];
let operations: Operation[];
let dry: DryDatabase;
let app: FastifyInstance;

beforeAll(async () => {
  tenants = await furnishTenants(api.current);
  principals = new Principals(api.current, tenants.first);
  everybody = await principals.list();
  people = await principals.people();
  operations = await listOperations();
  dry = openDryDatabase((api.current.books.database.target as { url: string }).url);
  app = await api.current.over(dry);
});

afterAll(async () => {
  await app?.close();
  await dry?.close();
});

describe('every route', () => {
  it.each(routes.map(({ operationId }) => operationId))('%s lets in whom it should', async (operationId) => {
    const operation = operations.find(({ route }) => route.operationId === operationId)!;
    const wrong: string[] = [];
    const row: Record<string, Record<string, string[]>> = {};
    for (const principal of await allWho(operation)) {
      for (const kind of kindsFor(operation, principal)) {
        const subjects = subjectsOf(kind, principal);
        const answer = await ask(operation, principal, subjects, dryOrNot(operation));
        const outcome = outcomeOf(answer);
        const wanted = expected(operation, principal, kind);
        const told = `${principal.name}, ${kind}: ${answer.statusCode} ${answer.body.slice(0, 200)}`;
        if (!wanted.includes(outcome)) wrong.push(`${told}, and not ${wanted.join(' or ')}`);
        if (tells(answer, principal, subjects)) wrong.push(`${told} tells what is not his`);
        row[kind] ??= {};
        row[kind][outcome] = [...(row[kind][outcome] ?? []), principal.name];
      }
    }
    const { route } = operation;
    table[operationId] = { route: `${route.method} ${route.path}`, needs: route.access.permission, callers: route.access.callers, ...row };
    expect(wrong).toEqual([]);
  });
});

const table: Record<string, unknown> = {};

/** A line each, so that a change shows whom it concerns. */
it('is as the checked-in table has it; `npx vitest run --project database server/src/api/access -u` writes it anew', async () => {
  const lines = Object.entries(table).map(([name, row]) => {
    const fields = Object.entries(row as object).map(([field, value]) => `    ${JSON.stringify(field)}: ${JSON.stringify(value)}`);
    return `  ${JSON.stringify(name)}: {\n${fields.join(',\n')}\n  }`;
  });
  expect(Object.keys(table)).toEqual(routes.map(({ operationId }) => operationId));
  await expect(`{\n${lines.join(',\n')}\n}\n`).toMatchFileSnapshot('./access-matrix.json');
});

describe('what is somebody else’s', () => {
  const named = routes.filter(
    (route) => pathParameters(route).length > 0 && route.access.callers !== 'anyone' && route.transaction === 'one',
  );
  it.each(named.map(({ operationId }) => operationId))('cannot be told from nothing by %s', async (operationId) => {
    const operation = operations.find(({ route }) => route.operationId === operationId)!;
    const who = await principals.here('owner', staffPermissions);
    const told = async (subjects: Subjects) => {
      dry.statements.length = 0;
      const answer = await ask(operation, who, subjects, app);
      const said = Object.values(subjects).reduce((text, one) => text.replaceAll(one, '…'), answer.body);
      return { status: answer.statusCode, body: said.replace(/"requestId":"[^"]*"/, ''), statements: [...dry.statements] };
    };
    const [strange, absent] = [await told(tenants.second.own), await told(randomSubjects)];
    if (absent.status !== 404) return;
    expect(strange).toEqual(absent);
    if (pathParameters(operation.route).some((name) => REMOVABLE.includes(name))) expect(await told(tenants.first.removed)).toEqual(absent);
  });
});

describe('the rule finds', () => {
  const owner = () => principals.here('owner', staffPermissions);
  const operation = (operationId: string) => operations.find(({ route }) => route.operationId === operationId)!;

  it('a route that forgets the permission', async () => {
    const forgetful = {
      ...operation('getAccount'),
      route: { ...operation('getAccount').route, access: { permission: 'clock.write', callers: 'staff' } as const },
    };
    const reader = await principals.here('reader', ['accounts.read']);
    const answer = await ask(operation('getAccount'), reader, tenants.first.own, app);
    expect(expected(forgetful, reader, 'own')).not.toContain(outcomeOf(answer));
  });

  it('a wall that has fallen', async () => {
    const { pool } = api.current.books.database;
    await pool.query('alter table account disable row level security');
    try {
      const member = await principals.here('member', staffPermissions, 'own');
      const answer = await ask(operation('getAccount'), member, tenants.first.other, app);
      expect(expected(operation('getAccount'), member, 'other account')).not.toContain(outcomeOf(answer));
    } finally {
      await pool.query('alter table account enable row level security');
    }
  });

  it('a name of the other tenant in an answer', async () => {
    const answer = await ask(operation('listAccounts'), await owner(), tenants.first.own, app);
    const leaking = { ...answer, body: answer.body.replace('amber one', 'Canary One') } as LightMyRequestResponse;
    expect([tells(answer, await owner(), {}), tells(leaking, await owner(), {})]).toEqual([false, true]);
  });
});

it('leaves the books in order', async () => {
  expect(await api.current.books.findings()).toEqual([]);
});

/** The usual ones, and two who differ from each other by the one permission that this route needs. */
async function allWho({ route }: Operation): Promise<Principal[]> {
  const { permission } = route.access;
  // What people do to their own session ends it: each of these routes meets people who have just signed in.
  if (permission === null) return [...everybody, ...(await principals.people())];
  const names = permissions.map(({ name }) => name);
  return [
    ...everybody,
    ...people,
    await principals.here('staff with this permission alone', [permission]),
    await principals.here(
      'staff with all but this permission',
      names.filter((name) => name !== permission),
    ),
    await principals.here('member with this permission alone', [permission], 'own'),
    await principals.here(
      'member with all but this permission',
      names.filter((name) => name !== permission),
      'own',
    ),
  ];
}

/** Strangers are shown what is here; whose ids else they may try is seen from the other side. */
function kindsFor({ route }: Operation, { standing }: Principal): readonly Kind[] {
  const named = pathParameters(route);
  if (named.length === 0 || !standing.isHere) return ['own'];
  const only: Partial<Record<Kind, readonly string[]>> = { 'other account': OF_ACCOUNTS, removed: REMOVABLE };
  return kinds.filter((kind) => named.some((name) => only[kind]?.includes(name) ?? true));
}

function subjectsOf(kind: Kind, { standing }: Principal): Subjects {
  const { first, second } = tenants;
  const malformed = Object.fromEntries(Object.keys(randomSubjects).map((name) => [name, MALFORMED]));
  // What is his own is another's to the member of the other account.
  const [mine, theirs] = standing.member === 'other' ? [first.other, first.own] : [first.own, first.other];
  return { own: mine, 'other account': theirs, 'other seller': second.own, removed: first.removed, random: randomSubjects, malformed }[
    kind
  ];
}

/** Computed from what the route says of itself. More than one where an id that is none may be told to be none. */
function expected(operation: Operation, principal: Principal, kind: Kind): readonly Outcome[] {
  const usual = usually(operation, principal, kind);
  const more = exceptions[operation.route.operationId];
  return more === undefined || !usual.includes('let in') ? usual : [...usual, more.also];
}

function usually({ route }: Operation, principal: Principal, kind: Kind): readonly Outcome[] {
  const { standing } = principal;
  const { access } = route;
  if (access.callers === 'anyone') return ['let in'];
  if (!standing.isKnown) return ['401'];
  if (!standing.mayActThere) return ['404'];
  if (access.callers === 'staff' && standing.member !== null) return ['403'];
  if (access.callers === 'member' && standing.member === null) return ['403'];
  if (access.permission !== null && !standing.permissions.has(access.permission)) return ['403'];
  if (route.refusals.includes('access.people_only') && !standing.isPerson) return ['403'];
  const named = pathParameters(route);
  // A seller is seen by the one directly above him, whose reseller he is.
  if (named.includes('seller') && kind === 'own' && isAbove(principal)) return ['let in'];
  // Who is not from here names in the body what he may not see.
  if (named.length === 0) return standing.isHere ? ['let in'] : ['let in', '404'];
  if (route.method === 'PUT' && named.every((name) => NAMES.includes(name))) return made(named, standing.isHere, kind);
  if (!standing.isHere || named.some((name) => OF_PEOPLE.includes(name))) return kind === 'malformed' ? ['404', '400'] : ['404'];
  if (kind === 'own') return ['let in'];
  if (kind === 'other account') return standing.member === null ? ['let in'] : ['404'];
  return kind === 'malformed' ? ['404', '400'] : ['404'];
}

/** What is called by a name comes into being where it is put; an account's own id names one that is there, or nothing. */
function made(named: readonly string[], isHere: boolean, kind: Kind): readonly Outcome[] {
  if (!named.includes('account')) return kind === 'malformed' ? ['let in', '400'] : ['let in'];
  if (isHere && (kind === 'own' || kind === 'other account')) return ['let in'];
  return kind === 'malformed' ? ['let in', '400', '404'] : ['404'];
}

/** Refusals that have nothing to do with who may what count as let in: he was heard. */
function outcomeOf(answer: LightMyRequestResponse): Outcome {
  const { statusCode } = answer;
  if (statusCode >= 500) return '500';
  if (statusCode !== 400 && statusCode !== 401 && statusCode !== 403 && statusCode !== 404) return 'let in';
  const isOfAccess = /"code":"(access|resource|request)\./.test(answer.body);
  return isOfAccess ? (String(statusCode) as Outcome) : 'let in';
}

async function ask(operation: Operation, principal: Principal, subjects: Subjects, on: FastifyInstance): Promise<LightMyRequestResponse> {
  const { route } = operation;
  const usual = principal.standing.member === 'other' ? tenants.first.other : tenants.first.own;
  const url = `${urlOf(route, subjects)}${goodQuery(operation, usual)}`;
  return send(on, route.method, url, { ...usualHeaders(route), ...principal.headers }, goodBody(operation, usual));
}

/** Routes that make their own transactions need them to last; they bear being called twice. */
function dryOrNot({ route }: Operation): FastifyInstance {
  return route.transaction === 'own' ? api.current.app : app;
}

/** Acting at home, and not in the seller below. */
const isAbove = ({ name, standing }: Principal): boolean => name.includes('parent') && !standing.isHere;

/** Whether a name of the other tenant stands in the answer. The parent sees both, as accounts of his. */
function tells({ body }: LightMyRequestResponse, principal: Principal, asked: Subjects): boolean {
  const { name } = principal;
  if (isAbove(principal)) return false;
  // What he said himself may be said back to him.
  const unsaid = Object.values(asked).reduce((text, said) => text.replaceAll(said, ''), body.toLowerCase());
  return unsaid.includes(name === 'other seller' ? 'amber' : 'canary');
}
