// Sentences by key in one language: ICU messages, fetched once a language and formatted as they are asked for.
import { IntlMessageFormat } from 'intl-messageformat';
import type { MessageKey } from './areas.ts';
import type { Language } from './languages.ts';

export type Values = Readonly<Record<string, string | number | Date>>;
export type Text = (key: MessageKey, values?: Values) => string;
type Messages = Readonly<Record<string, string>>;

const files = import.meta.glob<Messages>('../messages/*/*.json', { import: 'default' });

/** Of a file `../messages/de/common.json`: its language and area. */
const place = /\/messages\/([a-z]+)\/([a-z]+)\.json$/;

export async function loadText(language: Language): Promise<Text> {
  const all = new Map<string, string>();
  const wanted = Object.entries(files).filter(([path]) => place.exec(path)?.[1] === language);
  await Promise.all(
    wanted.map(async ([path, load]) => {
      const area = place.exec(path)![2]!;
      for (const [key, message] of Object.entries(await load())) all.set(`${area}.${key}`, message);
    }),
  );
  return textOf(all, language);
}

export function textOf(messages: ReadonlyMap<string, string>, language: string): Text {
  const formats = new Map<string, IntlMessageFormat>();
  return (key, values) => {
    let format = formats.get(key);
    if (format === undefined) {
      // What a translation lacks shows its key: seen at once, and found by the test that compares the languages.
      format = new IntlMessageFormat(messages.get(key) ?? key, language, undefined, { ignoreTag: true });
      formats.set(key, format);
    }
    return format.format(values as Record<string, string>) as string;
  };
}
