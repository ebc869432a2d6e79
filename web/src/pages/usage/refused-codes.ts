// Why an event was not taken, by code.
import type { MessageKey } from '../../i18n/areas.ts';

export const REFUSED_CODES: Readonly<Record<string, MessageKey>> = {
  'usage.unknown_meter': 'usage.code.unknown_meter',
  'usage.unknown_subscription': 'usage.code.unknown_subscription',
  'usage.unknown_account': 'usage.code.unknown_account',
  'usage.no_subscription': 'usage.code.no_subscription',
  'usage.several_subscriptions': 'usage.code.several_subscriptions',
  'usage.other_account': 'usage.code.other_account',
  'usage.no_identity': 'usage.code.no_identity',
  'usage.other_body': 'usage.code.other_body',
  'usage.invalid': 'usage.code.invalid',
  'usage.in_future': 'usage.code.in_future',
  'usage.too_old': 'usage.code.too_old',
  'usage.not_kept': 'usage.code.not_kept',
  'usage.unknown_event': 'usage.code.unknown_event',
  'usage.already_taken_back': 'usage.code.already_taken_back',
};

/** A code that this page does not know has its sentence beside it. */
export const refusedKey = (code: string): MessageKey =>
  REFUSED_CODES[code] ?? (code.startsWith('focus.') ? 'usage.code.import' : 'usage.code.other');
