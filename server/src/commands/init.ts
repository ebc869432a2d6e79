// `prorata init`: makes the provider, from flags or by asking on a terminal.
import { createInterface } from 'node:readline/promises';
import { setUpProvider } from '../domains/invoicing/index.ts';
import { Refusal } from '../kernel/refusal.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { type Command, type CommandContext, exitStatus } from './command.ts';

const questions = [
  { option: 'legal-entity', text: 'Legal entity that sends the invoices', example: 'Nord Hosting GmbH' },
  { option: 'country', text: 'Its country, two letters', example: 'DE' },
  { option: 'currency', text: 'Currency', example: 'EUR' },
  { option: 'zone', text: 'Legal time zone', example: 'Europe/Berlin' },
] as const;

export const init: Command = {
  usage:
    '[--legal-entity NAME] [--country CC] [--currency CUR] [--zone ZONE] [--language LANG] [--tax-number NUMBER] [--address LINE,LINE]',
  help: [
    'What is not given is asked for on a terminal. Without --tax-number no tax is charged.',
    'With --json: {"id", "legalEntity", "country", "currency", "zone", "language", "taxNumber"}',
  ],
  options: {
    'legal-entity': { type: 'string' },
    country: { type: 'string' },
    currency: { type: 'string' },
    zone: { type: 'string' },
    language: { type: 'string' },
    'tax-number': { type: 'string' },
    address: { type: 'string' },
  },
  async run(context) {
    const answers = await answered(context);
    const { database, clock } = await context.installation();
    const now = await clock.read();
    const language = context.text('language');
    const address = context.text('address');
    const seller = await inTransaction(database, (tx) =>
      setUpProvider(
        tx,
        {
          legalName: answers['legal-entity'],
          country: answers.country.toUpperCase(),
          currency: answers.currency.toUpperCase(),
          zone: answers.zone,
          taxNumber: context.text('tax-number') ?? null,
          ...(language === undefined ? {} : { language }),
          ...(address === undefined ? {} : { address: address.split(',').map((line) => line.trim()) }),
        },
        now,
      ),
    );
    const { id, legalName: legalEntity, country, currency, zone, taxNumber } = seller;
    context.output.answer(
      { id, legalEntity, country, currency, zone, language: seller.language, taxNumber },
      () => `${legalEntity} (${country}) sells in ${currency}, by the days of ${zone}.`,
    );
    return exitStatus.done;
  },
};

type Answers = Record<(typeof questions)[number]['option'], string>;

async function answered(context: CommandContext): Promise<Answers> {
  const answers: Partial<Answers> = {};
  const open = questions.filter(({ option }) => {
    const given = context.text(option);
    if (given !== undefined) answers[option] = given;
    return given === undefined;
  });
  if (open.length > 0) {
    if (!process.stdin.isTTY || context.output.json) {
      const missing = open.map(({ option }) => `--${option}`).join(', ');
      throw new Refusal('init.incomplete', `Say also ${missing}, or run it on a terminal, where it asks.`, {
        path: `--${open[0]!.option}`,
      });
    }
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      for (const { option, text, example } of open) answers[option] = (await lines.question(`${text} (such as ${example}): `)).trim();
    } finally {
      lines.close();
    }
  }
  return answers as Answers;
}
