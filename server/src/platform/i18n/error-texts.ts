// What a refusal says in other languages, by its code. English is the refusal's own sentence, so that nothing is written twice.
import { IntlMessageFormat } from 'intl-messageformat';
import german from './errors/de.json' with { type: 'json' };

const texts: Readonly<Record<string, Readonly<Record<string, string>>>> = { de: german };

/** Languages in which refusals are told. */
export const errorLanguages: readonly string[] = ['en', ...Object.keys(texts)];

const compiled = new Map<string, IntlMessageFormat>();

/** Null where English is to be said: in English, and where the refusal lacks a value that the text wants. */
export function errorText(language: string, code: string, parameters: Readonly<Record<string, string>>): string | null {
  const text = Object.hasOwn(texts, language) && Object.hasOwn(texts[language]!, code) ? texts[language]![code]! : null;
  if (text === null) return null;
  const name = `${language} ${code}`;
  let message = compiled.get(name);
  if (message === undefined) {
    message = new IntlMessageFormat(text, language, undefined, { ignoreTag: true });
    compiled.set(name, message);
  }
  try {
    return String(message.format(parameters));
  } catch {
    return null;
  }
}
