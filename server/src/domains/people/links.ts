// Links in letters: an invitation, or a new password. Single use, hashed, and built from the configured address alone.
import { formatIdentifier } from '../../kernel/identifier.ts';
import { writeEvents } from '../../platform/events/index.ts';
import type { Transaction } from '../../platform/postgres/transaction.ts';
import { reserveIdentities } from '../accounts/index.ts';
import { faultInPassword } from './core/password-rules.ts';
import { INVITATION_MS, RESET_LINK_MS } from './core/session-life.ts';
import { linkOver, weakPassword } from './errors.ts';
import { tell } from './events.ts';
import type { People } from './people.ts';
import { upsertPassword } from './proof-store.ts';
import { endLinks, insertLink, type LinkKind, revokeSessions, takeLink } from './session-store.ts';
import type { From } from './sessions.ts';
import { admit, attemptSubject, findPortal, type Run } from './sign-in.ts';
import { hashToken, newToken } from './tokens.ts';
import { findUser, findUserByMail, lockUser, mailKey, markReady, type User, updateUser } from './user-store.ts';

export const linkPlace = (id: bigint): string => `link:${id}`;

const LASTS: Readonly<Record<LinkKind, number>> = { invitation: INVITATION_MS, reset: RESET_LINK_MS };
const PAGES: Readonly<Record<LinkKind, string>> = { invitation: 'invitation', reset: 'new-password' };

/**
 * Makes a link and asks for a letter with it. The letter's event names the link and not its secret, which is kept sealed for whoever sends letters:
 * events are read by many. The secret stands behind the #, which browsers send to no server.
 */
export async function makeLink(people: People, tx: Transaction, user: User, kind: LinkKind, businessNow: number): Promise<string> {
  const now = people.machine.now();
  const id = (await reserveIdentities(tx, 1))();
  const token = newToken();
  const sealed = people.secrets.seal(token.text, linkPlace(id));
  await insertLink(tx, { sellerId: user.sellerId, id, kind, userId: user.id, sealed, hash: token.hash, now, expiresAt: now + LASTS[kind] });
  await writeEvents(tx, [
    tell['mail.requested']({
      subject: formatIdentifier('lnk', id),
      sellerId: user.sellerId,
      occurredAt: businessNow,
      data: { template: kind, user: formatIdentifier('usr', user.id) },
    }),
  ]);
  return `${people.publicUrl}/${PAGES[kind]}#${token.text}`;
}

/** The answer is the same whether there is such a user: what there is to do is done, and the letter says the rest. */
export async function requestReset(
  people: People,
  run: Run,
  input: { readonly portal?: string | undefined; readonly mail: string },
  from: From,
  businessNow: number,
): Promise<void> {
  await admit(people, run, attemptSubject('reset', input.portal ?? '', mailKey(input.mail)), from);
  await run(async (tx) => {
    const seller = await findPortal(tx, input.portal);
    const user = seller === null ? null : await findUserByMail(tx, seller.id, input.mail);
    from.about(seller?.id ?? null, user?.id ?? null);
    if (user === null || user.disabledAt !== null) return;
    await makeLink(people, tx, user, user.readyAt === null ? 'invitation' : 'reset', businessNow);
  });
}

/** Sets the password that a link allows. It signs nobody in, so that a second factor is asked for as ever; everybody else's sessions end. */
export async function useLink(
  people: People,
  run: Run,
  kind: LinkKind,
  input: { readonly token: string; readonly password: string; readonly name?: string | undefined },
  from: From,
): Promise<User> {
  await admit(people, run, attemptSubject('link', input.token), from);
  const now = people.machine.now();
  // The password is judged and hashed before the link is taken, so that a weak one does not use it up.
  const fault = faultInPassword(input.password, []);
  if (fault !== null) throw weakPassword(fault);
  const hash = await people.hasher.hash(input.password);
  return run(async (tx) => {
    const link = await takeLink(tx, kind, hashToken(input.token), now);
    if (link !== null) from.about(link.sellerId, link.userId);
    const user = link === null ? null : await lockUser(tx, link.sellerId, link.userId);
    if (user === null || user.disabledAt !== null) throw linkOver();
    const own = faultInPassword(input.password, [user.mail, user.name]);
    if (own !== null) throw weakPassword(own);
    await upsertPassword(tx, user, hash, now);
    await markReady(tx, user, now);
    await endLinks(tx, user.sellerId, user.id, now, null);
    await revokeSessions(tx, user.sellerId, user.id, null, now);
    if (input.name !== undefined) await updateUser(tx, user, { name: input.name });
    return (await findUser(tx, user.sellerId, user.id))!;
  });
}
