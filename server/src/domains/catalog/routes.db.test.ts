// Plans over HTTP: written as a draft, published as a version that never changes, taken as the beginning of another.
import { expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';

const api = withApi();
const body = {
  name: 'Mail',
  components: [
    { key: 'box', description: 'Mailbox' },
    { key: 'gb', kind: 'metered', meter: 'mail' },
  ],
};

it('writes a draft, replaces it from the state that was read, and throws it away', async () => {
  const call = await api.current.as();
  expect((await call('GET', '/v1/plans/mail/draft')).json()).toMatchObject({ code: 'resource.not_found' });
  const first = await call('PUT', '/v1/plans/mail/draft', { body });
  expect(first.json()).toMatchObject({
    plan: 'mail',
    body: {
      components: [
        { key: 'box', kind: 'recurring' },
        { key: 'gb', meter: 'mail' },
      ],
    },
  });
  expect((await call('GET', '/v1/plans/mail/draft')).headers.etag).toBe(first.headers.etag);
  const headers = { 'if-match': String(first.headers.etag) };
  expect((await call('PUT', '/v1/plans/mail/draft', { body: { ...body, name: 'Post' }, headers })).statusCode).toBe(200);
  expect((await call('PUT', '/v1/plans/mail/draft', { body, headers })).json()).toMatchObject({ status: 412, code: 'edit.outdated' });
  expect((await call('GET', '/v1/plans')).json().data).toMatchObject([
    { key: 'P', versions: [{ ref: 'P', version: 1 }], draftChangedAt: null },
    { key: 'mail', name: 'Post', versions: [], draftChangedAt: '2026-01-01T00:00:00Z' },
  ]);
  expect((await call('DELETE', '/v1/plans/mail/draft')).statusCode).toBe(204);
  expect((await call('DELETE', '/v1/plans/mail/draft')).statusCode).toBe(404);
});

it('publishes versions, and begins a draft from one', async () => {
  const call = await api.current.as();
  await call('PUT', '/v1/plans/mail/draft', { body });
  // As clients do that name the type of a body which they do not send.
  const first = await call('POST', '/v1/plans/mail/draft/publish', { headers: { 'content-type': 'application/json' } });
  expect([first.statusCode, first.json()]).toMatchObject([201, { ref: 'mail', version: 1, body: { name: 'Mail' } }]);
  expect((await call('POST', '/v1/plans/mail/draft/publish')).statusCode).toBe(404);
  expect((await call('POST', '/v1/plan-versions/mail/clone', { body: {} })).json()).toMatchObject({
    plan: 'mail',
    body: first.json().body,
  });
  expect((await call('POST', '/v1/plan-versions/mail/clone', { body: {} })).json()).toMatchObject({
    status: 409,
    code: 'plan.draft_exists',
  });
  expect((await call('POST', '/v1/plans/mail/draft/publish')).json()).toMatchObject({ ref: 'mail~2', version: 2, body: first.json().body });
  expect((await call('GET', '/v1/plan-versions/mail')).json().ref).toBe('mail~2');
  expect((await call('POST', '/v1/plan-versions/P/clone', { body: { as: 'Q' } })).json()).toMatchObject({
    plan: 'Q',
    body: { name: 'Cloud' },
  });
});

it('refuses a draft that could not be published', async () => {
  const call = await api.current.as();
  const refusedBy = async (components: unknown[]) =>
    (await call('PUT', '/v1/plans/x/draft', { body: { name: 'X', components } })).json().code;
  expect(await refusedBy([])).toBe('request.invalid');
  expect(await refusedBy([{ key: 'a' }, { key: 'a' }])).toBe('component.repeated');
  expect(await refusedBy([{ key: 'a', kind: 'metered', timing: 'advance' }])).toBe('component.timing');
});

it('defines and lists meters', async () => {
  const call = await api.current.as();
  await call('PUT', '/v1/meters/cpu', { body: { unit: 'h' } });
  expect((await call('GET', '/v1/meters')).json().data).toEqual([
    { key: 'cpu', unit: 'h' },
    { key: 'mail', unit: null },
    { key: 'traffic', unit: null },
  ]);
});

it('shows another seller nothing of it', async () => {
  const south = await api.current.as({ seller: 'south' });
  expect((await south('GET', '/v1/plans')).json().data).toEqual([]);
  expect((await south('GET', '/v1/plan-versions/P')).json()).toMatchObject({ code: 'resource.not_found' });
});
