// The catalogue of events is in order, and the page for integrators is made from it. `npx vitest run -u` writes the page anew.
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { eventCatalog } from '../server/src/domains/webhooks/index.ts';
import { printCatalog } from './event-page.ts';

const PAGE = fileURLToPath(new URL('../docs/guides/events.md', import.meta.url));

describe.each(eventCatalog)('$kind', ({ kind, about, subject, data, example }) => {
  it('is told in the past, explained, and its example has the shape that is promised', () => {
    expect(kind).toMatch(/^[a-z_]+\.[a-z_]+(ed|t)$/);
    expect(about).toMatch(/\.$/);
    expect(subject).toMatch(/\.$/);
    expect(data.strict().parse(example)).toEqual(example);
    for (const [name, field] of Object.entries(data.shape)) {
      expect((field as { meta(): { description?: string } | undefined }).meta()?.description, name).toMatch(/\.$/);
    }
  });
});

it('each kind is there once', () => {
  expect(new Set(eventCatalog.map(({ kind }) => kind)).size).toBe(eventCatalog.length);
});

it('docs/guides/events.md is what the catalogue says', async () => {
  await expect(printCatalog(eventCatalog)).toMatchFileSnapshot(PAGE);
});
