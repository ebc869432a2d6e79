// Notes on accounts over HTTP: written, changed, taken away, in the audit log, and for nobody but the seller's people.
import { expect, it } from 'vitest';
import { withApi } from '../../testing/api.ts';

const api = withApi();
const notes = '/v1/accounts/a/notes';

it('are written, changed and taken away, each in the audit log', async () => {
  await api.current.books.accounts('a', 'b');
  const call = await api.current.as();
  const made = await call('POST', notes, { body: { text: ' Pays late. ' } });
  expect(made.statusCode).toBe(201);
  expect(made.json()).toMatchObject({
    text: 'Pays late.',
    author: expect.stringMatching(/^key_/),
    createdAt: '2026-01-01T00:00:00Z',
    changedAt: null,
  });
  await call('POST', notes, { body: { text: 'Second.' } });
  const { id } = made.json();
  api.current.clock.set('2026-01-02T00:00:00Z');
  const changed = await call('PATCH', `${notes}/${id}`, { body: { text: 'Pays.' }, headers: { 'if-match': '*' } });
  expect(changed.json()).toMatchObject({ text: 'Pays.', changedAt: '2026-01-02T00:00:00Z', changedBy: expect.stringMatching(/^key_/) });
  const outdated = await call('PATCH', `${notes}/${id}`, { body: { text: 'No.' }, headers: { 'if-match': '"other"' } });
  expect(outdated.json().code).toBe('edit.outdated');
  expect((await call('GET', notes)).json().data.map((note: { text: string }) => note.text)).toEqual(['Second.', 'Pays.']);
  expect((await call('DELETE', `${notes}/${id}`)).statusCode).toBe(204);
  expect((await call('DELETE', `${notes}/${id}`)).json().code).toBe('resource.not_found');
  expect((await call('GET', notes)).json().data).toHaveLength(1);
  const { data } = (await call('GET', '/v1/audit-entries?operation=removeAccountNote')).json();
  expect(data).toMatchObject([{ changes: [{ changes: { [id]: ['Pays.', null] } }] }]);
});

it('are another account’s, seller’s and customer’s nothing', async () => {
  const call = await api.current.as();
  const { id } = (await call('GET', notes)).json().data[0];
  expect((await call('DELETE', `/v1/accounts/b/notes/${id}`)).json().code).toBe('resource.not_found');
  expect((await (await api.current.as({ seller: 'south' }))('GET', notes)).statusCode).toBe(404);
  expect((await (await api.current.as({ account: 'a' }))('GET', notes)).json().code).toBe('access.wrong_caller');
  expect((await (await api.current.as({ permissions: ['accounts.read'] }))('POST', notes, { body: { text: 'x' } })).json().code).toBe(
    'access.denied',
  );
  expect((await call('POST', notes, { body: { text: '   ' } })).statusCode).toBe(400);
});
