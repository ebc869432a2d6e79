// The bytes of documents, read back: text, pages, sameness, and text that tries to be more than text.
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { readPdfText } from '../../testing/pdf-text.ts';
import { ChildPool } from './child-pool.ts';
import { createRenderer, type RenderedDocument } from './render.ts';
import {
  sampleCreditNote,
  sampleFleet,
  sampleGerman,
  sampleHostile,
  sampleInclusive,
  sampleInvoice,
  sampleTinyUsage,
  sampleYen,
} from './samples.ts';
import type { SetReply, SetRequest } from './typst-child.ts';

const renderer = createRenderer({ processes: 1 });
afterAll(() => renderer.close());

function textOf(document: RenderedDocument): string {
  return readPdfText(document.bytes)
    .map((page) => page.join('\n'))
    .join('\n');
}

const LIMIT = 60_000;

describe('renderInvoice', () => {
  it('sets an invoice on one page with everything on it', { timeout: LIMIT }, async () => {
    const document = await renderer.renderInvoice(sampleInvoice());
    expect(document.pages).toBe(1);
    expect(document.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(document.sha256).toMatch(/^[0-9a-f]{64}$/);
    const lines = readPdfText(document.bytes)[0]!;
    for (const line of [
      'Amount due by 15 February 2024',
      'Description Quantity Unit price Tax Amount (EUR)',
      'Seat 5 → 10 seats 3.00 19% 5.32',
      'Quantity changed · 21–31 Jan 2024 · 11 of 31 days',
      'Reserved capacity · 10 Jan 2024, 12:00–24:00 · 12 of 744 hours',
      'Object storage requests 1,204 0.000004 19% 0.00',
      'exact 0.004816',
      'Paid from balance −20.00',
      'Amount due €90.52',
    ]) {
      expect(lines).toContain(line);
    }
    expect(lines.join('\n')).toContain('Invoice INV-2024-000217 · Page 1 of 1');
  });

  it.each([
    ['german', sampleGerman(), 1, 'Zahlbar bis 29. April 2024'],
    ['yen', sampleYen(), 1, 'JP¥24,596'],
    ['inclusive', sampleInclusive(), 1, 'Settled, nothing to pay'],
    ['tiny usage', sampleTinyUsage(), 1, 'exact 0.000002083329'],
    ['fleet', sampleFleet(8), 2, 'Invoice INV-2024-000008 · Page 2 of 2'],
  ])('sets %s', { timeout: LIMIT }, async (_, model, pages, text) => {
    const document = await renderer.renderInvoice(model);
    expect(document.pages).toBe(pages);
    expect(textOf(document)).toContain(text);
  });

  it('prints a credit note in positive amounts', { timeout: LIMIT }, async () => {
    const text = textOf(await renderer.renderInvoice(sampleCreditNote('de')));
    expect(text).toContain('Berichtigt die Rechnungen INV-2024-000217 vom 1. Februar 2024 und INV-2024-000188 vom 1. Januar 2024');
    expect(text).toContain('30,12');
    expect(text).not.toMatch(/[−-]\d+,\d\d/);
  });

  it('repeats the head of the table and of the service on every page and numbers the pages', { timeout: LIMIT }, async () => {
    const pages = readPdfText((await renderer.renderInvoice(sampleFleet(20))).bytes);
    expect(pages).toHaveLength(4);
    pages.forEach((lines, index) => {
      const head = lines.indexOf('Description Quantity Unit price Tax Amount (EUR)');
      expect(lines[head + 1]).toContain('srv-');
      expect(lines.join('\n')).toContain(`Page ${index + 1} of 4`);
    });
    const heads = pages.flat().filter((line) => line.includes('srv-'));
    expect(heads.length).toBeGreaterThan(20);
    expect(new Set(heads).size).toBe(20);
  });

  it('gives the same bytes for the same facts, also from another process', { timeout: LIMIT }, async () => {
    const other = createRenderer({ processes: 1 });
    const [first, second, elsewhere] = [
      await renderer.renderInvoice(sampleGerman()),
      await renderer.renderInvoice(sampleGerman()),
      await other.renderInvoice(sampleGerman()),
    ];
    await other.close();
    expect(second.sha256).toBe(first.sha256);
    expect(elsewhere.bytes.equals(first.bytes)).toBe(true);
    const changed = await renderer.renderInvoice({ ...sampleGerman(), number: 'RE-2024-000319' });
    expect(changed.sha256).not.toBe(first.sha256);
  });
});

describe('hostile text', () => {
  it.each([
    ['code', '#import "@preview/cetz:0.3.0": * #eval("1") #read("/etc/passwd") #panic()'],
    ['markup', '*bold* _it_ `raw` $x^2$ <label> @ref = heading - item // comment /* open'],
    ['brackets', ']]]}}}))) [[[{{{((( #[#{#('],
    ['backslashes', '\\\\ \\u{202e} \\" \\n "quoted" \'single\''],
    ['direction', '\u202egnp.exe \u2067 \u2066 \u061c שלום مرحبا'],
    ['emoji and letters without a font', '😀👩‍👩‍👧 日本語 한국어 ไทย'],
    ['controls', '\u0000\u0001\u0008\u001b[31m\u007f\ufffe'],
    ['placeholders', '{page} {pages} {count, plural, one {#}}'],
    ['nothing', ''],
    ['a name of 10,000 characters', 'W'.repeat(10_000)],
    ['a text of 10,000 words', 'word '.repeat(10_000)],
  ])('%s stays text', { timeout: LIMIT }, async (_, text) => {
    const document = await renderer.renderInvoice(sampleHostile(text));
    expect(document.pages).toBeLessThanOrEqual(4);
    const read = textOf(document);
    expect(read).toContain('€13.28');
    expect(read).toContain(`Page ${document.pages} of ${document.pages}`);
    expect(read).not.toContain('root:');
  });

  it('prints code as it was written', { timeout: LIMIT }, async () => {
    const text = textOf(await renderer.renderInvoice(sampleHostile('#panic("a") *b*')));
    expect(text.match(/#panic\("a"\) \*b\*/g)!.length).toBeGreaterThan(10);
  });
});

describe('failures', () => {
  it('tries again when a process is killed', { timeout: LIMIT }, async () => {
    const own = createRenderer({ processes: 1 });
    const rendering = own.renderInvoice(sampleYen());
    process.kill(own.processIds()[0]!, 'SIGKILL');
    await expect(rendering).resolves.toMatchObject({ pages: 1 });
    await own.close();
  });

  it('refuses in words when processes keep dying', { timeout: LIMIT }, async () => {
    const own = createRenderer({ processes: 1 });
    const rendering = own.renderInvoice(sampleYen());
    const killing = setInterval(() => {
      for (const pid of own.processIds()) process.kill(pid, 'SIGKILL');
    }, 1);
    await expect(rendering).rejects.toMatchObject({ code: 'document.render_crashed', message: expect.stringContaining('INV-2024-000217') });
    clearInterval(killing);
    await own.close();
  });

  it('refuses in words what takes too long, and after closing', { timeout: LIMIT }, async () => {
    const own = createRenderer({ processes: 1, timeoutMs: 1 });
    await expect(own.renderInvoice(sampleYen())).rejects.toMatchObject({ code: 'document.render_timed_out' });
    await own.close();
    await expect(own.renderInvoice(sampleYen())).rejects.toMatchObject({ code: 'document.renderer_closed' });
  });

  it('reports what the template does not accept', { timeout: LIMIT }, async () => {
    const entry = new URL('./typst-child.ts', import.meta.url);
    const pool = new ChildPool<SetRequest, SetReply>({ entry, processes: 1, timeoutMs: LIMIT, recycleAfter: 10 });
    expect(await pool.run({ layout: '{' })).toEqual({ fault: expect.stringContaining('failed to parse JSON') });
    expect(await pool.run({ layout: '{}' })).toEqual({ fault: expect.stringContaining('"metadata"') });
    await pool.close();
  });
});

describe('the template', () => {
  const source = readFileSync(new URL('./template/invoice.typ', import.meta.url), 'utf8').replace(/^\s*\/\/.*$/gm, '');
  it('runs nothing, reads nothing and imports nothing', () => {
    expect(source).not.toMatch(/\b(import|include|eval|read|plugin|image)\b|@preview/);
    expect(source.match(/sys\.inputs/g)).toHaveLength(1);
  });
  it('has no words of its own', () => {
    expect(source).not.toMatch(/\[[^\]]*\p{L}/u);
    expect(source.replace(/^#[\s\S]*?\n(?=\n|$)/gm, '').trim()).toBe('');
  });
});
