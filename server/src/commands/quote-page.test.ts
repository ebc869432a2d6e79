// docs/quote.md is true: every example answers as the page shows it, follows the published schema, and every field has a meaning and an example.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { answerQuote } from '../domains/quotes/index.ts';
import { quoteTable } from './quote-table.ts';

type Schema = { readonly [keyword: string]: unknown };

const docs = fileURLToPath(new URL('../../../docs/', import.meta.url));
const page = readFileSync(join(docs, 'quote.md'), 'utf8');
const schema = JSON.parse(readFileSync(join(docs, 'quote.schema.json'), 'utf8')) as Schema;
const examples = readdirSync(join(docs, 'examples')).filter((file) => file.endsWith('.json'));
const read = (file: string): unknown => JSON.parse(readFileSync(join(docs, 'examples', file), 'utf8'));

/** The table that follows a link to the example. */
function shown(file: string): string | undefined {
  const from = page.indexOf(`(examples/${file})`);
  return from < 0 ? undefined : /```text\n([\s\S]*?)```/.exec(page.slice(from))?.[1];
}

describe('examples', () => {
  it.each(examples.filter((file) => file.startsWith('quote-')))('%s answers as the page shows it', (file) => {
    expect(shown(file)).toBe(quoteTable(answerQuote(read(file))));
  });

  it.each(examples)('%s follows the published schema', (file) => {
    expect(faults(read(file), schema, '')).toEqual([]);
  });

  it('shows the line of the first example as it is', () => {
    const json = /```json\n([\s\S]*?)```/.exec(page)?.[1];
    expect(JSON.parse(json!)).toEqual(answerQuote(read('quote-upgrade.json')).invoices[1]!.lines[0]);
  });
});

describe('the schema', () => {
  it('gives every field a meaning and an example that follows it', () => {
    const found: string[] = [];
    const count = eachField(schema, '', (path, field) => {
      if (typeof field.description !== 'string' || field.description === '') found.push(`${path} has no description`);
      if (!Array.isArray(field.examples) || field.examples.length === 0) found.push(`${path} has no example`);
      for (const example of (field.examples as unknown[] | undefined) ?? []) found.push(...faults(example, field, path));
    });
    expect(found).toEqual([]);
    expect(count).toBeGreaterThan(200);
  });

  it('is named on the page field by field', () => {
    const names = new Set<string>();
    eachField(schema, '', (path) => {
      if (!path.startsWith('.billed') && !path.startsWith('.waiting')) names.add(path.slice(path.lastIndexOf('.') + 1));
    });
    expect([...names].filter((name) => !new RegExp(`[\`.\\[{ "]${name}\\b`).test(page))).toEqual([]);
  });

  it('is not followed by what does not', () => {
    const wrong = {
      version: 2,
      runs: ['1 January'],
      account: { currency: 'euro', digits: 9 },
      plans: [{ key: '', components: [] }],
      more: 1,
    };
    expect(faults(wrong, schema, '').map((fault) => fault.replace(/:.*/, ''))).toEqual(
      expect.arrayContaining([
        '.version',
        '.runs',
        '.account.currency',
        '.account.digits',
        '.plans[0].key',
        '.plans[0].components',
        '.more',
      ]),
    );
  });
});

function eachField(at: Schema, path: string, visit: (path: string, field: Schema) => void): number {
  let count = 0;
  for (const [name, field] of Object.entries((at.properties ?? {}) as Record<string, Schema>)) {
    visit(`${path}.${name}`, field);
    count += 1 + eachField(field, `${path}.${name}`, visit);
  }
  for (const choice of choicesOf(at)) count += eachField(choice, path, visit);
  if (isSchema(at.items)) count += eachField(at.items, `${path}[]`, visit);
  if (isSchema(at.additionalProperties)) count += eachField(at.additionalProperties, `${path}{}`, visit);
  return count;
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;
const choicesOf = (at: Schema): Schema[] => [...((at.anyOf ?? []) as Schema[]), ...((at.oneOf ?? []) as Schema[])];

/** As much of JSON Schema as the published one uses; written without the library that wrote it. */
function faults(value: unknown, at: Schema, path: string): string[] {
  const choices = choicesOf(at);
  if (choices.length > 0 && !choices.some((choice) => faults(value, choice, path).length === 0)) return [`${path}: fits no choice`];
  if ('const' in at && value !== at.const) return [`${path}: is not ${String(at.const)}`];
  if (Array.isArray(at.enum) && !at.enum.includes(value)) return [`${path}: is none of ${at.enum.join(', ')}`];
  if (typeof at.type === 'string' && !isOfType(value, at.type)) return [`${path}: is no ${at.type}`];
  if (typeof value === 'string') return textFaults(value, at, path);
  if (typeof value === 'number') {
    const isInside = value >= Number(at.minimum ?? -Infinity) && value <= Number(at.maximum ?? Infinity);
    return isInside ? [] : [`${path}: out of bounds`];
  }
  if (Array.isArray(value)) {
    const isLong = value.length >= Number(at.minItems ?? 0) && value.length <= Number(at.maxItems ?? Infinity);
    const items = at.items;
    return [
      ...(isLong ? [] : [`${path}: length`]),
      ...value.flatMap((item, index) => (isSchema(items) ? faults(item, items, `${path}[${index}]`) : [])),
    ];
  }
  return isSchema(value) ? objectFaults(value, at, path) : [];
}

function isOfType(value: unknown, type: string): boolean {
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'object') return isSchema(value) && !Array.isArray(value);
  return typeof value === type;
}

function textFaults(value: string, at: Schema, path: string): string[] {
  const isLong = value.length >= Number(at.minLength ?? 0) && value.length <= Number(at.maxLength ?? Infinity);
  const fits = typeof at.pattern !== 'string' || new RegExp(at.pattern, 'u').test(value);
  return [...(isLong ? [] : [`${path}: length`]), ...(fits ? [] : [`${path}: does not match ${String(at.pattern)}`])];
}

function objectFaults(value: Schema, at: Schema, path: string): string[] {
  const properties = (at.properties ?? {}) as Record<string, Schema>;
  const missing = ((at.required ?? []) as string[]).filter((name) => !Object.hasOwn(value, name)).map((name) => `${path}.${name}: missing`);
  const inside = Object.entries(value).flatMap(([name, field]) => {
    const known = Object.hasOwn(properties, name) ? properties[name] : at.additionalProperties;
    if (known === false) return [`${path}.${name}: unknown`];
    return isSchema(known) ? faults(field, known, `${path}.${name}`) : [];
  });
  return [...missing, ...inside];
}
