// The languages of the web, and which of them somebody reads.

export const languages = ['en', 'de', 'es', 'fr', 'pl', 'ru', 'ar'] as const;
export type Language = (typeof languages)[number];

/** Each in its own words, so that whoever is lost in a foreign one finds his. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  de: 'Deutsch',
  es: 'Español',
  fr: 'Français',
  pl: 'Polski',
  ru: 'Русский',
  ar: 'العربية',
};

export const directionOf = (language: Language): 'ltr' | 'rtl' => (language === 'ar' ? 'rtl' : 'ltr');

/** The first of the wishes ("de-AT") that there is; else English. */
export function chooseLanguage(wishes: readonly (string | null | undefined)[]): Language {
  for (const wish of wishes) {
    const found = languages.find((language) => language === wish?.toLowerCase().split('-')[0]);
    if (found !== undefined) return found;
  }
  return 'en';
}
