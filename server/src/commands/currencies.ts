// `prorata currencies`: what a seller sells in, turning one on or off, the rules for new accounts, and an account that changes to another.
import {
  type CurrencyRule,
  listCurrencies,
  listCurrencyRules,
  type SellerCurrency,
  setCurrencyRules,
  switchCurrency,
} from '../domains/accounts/index.ts';
import { changeAccountCurrency, listRunningIn, type RunningSubscription } from '../domains/subscriptions/index.ts';
import { formatDay } from '../kernel/calendar/civil.ts';
import { Refusal } from '../kernel/refusal.ts';
import { inTransaction } from '../platform/postgres/transaction.ts';
import { type Command, type CommandContext, exitStatus } from './command.ts';
import { readDay } from './read-day.ts';
import { getSeller, SELLER_HELP } from './which-seller.ts';

const LISTED = 1_000;

export const currencies: Command = {
  usage: '[--seller KEY] [--on CUR] [--off CUR [--from DATE]] [--rule WHO=CUR]… [--account ID --to CUR]',
  help: [
    '--on, --off    turns a currency on, or off: from that moment nothing new is sold in it, and from --from (default tomorrow) no period is billed in it',
    '--rule         replaces the rules for new accounts: --rule de=EUR (language) --rule CH=CHF (country) --rule fr/CH=CHF (both), in order',
    '--account, --to  changes what an account buys in from now on; what it bought keeps its currency',
    SELLER_HELP,
    'With --json: {"currencies": [{"currency", "enabled", "offFrom", "running": [{"account", "subscription"}]}], "rules": [{"language", "country", "currency"}]};',
    `  "running" (the first ${LISTED}) is whom to ask to move out of a currency that is off`,
    'With --account and --json: {"account", "before", "currency", "staying": [{"subscription", "currency"}]}',
  ],
  options: {
    seller: { type: 'string' },
    on: { type: 'string' },
    off: { type: 'string' },
    from: { type: 'string' },
    rule: { type: 'string', multiple: true },
    account: { type: 'string' },
    to: { type: 'string' },
  },
  async run(context) {
    if (context.text('account') !== undefined || context.text('to') !== undefined) return changeOne(context);
    const { text, list, output, installation } = context;
    const { database, clock } = await installation();
    const now = await clock.read();
    const rules = list('rule').map(readRule);
    const [on, off, from] = [text('on'), text('off'), text('from')];
    const answer = await inTransaction(database, async (tx) => {
      const seller = await getSeller(tx, text('seller'));
      if (on !== undefined) await switchCurrency(tx, seller, { currency: on, enabled: true }, now);
      if (off !== undefined) {
        await switchCurrency(
          tx,
          seller,
          { currency: off, enabled: false, ...(from === undefined ? {} : { from: readDay(from, '--from') }) },
          now,
        );
      }
      if (rules.length > 0) await setCurrencyRules(tx, seller, rules, now);
      const found = [];
      for (const one of await listCurrencies(tx, seller.id)) {
        found.push(told(one, one.enabled ? [] : await listRunningIn(tx, seller, one.currency, now, LISTED)));
      }
      return { currencies: found, rules: await listCurrencyRules(tx, seller, now) };
    });
    output.answer(answer, () => [...answer.currencies.flatMap(currencyLines), ...answer.rules.map(ruleLine)].join('\n'));
    return answer.currencies.some((one) => one.running.length > 0) ? exitStatus.attention : exitStatus.done;
  },
};

async function changeOne({ text, output, installation }: CommandContext): Promise<0> {
  const [account, to] = [text('account'), text('to')];
  if (account === undefined || to === undefined) {
    throw new Refusal('currencies.incomplete', 'Say both --account and --to.', { path: account === undefined ? '--account' : '--to' });
  }
  const { database, clock } = await installation();
  const now = await clock.read();
  const changed = await inTransaction(database, async (tx) =>
    changeAccountCurrency(tx, await getSeller(tx, text('seller')), account, to, now),
  );
  output.answer({ account, ...changed }, () =>
    [
      `${account} buys in ${changed.currency} from now on, before in ${changed.before}.`,
      ...changed.staying.map((one) => `  ${one.subscription} runs on in ${one.currency} until it is ended and another started`),
    ].join('\n'),
  );
  return exitStatus.done;
}

function readRule(text: string, index: number): CurrencyRule {
  const [, language, country, currency] = /^(?:([a-z][A-Za-z0-9-]*)\/?)?([A-Z]{2})?=([A-Z]{3})$/.exec(text) ?? [];
  if (currency === undefined) {
    throw new Refusal('currencies.rule', `"${text}" is no rule. Write a language, a country or both: de=EUR, CH=CHF, fr/CH=CHF.`, {
      path: `--rule ${index + 1}`,
    });
  }
  return { ...(language === undefined ? {} : { language }), ...(country === undefined ? {} : { country }), currency };
}

interface ToldCurrency {
  readonly currency: string;
  readonly enabled: boolean;
  readonly offFrom: string | null;
  readonly running: readonly RunningSubscription[];
}

function told({ currency, enabled, offFrom }: SellerCurrency, running: readonly RunningSubscription[]): ToldCurrency {
  return { currency, enabled, offFrom: offFrom === null ? null : formatDay(offFrom), running };
}

function currencyLines({ currency, enabled, offFrom, running }: ToldCurrency): string[] {
  const state = enabled ? 'on' : `off${offFrom === null ? '' : `, no period is billed in it from ${offFrom}`}`;
  return [`${currency}  ${state}`, ...running.map((one) => `  ${one.subscription} of ${one.account} still runs in it`)];
}

function ruleLine({ language, country, currency }: CurrencyRule): string {
  return `new accounts ${[language, country].filter((part) => part !== undefined).join('/')}: ${currency}`;
}
