// `prorata user`: the first people of a seller's portal, and a link for somebody whom no letter reaches.
import { addFirstUser, type LinkForUser, makeUserLink } from '../domains/people/index.ts';
import { Refusal } from '../kernel/refusal.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { type Command, type CommandContext, exitStatus } from './command.ts';
import { openOperatorPeople } from './operator-people.ts';
import { getSeller, SELLER_HELP } from './which-seller.ts';

export const user: Command = {
  usage: 'add|link --mail ADDRESS [--role ROLE] [--name NAME] [--seller KEY]',
  help: [
    'add   adds somebody of the seller’s own people and prints a link by which he sets his password; --role owner (the default) may do everything',
    'link  prints another link: an invitation, or for somebody who has signed in before, a new password',
    'A link works once, for a week or an hour. Whoever has it signs in as that user: hand it over by a way you trust.',
    SELLER_HELP,
    'With --json: {"id", "mail", "link"}',
  ],
  options: { mail: { type: 'string' }, role: { type: 'string' }, name: { type: 'string' }, seller: { type: 'string' } },
  positionals: [1, 1],
  async run(context) {
    const [verb] = context.positionals;
    if (verb !== 'add' && verb !== 'link') throw new Refusal('command.verb', `There is no "prorata user ${verb}". Say add or link.`);
    const answer = await makeLink(context, verb);
    context.output.answer(answer, () => `${answer.mail} sets a password here, once:\n${answer.link}`);
    return exitStatus.done;
  },
};

async function makeLink(context: CommandContext, verb: 'add' | 'link'): Promise<LinkForUser> {
  const mail = context.text('mail');
  if (mail === undefined) throw new Refusal('command.incomplete', 'Say also --mail ADDRESS.', { path: '--mail' });
  const { database, clock } = await context.installation();
  const people = await openOperatorPeople(context.config, database);
  const now = await clock.read();
  return inTransaction(database, async (tx) => {
    const seller = await getSeller(tx, context.text('seller'));
    if (verb === 'link') return makeUserLink(people, tx, seller, mail, now);
    return addFirstUser(people, tx, seller, { mail, role: context.text('role') ?? 'owner', name: context.text('name') ?? '' }, now);
  });
}
