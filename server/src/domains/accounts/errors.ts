// What can be refused about sellers and accounts.
import { Refusal } from '../../kernel/refusal.ts';

export const noProvider = (): Refusal =>
  new Refusal(
    'provider.missing',
    'There is no provider yet. Run `prorata init` to say who sells, in which country, currency and time zone.',
  );

export const providerExists = (legalName: string): Refusal =>
  new Refusal(
    'provider.exists',
    `The provider is ${legalName} already. An installation has one; its data can be changed but not made again.`,
    {
      parameters: { legalName },
    },
  );

export const unknownZone = (zone: string, path: string): Refusal =>
  new Refusal('zone.unknown', `There is no time zone "${zone}". Use a name of the IANA list, such as Europe/Berlin.`, {
    path,
    parameters: { zone },
  });

export const unknownCurrency = (currency: string, path: string): Refusal =>
  new Refusal('currency.unknown', `There is no currency "${currency}". Use a code of ISO 4217, such as EUR.`, {
    path,
    parameters: { currency },
  });

export const withdrawnCurrency = (currency: string, path: string): Refusal =>
  new Refusal('currency.withdrawn', `${currency} is no longer money. Use the currency that replaced it.`, {
    path,
    parameters: { currency },
  });

export const unknownCountry = (country: string, path: string): Refusal =>
  new Refusal('country.unknown', `"${country}" is no country code. Use the two letters of ISO 3166, such as DE.`, {
    path,
    parameters: { country },
  });

export const emptyField = (path: string): Refusal => new Refusal('field.empty', `${path} must not be empty. Give it a value.`, { path });

export const unknownAccount = (externalId: string, path?: string): Refusal =>
  new Refusal('account.unknown', `There is no account "${externalId}". Add it first, or correct the id.`, {
    path,
    parameters: { externalId },
  });

export const currencyFixed = (externalId: string, currency: string, path: string): Refusal =>
  new Refusal(
    'account.currency_fixed',
    `The account "${externalId}" is billed in ${currency} and has subscriptions, items or invoices in it, which keep it. \`prorata currencies --account ${externalId} --to CUR\` changes what it buys from now on.`,
    { path, parameters: { externalId, currency } },
  );

export const currencyOff = (currency: string, path?: string): Refusal =>
  new Refusal(
    'currency.off',
    `${currency} is off: it takes no new subscription, and no period that begins now is billed in it. Turn it on, or change to another currency.`,
    { path, parameters: { currency } },
  );

export const currencyOffTooEarly = (from: string, earliest: string): Refusal =>
  new Refusal(
    'currency.off_too_early',
    `Periods from ${from} on may be billed already. Turn the currency off from ${earliest} on, or later.`,
    {
      path: 'from',
      parameters: { from, earliest },
    },
  );

export const noCurrencyFor = (externalId: string, path: string): Refusal =>
  new Refusal(
    'account.currency_unknown',
    `No rule gives a currency for the account "${externalId}", and its seller's own is off. Name a currency, or turn one on.`,
    { path, parameters: { externalId } },
  );

export const zoneFixed = (externalId: string, zone: string, path: string): Refusal =>
  new Refusal(
    'account.zone_fixed',
    `The account "${externalId}" has been billed by the days of ${zone}. Its zone cannot change any more.`,
    {
      path,
      parameters: { externalId, zone },
    },
  );

export const unknownSetting = (key: string, path: string): Refusal =>
  new Refusal('setting.unknown', `There is no setting "${key}". docs/settings.md lists them.`, { path, parameters: { key } });

export const wrongSetting = (key: string, reason: string, path: string): Refusal =>
  new Refusal('setting.value', `The setting "${key}" cannot be that: ${reason}. docs/settings.md says what it may be.`, {
    path,
    parameters: { key },
  });

export const settingOfSeller = (key: string, path: string): Refusal =>
  new Refusal('setting.of_seller', `"${key}" is set for all accounts of a seller, not for one. Leave the account out.`, {
    path,
    parameters: { key },
  });

export const settingBeforeBilled = (key: string, validFrom: string, earliest: string, path: string): Refusal =>
  new Refusal(
    'setting.before_billed',
    `"${key}" from ${validFrom} on would rate again what was billed already. Let it begin on ${earliest} or later.`,
    { path: `${path}.validFrom`, parameters: { key, validFrom, earliest } },
  );

export const settingFixed = (key: string, path: string): Refusal =>
  new Refusal('setting.fixed', `"${key}" cannot change any more: invoices were made by it. Set it for new accounts one by one.`, {
    path,
    parameters: { key },
  });

export const wrongKey = (key: string): Refusal =>
  new Refusal('seller.key', `"${key}" cannot be a seller's key. Use small letters, digits and hyphens, at most 63, such as nord-hosting.`, {
    path: 'key',
    parameters: { key },
  });

export const repeatedAccount = (externalId: string, path: string): Refusal =>
  new Refusal('account.repeated', `The account "${externalId}" is named twice. Name each once.`, { path, parameters: { externalId } });

export const keyTaken = (key: string): Refusal =>
  new Refusal('seller.key_taken', `There is a seller "${key}" already. Choose another key.`, { path: 'key', parameters: { key } });

export const unknownSeller = (key: string, path: string): Refusal =>
  new Refusal('seller.unknown', `There is no seller "${key}". \`prorata sellers\` lists them.`, { path, parameters: { key } });

export const notAReseller = (externalId: string): Refusal =>
  new Refusal(
    'reseller.other_kind',
    `The account "${externalId}" does not buy as a reseller. Change its kind to reseller first: prices and taxes follow from it.`,
    { path: 'account', parameters: { externalId } },
  );

export const sellsAlready = (externalId: string): Refusal =>
  new Refusal('reseller.exists', `The account "${externalId}" sells already. An account is one seller at most.`, {
    path: 'account',
    parameters: { externalId },
  });

export const kindFixed = (externalId: string, path: string): Refusal =>
  new Refusal('account.kind_fixed', `The account "${externalId}" is a seller to customers of its own. It stays a reseller.`, {
    path,
    parameters: { externalId },
  });
