// No other site changes anything with a signed-in person's cookie: asked of every route that changes something.
import { beforeAll, describe, expect, it } from 'vitest';
import { isWrite } from '../platform/http/route.ts';
import { withApi } from '../testing/api.ts';
import { exampleBody, listOperations, type Operation, urlOf, usualHeaders } from '../testing/api-operations.ts';
import { Portal } from '../testing/portal.ts';
import { send } from '../testing/principals.ts';
import { randomSubjects } from '../testing/tenants.ts';
import { routes } from './v1.ts';

const api = withApi();
let cookie: string;
let token: string;
let operations: Operation[];

beforeAll(async () => {
  const { browser } = await new Portal(() => api.current).signedIn('owner');
  cookie = [...browser.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  token = browser.csrfToken!;
  operations = await listOperations();
});

const codeOf = async (route: (typeof routes)[number], headers: Record<string, string>): Promise<string> => {
  // What nobody has signed in for is looked at after what is said.
  const body = route.access.callers === 'anyone' ? exampleBody(operations.find((one) => one.route === route)!) : {};
  const answer = await send(
    api.current.app,
    route.method,
    urlOf(route, randomSubjects),
    { cookie, ...usualHeaders(route), ...headers },
    body,
  );
  return answer.body === '' ? '' : (answer.json<{ code?: string }>().code ?? '');
};

describe('with a cookie', () => {
  const writes = routes.filter(isWrite);
  it.each(writes.map(({ operationId }) => operationId))('%s is refused to other sites', async (operationId) => {
    const route = writes.find((one) => one.operationId === operationId)!;
    const crossing: Record<string, string>[] = [
      { origin: 'https://evil.example', 'prorata-csrf-token': token },
      { 'sec-fetch-site': 'cross-site', 'prorata-csrf-token': token },
      // Before somebody is signed in there is no token yet.
      ...(route.access.callers === 'anyone' ? [] : [{}, { 'prorata-csrf-token': 'x'.repeat(token.length) }]),
    ];
    for (const headers of crossing) expect([headers, await codeOf(route, headers)]).toEqual([headers, 'access.cross_site']);
  });

  it('one’s own page is let in', async () => {
    const route = writes.find(({ operationId }) => operationId === 'changeMe')!;
    expect(await codeOf(route, { 'prorata-csrf-token': token })).toBe('');
    expect(await codeOf(route, { 'prorata-csrf-token': token, 'sec-fetch-site': 'same-origin' })).toBe('');
  });
});
