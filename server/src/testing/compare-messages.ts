// What is wrong with a translation: keys that are missing or too many, values it does not use, texts that were never translated.
import { IntlMessageFormat } from 'intl-messageformat';
import type { Messages } from '../platform/i18n/catalog.ts';

/** One sentence a fault. `same` names the keys whose text is the same word in both languages. */
export function compareMessages(reference: Messages, translation: Messages, same: readonly string[] = []): string[] {
  const faults: string[] = [];
  for (const key of Object.keys(translation)) if (!(key in reference)) faults.push(`${key} is not a key of the reference`);
  for (const [key, text] of Object.entries(reference)) {
    const translated = translation[key];
    if (translated === undefined || translated.trim() === '') {
      faults.push(`${key} is missing`);
      continue;
    }
    const expected = argumentsOf(text).join(', ');
    const found = argumentsOf(translated).join(', ');
    if (expected !== found) faults.push(`${key} uses {${found}} instead of {${expected}}`);
    if (translated === text && hasWords(text) && !same.includes(key)) faults.push(`${key} is not translated: "${text}"`);
  }
  return faults;
}

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** Names of the values that a message takes, sorted, each once. */
export function argumentsOf(text: string): string[] {
  const names = new Set<string>();
  collect(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst(), names);
  return [...names].sort();
}

function collect(elements: readonly Element[], names: Set<string>): void {
  for (const element of elements) {
    if (!('value' in element)) continue;
    // Type 0 is literal text; every other element with a value names an argument.
    if (element.type !== 0) names.add(String(element.value));
    if ('options' in element) for (const option of Object.values(element.options)) collect(option.value, names);
  }
}

function hasWords(text: string): boolean {
  return /\p{L}{2}/u.test(text.replace(/\{[^{}]*\}/g, ''));
}
