// The languages that documents are written in: this domain's texts joined with the platform's way of writing figures and dates.
import { createCatalog } from '../../platform/i18n/catalog.ts';
import { findLocale } from '../../platform/i18n/locale.ts';
import type { Wording } from './core/wording.ts';
import german from './messages/de.json' with { type: 'json' };
import english from './messages/en.json' with { type: 'json' };

const catalog = createCatalog({ en: english, de: german });

/** For an account's language tag; English where the language has no texts. */
export function wordingFor(tag: string): Wording {
  const locale = findLocale(tag, catalog.languages);
  return { ...locale, text: (key, values) => catalog.text(locale.language, key, values) };
}
