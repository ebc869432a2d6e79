// The door of accounts: sellers, their customers' accounts, settings, and when each account is billed next.
export {
  type BillingState,
  claimDueAccounts,
  type DueAccount,
  listBillingStates,
  listDueAccounts,
  listParked,
  listZones,
  lockAccounts,
  type ParkedAccount,
  parkAccounts,
  pullBillingDates,
  setBillingDates,
  touchItems,
  unparkAccounts,
} from './billing-dates.ts';
export { requireCurrency, requireCurrentCurrency, requireText, requireZone } from './check-party.ts';
export {
  type CurrencySwitch,
  listCurrencies,
  listCurrencyRules,
  listEnabledCurrencies,
  type SellerCurrency,
  setCurrencyRules,
  switchCurrency,
} from './currencies.ts';
export { currencyRoutes } from './currency-routes.ts';
export { currencyOff, noProvider, unknownAccount, unknownSeller } from './errors.ts';
export { accountEvents } from './events.ts';
export { accountFilter, findAccount, findAccountsNamed } from './find-account.ts';
export { reserveIdentities } from './identities.ts';
export { listAccounts } from './list-accounts.ts';
export { findSellerBelow } from './list-sellers.ts';
export { listSettings, type RecordedSetting, type SettingHistory } from './list-settings.ts';
export { makeProvider, type ProviderInput } from './make-provider.ts';
export { makeReseller, type ResellerInput } from './make-reseller.ts';
export { noteRoutes } from './note-routes.ts';
export { parkedRoutes } from './parked-routes.ts';
export { recordSettings, type SettingInput } from './record-settings.ts';
export { accountRoutes } from './routes.ts';
export { sellerRoutes } from './seller-routes.ts';
export { sellerFields, sellerShape, tellSeller } from './seller-shapes.ts';
export { settingRoutes } from './setting-routes.ts';
export { type CurrencyRule, DEFAULT_SETTINGS, type Settings } from './settings.ts';
export { loadSellerSettings, loadSettings, type SettingsOnADay } from './settings-on-a-day.ts';
export {
  type AccountRow,
  type CurrencyChange,
  changeCurrency,
  findAccounts,
  findBuyer,
  findProvider,
  findSellerByKey,
  getSellers,
  listAccountsById,
  listCurrencyChanges,
  listSellers,
  type Seller,
} from './store.ts';
export { type AccountInput, type UpsertedAccounts, upsertAccounts } from './upsert-accounts.ts';
