// Notes on accounts over HTTP: for the seller's own people.
import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar/instant.ts';
import { formatIdentifier, parseIdentifier } from '../../kernel/identifier.ts';
import { says } from '../../platform/fields.ts';
import { requireUnchanged, tagAnswer } from '../../platform/http/etag.ts';
import { orNotFound, readIdentifier } from '../../platform/http/not-found.ts';
import { pageOf, pageQuery } from '../../platform/http/paging.ts';
import { defineRoute, type Route } from '../../platform/http/route.ts';
import { callerOf, type Work } from '../../platform/http/work.ts';
import { findAccount } from './find-account.ts';
import { type AccountNote, addNote, changeNote, listNotes, lockNote, type NoteWriter, nameOfUser, noteSorts, removeNote } from './notes.ts';

const tag = 'accounts';
const account = says(z.string().max(255), 'The account’s id, or its external id.', 'acme');
const ofAccount = z.object({ account });
const ofNote = z.object({ account, note: says(z.string().max(40), 'The note’s id.', 'nte_00000000000zg') });
const text = says(z.string().trim().min(1).max(10_000), 'What it says, as plain text.', 'Pays by bank transfer, always late.');
const body = z.object({ text });

const noteShape = z
  .object({
    id: says(z.string(), 'Its id.', 'nte_00000000000zg'),
    author: says(z.string(), 'Who wrote it: a user or a key.', 'usr_00000000000zg'),
    authorName: says(z.string().nullable(), 'What that user was called then.', 'Ada'),
    text,
    createdAt: says(z.string(), 'When.', '2026-01-01T00:00:00Z'),
    changedAt: says(z.string().nullable(), 'When it was last changed; null: never.', '2026-01-02T00:00:00Z'),
    changedBy: says(z.string().nullable(), 'Who changed it last.', 'usr_00000000000zg'),
  })
  .meta({ id: 'AccountNote', description: 'What a seller’s people noted about an account; customers never see it.' });

const list = defineRoute({
  method: 'GET',
  path: '/v1/accounts/:account/notes',
  operationId: 'listAccountNotes',
  summary: 'List the notes on an account',
  tag,
  access: { permission: 'accounts.read', callers: 'staff' },
  params: ofAccount,
  query: z.object(pageQuery(noteSorts, '-created')),
  response: pageOf(noteShape),
  refusals: ['resource.not_found', 'page.cursor'],
  async handle({ tx, seller }, { params, query }) {
    const { id } = orNotFound(await findAccount(tx, seller.id, params.account));
    return listNotes(tx, seller.id, id, query, told);
  },
});

const add = defineRoute({
  method: 'POST',
  path: '/v1/accounts/:account/notes',
  operationId: 'addAccountNote',
  summary: 'Note something about an account',
  tag,
  access: { permission: 'accounts.write', callers: 'staff' },
  params: ofAccount,
  body,
  response: noteShape,
  status: 201,
  refusals: ['resource.not_found'],
  async handle(work, { params, body: said }) {
    const { id } = orNotFound(await findAccount(work.tx, work.seller.id, params.account));
    const note = told(await addNote(work.tx, id, said.text, await writerOf(work)));
    work.note({ subject: formatIdentifier('acc', id), before: {}, after: { [note.id]: note.text } });
    return note;
  },
});

const change = defineRoute({
  method: 'PATCH',
  path: '/v1/accounts/:account/notes/:note',
  operationId: 'changeAccountNote',
  summary: 'Change a note on an account',
  tag,
  access: { permission: 'accounts.write', callers: 'staff' },
  params: ofNote,
  body,
  response: noteShape,
  tagged: true,
  refusals: ['resource.not_found', 'edit.outdated'],
  async handle(work, { params, body: said }) {
    const { id } = orNotFound(await findAccount(work.tx, work.seller.id, params.account));
    const before = orNotFound(await lockNote(work.tx, work.seller.id, id, readIdentifier('nte', params.note)));
    requireUnchanged(work, told(before));
    const note = told(await changeNote(work.tx, before, said.text, await writerOf(work)));
    work.note({ subject: formatIdentifier('acc', id), before: { [note.id]: before.text }, after: { [note.id]: note.text } });
    tagAnswer(work, note);
    return note;
  },
});

const remove = defineRoute({
  method: 'DELETE',
  path: '/v1/accounts/:account/notes/:note',
  operationId: 'removeAccountNote',
  summary: 'Take a note on an account away',
  tag,
  access: { permission: 'accounts.write', callers: 'staff' },
  params: ofNote,
  response: null,
  refusals: ['resource.not_found'],
  async handle(work, { params }) {
    const { id } = orNotFound(await findAccount(work.tx, work.seller.id, params.account));
    const before = orNotFound(await lockNote(work.tx, work.seller.id, id, readIdentifier('nte', params.note)));
    await removeNote(work.tx, work.seller.id, before);
    work.note({ subject: formatIdentifier('acc', id), before: { [params.note]: before.text }, after: {} });
    return undefined;
  },
});

export const noteRoutes: readonly Route[] = [list, add, change, remove];

function told(note: AccountNote): z.input<typeof noteShape> {
  return {
    id: formatIdentifier('nte', note.id),
    author: note.author,
    authorName: note.authorName,
    text: note.text,
    createdAt: formatInstant(note.createdAt),
    changedAt: note.changedAt === null ? null : formatInstant(note.changedAt),
    changedBy: note.changedBy,
  };
}

async function writerOf({ tx, principal, seller, now }: Work): Promise<NoteWriter> {
  const { id } = callerOf(principal);
  return { sellerId: seller.id, author: id, authorName: await nameOfUser(tx, seller.id, parseIdentifier('usr', id)), now };
}
