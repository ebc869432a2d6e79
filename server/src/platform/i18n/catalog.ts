// The texts of one area in every shipped language: ICU messages read from JSON, compiled once. A key that does not exist does not compile.
import { IntlMessageFormat } from 'intl-messageformat';

export type Messages = Readonly<Record<string, string>>;
export type MessageValues = Readonly<Record<string, string | number>>;

/** English is the reference; another language has the same keys, which the compiler checks for JSON that is imported. */
export type MessagesByLanguage<Reference extends Messages> = { readonly en: Reference } & Readonly<Record<string, Reference>>;

export interface Catalog<Key extends string> {
  readonly languages: readonly string[];
  /** Text in the given language, English where the language is not shipped. */
  text(language: string, key: Key, values?: MessageValues): string;
}

export function createCatalog<Reference extends Messages>(byLanguage: MessagesByLanguage<Reference>): Catalog<keyof Reference & string> {
  const compiled = new Map<string, IntlMessageFormat>();
  return {
    languages: Object.keys(byLanguage),
    text(language, key, values) {
      const shipped = Object.hasOwn(byLanguage, language) ? language : 'en';
      const name = `${shipped} ${key}`;
      let message = compiled.get(name);
      if (!message) {
        message = new IntlMessageFormat(byLanguage[shipped]![key]!, shipped, undefined, { ignoreTag: true });
        compiled.set(name, message);
      }
      return String(message.format(values));
    },
  };
}
