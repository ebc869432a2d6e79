// `prorata key`: the first API key of a seller, what keys there are, and the end of one; and secrets sealed anew with another key.
import {
  type KeyFacts,
  listOperatorKeys,
  makeOperatorKey,
  resealSecrets,
  revokeOperatorKey,
  staffPermissions,
} from '../domains/people/index.ts';
import { resealEndpoints } from '../domains/webhooks/index.ts';
import { parseInstant } from '../kernel/calendar/instant.ts';
import { Refusal } from '../kernel/refusal.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { type Command, type CommandContext, type ExitStatus, exitStatus } from './command.ts';
import { table } from './invoice-text.ts';
import { openOperatorPeople } from './operator-people.ts';
import { getSeller, SELLER_HELP } from './which-seller.ts';

const verbs: Readonly<Record<string, (context: CommandContext) => Promise<ExitStatus>>> = { add, list, revoke, reseal };

export const key: Command = {
  usage: 'add|list|revoke|reseal [--name NAME] [--permissions LIST] [--expires INSTANT] [--key ID] [--seller KEY]',
  help: [
    'add     makes an API key and prints its secret, this once; --permissions takes names with commas between them, or all',
    'list    lists keys, without their secrets; revoke --key ID ends one',
    'reseal  seals all secrets of the database anew with the first key of PRORATA_SECRET_KEY; see docs/operating/secrets.md',
    SELLER_HELP,
    'With --json: add {"id", "name", "permissions", "expiresAt", "secret"}, list [{"id", "name", "hint", "permissions", "state", "expiresAt", "usedAt"}], revoke {"id"}, reseal {"sealed"}',
  ],
  options: {
    name: { type: 'string' },
    permissions: { type: 'string' },
    expires: { type: 'string' },
    key: { type: 'string' },
    seller: { type: 'string' },
  },
  positionals: [1, 1],
  async run(context) {
    const [verb = ''] = context.positionals;
    if (!Object.hasOwn(verbs, verb))
      throw new Refusal('command.verb', `There is no "prorata key ${verb}". Say add, list, revoke or reseal.`);
    return verbs[verb]!(context);
  },
};

async function add(context: CommandContext): Promise<ExitStatus> {
  const name = required(context, 'name');
  const permissions = required(context, 'permissions') === 'all' ? [...staffPermissions] : required(context, 'permissions').split(',');
  const expiresAt = readExpiry(context.text('expires'));
  const { database } = await context.installation();
  const { machine } = await openOperatorPeople(context.config, database);
  const made = await inTransaction(database, async (tx) => {
    const { id: sellerId } = await getSeller(tx, context.text('seller'));
    return makeOperatorKey(tx, sellerId, { name, permissions: permissions.map((one) => one.trim()), expiresAt }, machine.now());
  });
  const { id, permissions: given, secret } = made;
  const answer = { id, name, permissions: given, expiresAt: made.expiresAt, secret };
  context.output.answer(answer, () => `${secret}\nThis is the only time it is shown.`);
  return exitStatus.done;
}

async function list(context: CommandContext): Promise<ExitStatus> {
  const { database } = await context.installation();
  const { machine } = await openOperatorPeople(context.config, database);
  const keys = await inTransaction(database, async (tx) =>
    listOperatorKeys(tx, (await getSeller(tx, context.text('seller'))).id, machine.now()),
  );
  const line = (one: KeyFacts) => [one.id, one.name, one.state, one.expiresAt ?? '', one.usedAt ?? '', String(one.permissions.length)];
  const answer = keys.map(({ id, name, hint, permissions, state, expiresAt, usedAt }) => ({
    id,
    name,
    hint,
    permissions,
    state,
    expiresAt,
    usedAt,
  }));
  context.output.answer(answer, () =>
    keys.length === 0
      ? 'There is no API key.'
      : table([['id', 'name', 'state', 'expires', 'last used', 'permissions'], ...keys.map(line)], -1),
  );
  return exitStatus.done;
}

async function revoke(context: CommandContext): Promise<ExitStatus> {
  const id = required(context, 'key');
  const { database } = await context.installation();
  const { machine } = await openOperatorPeople(context.config, database);
  await inTransaction(database, async (tx) => {
    await revokeOperatorKey(tx, (await getSeller(tx, context.text('seller'))).id, id, machine.now());
  });
  context.output.answer({ id }, () => `${id} works no more.`);
  return exitStatus.done;
}

async function reseal(context: CommandContext): Promise<ExitStatus> {
  const { database } = await context.installation();
  const people = await openOperatorPeople(context.config, database);
  const sealed = await inTransaction(
    database,
    async (tx) => (await resealEndpoints(people.secrets, tx)) + (await resealSecrets(people, tx)),
  );
  context.output.answer({ sealed }, () => `${sealed} secrets were sealed anew; older keys can be taken away.`);
  return exitStatus.done;
}

function required(context: CommandContext, option: string): string {
  const value = context.text(option);
  if (value === undefined) throw new Refusal('command.incomplete', `Say also --${option}.`, { path: `--${option}` });
  return value;
}

function readExpiry(text: string | undefined): number | null {
  if (text === undefined) return null;
  const instant = parseInstant(text);
  if (instant === null) {
    throw new Refusal('key.expiry', `"${text}" is not an instant. Write date, time and offset, such as 2027-01-01T00:00:00Z.`, {
      path: '--expires',
    });
  }
  return instant;
}
