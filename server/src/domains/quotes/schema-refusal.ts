// What does not follow the schema, said for people: the place, what is wrong, and what to write instead. Long input is never repeated back.
import type { z } from 'zod';
import { Refusal } from '../../kernel/refusal.ts';

const GREATEST_SHOWN = 80;

/** The first thing that does not follow the schema, with its place as the document writes it. */
export function schemaRefusal(error: z.ZodError, input: unknown): Refusal {
  const issue = deepest(error.issues[0]!);
  const extra = issue.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  return new Refusal('quote.invalid_document', sentence(issue, input), { path: pathOf([...issue.path, ...extra]) });
}

export function pathOf(parts: readonly PropertyKey[]): string {
  return parts.reduce<string>((text, part) => {
    if (typeof part === 'number') return `${text}[${part}]`;
    return text === '' ? cut(String(part)) : `${text}.${cut(String(part))}`;
  }, '');
}

function cut(text: string): string {
  return text.length > GREATEST_SHOWN ? `${text.slice(0, GREATEST_SHOWN)}…` : text;
}

/** Of a union's complaints the one that got furthest into the document is the one the writer meant; a misspelt field says more than a missing one. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue;
  let best: z.core.$ZodIssue = issue;
  for (const inner of issue.errors.flat()) {
    const found = deepest({ ...inner, path: [...issue.path, ...inner.path] } as z.core.$ZodIssue);
    if (reach(found) > reach(best)) best = found;
  }
  return best;
}

const reach = (issue: z.core.$ZodIssue): number => issue.path.length + (issue.code === 'unrecognized_keys' ? 1.5 : 0);

function sentence(issue: z.core.$ZodIssue, input: unknown): string {
  switch (issue.code) {
    case 'unrecognized_keys':
      return `There is no field "${cut(issue.keys[0]!)}" here; correct its name or leave it out.`;
    case 'invalid_type':
      return isAbsent(input, issue.path) ? 'This field is missing; add it.' : `This must be ${article(issue.expected)}.`;
    case 'invalid_value':
      return issue.values.length === 1
        ? `This must be ${JSON.stringify(issue.values[0])}.`
        : `This must be one of ${issue.values.map((value) => String(value)).join(', ')}.`;
    case 'invalid_union':
      return unionSentence(issue, input);
    case 'too_big':
      return `This is too much: at most ${issue.maximum}${unitOf(issue.origin)}.`;
    case 'too_small':
      return `This is too little: at least ${issue.minimum}${unitOf(issue.origin)}.`;
    case 'invalid_key':
      return 'A name has 1 to 200 characters; shorten this one.';
    default:
      return issue.message;
  }
}

function unionSentence(issue: Extract<z.core.$ZodIssue, { code: 'invalid_union' }>, input: unknown): string {
  const options = (issue as { options?: readonly unknown[] }).options;
  if (options !== undefined) return `This must be one of ${options.map(String).join(', ')}.`;
  if (isAbsent(input, issue.path)) return 'This field is missing; add it.';
  const choices = issue.errors.flat().flatMap((inner) => {
    if (inner.code === 'invalid_value') return inner.values.map(String);
    return inner.code === 'invalid_type' ? [article(inner.expected)] : [];
  });
  return choices.length === 0 ? 'This is none of the forms that may stand here; see the schema.' : `This must be ${choices.join(' or ')}.`;
}

function isAbsent(input: unknown, path: readonly PropertyKey[]): boolean {
  let value = input;
  for (const part of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return true;
    value = (value as Record<PropertyKey, unknown>)[part];
  }
  return false;
}

function article(expected: string): string {
  const names: Readonly<Record<string, string>> = {
    string: 'a text in quotes',
    number: 'a number without quotes',
    int: 'a whole number without quotes',
    boolean: 'true or false',
    object: 'an object in braces',
    record: 'an object in braces',
    array: 'a list in brackets',
  };
  return names[expected] ?? expected;
}

function unitOf(origin: string): string {
  return origin === 'string' ? ' characters' : origin === 'array' ? ' entries' : '';
}

/** `__proto__` as a name would be dropped in silence on the way, so it is refused before anything reads the document. */
export function refusePrototypeNames(input: unknown): void {
  const open: { value: object; path: readonly PropertyKey[] }[] = [];
  const enter = (value: unknown, path: readonly PropertyKey[]): void => {
    if (typeof value === 'object' && value !== null) open.push({ value, path });
  };
  enter(input, []);
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path } = next;
    if (Object.hasOwn(value, '__proto__'))
      throw new Refusal('quote.reserved_name', '"__proto__" cannot be a name; choose another.', { path: pathOf([...path, '__proto__']) });
    if (path.length >= GREATEST_DEPTH) {
      throw new Refusal('quote.too_deep', `The document is nested more than ${GREATEST_DEPTH} deep; no field of it is.`, {
        path: pathOf(path.slice(0, 8)),
      });
    }
    if (Array.isArray(value)) for (const [index, item] of value.entries()) enter(item, typeof item === 'object' ? [...path, index] : path);
    else for (const [key, item] of Object.entries(value)) enter(item, typeof item === 'object' ? [...path, key] : path);
  }
}

const GREATEST_DEPTH = 32;
