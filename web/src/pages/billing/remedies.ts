// What sets an account aside, and where it is mended.
import type { MessageKey } from '../../i18n/areas.ts';

export interface Remedy {
  readonly reason: MessageKey;
  /** What to do, in a sentence. */
  readonly what: MessageKey;
  /** On the way there. */
  readonly action: MessageKey;
  readonly to: string;
  /** Who may go there. */
  readonly permission: string;
}

const prices = { action: 'billing.mend.prices', to: '/console/prices', permission: 'pricelists.read' } as const;
const settings = { action: 'billing.mend.settings', to: '/console/settings', permission: 'settings.read' } as const;
const customer = (account: string) =>
  ({ action: 'billing.mend.customer', to: `/console/customers/${encodeURIComponent(account)}`, permission: 'accounts.read' }) as const;

export function remedyOf(code: string, account: string): Remedy {
  if (code === 'price.missing') return { reason: 'billing.reason.price_missing', what: 'billing.remedy.price_missing', ...prices };
  if (code === 'currency.off') return { reason: 'billing.reason.currency_off', what: 'billing.remedy.currency_off', ...settings };
  if (code === 'billing.total_beyond_alarm') return { reason: 'billing.reason.alarm', what: 'billing.remedy.alarm', ...customer(account) };
  if (code === 'billing.too_far_behind') return { reason: 'billing.reason.behind', what: 'billing.remedy.behind', ...customer(account) };
  if (code === 'billing.too_many_lines') return { reason: 'billing.reason.lines', what: 'billing.remedy.lines', ...customer(account) };
  if (code === 'billing.write_refused') return { reason: 'billing.reason.write', what: 'billing.remedy.write', ...customer(account) };
  if (code === 'billing.failed') return { reason: 'billing.reason.failed', what: 'billing.remedy.write', ...customer(account) };
  if (code.startsWith('price.')) return { reason: 'billing.reason.price', what: 'billing.remedy.other', ...prices };
  if (/^(?:currency|settings|tax)\./.test(code)) return { reason: 'billing.reason.settings', what: 'billing.remedy.other', ...settings };
  return { reason: 'billing.reason.other', what: 'billing.remedy.other', ...customer(account) };
}
