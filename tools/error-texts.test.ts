// Every refusal that a caller of the API can meet says what to do in every shipped language, and each text says only what the refusal tells.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { routes } from '../server/src/api/v1.ts';
import { errorLanguages, errorText } from '../server/src/platform/i18n/error-texts.ts';
import { argumentsOf } from '../server/src/testing/compare-messages.ts';

const sources = fileURLToPath(new URL('../server/src/', import.meta.url));
/** What programs on the command line and at start say to their operator, in English. */
const OPERATORS =
  /^(commands|adapters|platform\/(postgres|backup|secrets)|platform\/(config|failpoint|installation)\.ts|cli\.ts|roles\.ts)/;

interface Thrown {
  readonly code: string;
  readonly place: string;
}

/** Codes as they are written where they are thrown. A domain's own shorthand puts its name before them. */
function thrownIn(path: string): Thrown[] {
  const text = readFileSync(join(sources, path), 'utf8');
  const prefix = /new Refusal\(`([a-z_]+)\.\$\{code\}`/.exec(text)?.[1];
  const found = [...text.matchAll(/(new Refusal|refuse|unique)\(\s*(?:[\w.]+,\s*[\w.]+,\s*)?'([a-z_]+(?:\.[a-z_]+)?)'/g)];
  return found.flatMap(([, how, code = '']) => {
    const whole = how === 'refuse' && prefix !== undefined ? `${prefix}.${code}` : code;
    return whole.includes('.') ? [{ code: whole, place: path }] : [];
  });
}

const files = readdirSync(sources, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts') && !/^testing\/|\/oracle\//.test(file));
const thrown = files.filter((file) => !OPERATORS.test(file)).flatMap(thrownIn);
const shipped = errorLanguages.filter((language) => language !== 'en');

function textsOf(language: string): Record<string, string> {
  return JSON.parse(readFileSync(join(sources, `platform/i18n/errors/${language}.json`), 'utf8')) as Record<string, string>;
}

describe.each(shipped)('%s', (language) => {
  const texts = textsOf(language);

  it('has a text for every code', () => {
    const codes = new Set([...thrown.map((one) => one.code), ...routes.flatMap((route) => route.refusals), 'server.error']);
    expect([...codes].filter((code) => texts[code] === undefined && !code.startsWith('http.')).sort()).toEqual([]);
  });

  it('compiles, with the values that it wants', () => {
    for (const [code, text] of Object.entries(texts)) {
      const values = Object.fromEntries(argumentsOf(text).map((name) => [name, 'x']));
      expect(errorText(language, code, values), code).not.toBeNull();
    }
  });
});

it('finds codes, so that an empty list means something', () => {
  expect(thrown.length).toBeGreaterThan(150);
  expect(thrown.map((one) => one.code)).toContain('subscription.unknown_plan');
});
