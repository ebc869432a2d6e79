// Every sentence of the web in every language: the same keys, the same values in them, and none written into a page.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { IntlMessageFormat } from 'intl-messageformat';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { languages } from '../web/src/i18n/languages.ts';
import { lineOf, parse, walk } from './tidy/syntax.ts';
import { readTree } from './tidy/tree.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = `${root}web/src/messages`;
const pages = [...readTree(root)].filter(([path]) => path.startsWith('web/src/') && /\.tsx?$/.test(path) && !path.includes('.test.'));

function messagesOf(language: string): Map<string, string> {
  const all = new Map<string, string>();
  for (const file of readdirSync(`${folder}/${language}`)) {
    const area: Record<string, string> = JSON.parse(readFileSync(`${folder}/${language}/${file}`, 'utf8'));
    for (const [key, message] of Object.entries(area)) all.set(`${file.replace('.json', '')}.${key}`, message);
  }
  return all;
}

const english = messagesOf('en');

type Element = ReturnType<IntlMessageFormat['getAst']>[number];

/** `{name}` and what plurals and choices turn on, in whatever order; of choices also their cases, which programs name. */
function valuesIn(message: string, language: string): string[] {
  const found = new Set<string>();
  const visit = (elements: readonly Element[]): void => {
    for (const element of elements) {
      if ('value' in element && element.type !== 0) found.add(element.value);
      if ('options' in element) {
        for (const [name, option] of Object.entries(element.options)) {
          if (element.type === 5) found.add(`${element.value}=${name}`);
          visit(option.value);
        }
      }
    }
  };
  visit(new IntlMessageFormat(message, language, undefined, { ignoreTag: true }).getAst());
  return [...found].sort();
}

describe.each(languages.filter((language) => language !== 'en'))('%s', (language) => {
  const messages = messagesOf(language);

  it('has the sentences that English has, and no others', () => {
    expect([...english.keys()].filter((key) => !messages.has(key))).toEqual([]);
    expect([...messages.keys()].filter((key) => !english.has(key))).toEqual([]);
  });

  it('says the same values', () => {
    const wrong = [...messages].filter(([key, message]) => {
      const original = english.get(key);
      return original !== undefined && valuesIn(message, language).join() !== valuesIn(original, 'en').join();
    });
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('has every form of number that the language has', () => {
    const wanted = new Intl.PluralRules(language)
      .resolvedOptions()
      .pluralCategories.filter((one) => one !== 'many' || ['ru', 'pl', 'ar'].includes(language));
    const lacking = [...messages].filter(
      ([, message]) => /, plural,/.test(message) && wanted.some((form) => !new RegExp(`\\b${form} ?\\{`).test(message)),
    );
    expect(lacking.map(([key]) => key)).toEqual([]);
  });

  it('is translated', () => {
    // Names, units and words that are the same in both are few.
    const same = [...messages].filter(([key, message]) => english.get(key) === message && /[a-z]{3,} [a-z]{3,} [a-z]{3,}/i.test(message));
    expect(same.map(([key]) => key)).toEqual([]);
  });
});

it('has no sentence in a page', () => {
  const attributes = new Set(['label', 'title', 'placeholder', 'aria-label', 'alt', 'description', 'what']);
  const found: string[] = [];
  for (const [path, text] of pages) {
    const source = parse(path, text);
    walk(source, (node) => {
      const written =
        ts.isJsxText(node) ||
        (ts.isJsxAttribute(node) &&
          node.initializer !== undefined &&
          ts.isStringLiteral(node.initializer) &&
          attributes.has(node.name.getText()))
          ? ts.isJsxText(node)
            ? node.text
            : (node.initializer as ts.StringLiteral).text
          : '';
      if (/\p{L}{2,}/u.test(written) && written.trim() !== 'Prorata') found.push(`${path}:${lineOf(source, node)} ${written.trim()}`);
    });
  }
  expect(found).toEqual([]);
});

it('has no sentence that no page says', () => {
  const all = pages.map(([, text]) => text).join('\n');
  // Keys that are put together, `parked.reason.${code}`, count by what stands before the first part that varies.
  const patterns = [...all.matchAll(/`([a-z]+\.[\w.]*)\$\{/g)].map(([, before]) => before ?? '');
  const unsaid = [...english.keys()].filter((key) => !all.includes(`'${key}'`) && !patterns.some((before) => key.startsWith(before)));
  expect(unsaid).toEqual([]);
});
