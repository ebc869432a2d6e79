// How many two-page invoices a second become PDF, from frozen facts to hashed bytes, beside the compiler alone setting two static pages.
import { readFileSync } from 'node:fs';
import { ChildPool } from '../src/domains/documents/child-pool.ts';
import { createRenderer } from '../src/domains/documents/render.ts';
import { sampleFleet } from '../src/domains/documents/samples.ts';
import type { Figure } from './figure.ts';

const MACHINES = 8;
const PAGES = 2;

export interface PdfBenchOptions {
  readonly documents: number;
  readonly processes: number;
}

export async function benchPdf({ documents, processes }: PdfBenchOptions): Promise<Figure[]> {
  const floor = await setStaticPages(documents, processes);
  const { perSecond, peakMegabytes } = await renderInvoices(documents, processes);
  return [
    { name: 'pdf.two_page_documents', value: perSecond, unit: 'documents/s', floor },
    { name: 'pdf.peak_memory_of_a_process', value: peakMegabytes, unit: 'MB', floor: null },
  ];
}

async function renderInvoices(documents: number, processes: number): Promise<{ perSecond: number; peakMegabytes: number }> {
  const renderer = createRenderer({ processes, recycleAfter: Number.POSITIVE_INFINITY });
  const render = async (index: number) => {
    // Each its own number and lines: nothing that one document computed serves the next.
    const model = sampleFleet(MACHINES);
    const groups = model.groups.map((group) => ({ ...group, reference: `srv-${index}` }));
    const { pages } = await renderer.renderInvoice({ ...model, groups, number: `INV-2024-${String(index).padStart(6, '0')}` });
    if (pages !== PAGES) throw new Error(`The bench renders ${pages} pages; it must render ${PAGES}.`);
  };
  try {
    const perSecond = await measure(documents, processes, render);
    return { perSecond, peakMegabytes: Math.max(...renderer.processIds().map(peakMegabytesOf)) };
  } finally {
    await renderer.close();
  }
}

async function setStaticPages(documents: number, processes: number): Promise<number> {
  const entry = new URL('./pdf-floor-child.ts', import.meta.url);
  const pool = new ChildPool<object, object>({ entry, processes, timeoutMs: 60_000, recycleAfter: Number.POSITIVE_INFINITY });
  try {
    return await measure(documents, processes, () => pool.run({}));
  } finally {
    await pool.close();
  }
}

/** Documents a second with every process busy, their start not counted. */
async function measure(documents: number, processes: number, work: (index: number) => Promise<unknown>): Promise<number> {
  const all = (count: number) => Promise.all(Array.from({ length: count }, (_, index) => work(index)));
  await all(processes * 4);
  const began = process.hrtime.bigint();
  await all(documents);
  return documents / (Number(process.hrtime.bigint() - began) / 1e9);
}

/** From Linux's own account; NaN elsewhere. */
function peakMegabytesOf(processId: number): number {
  try {
    const kilobytes = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1];
    return Number(kilobytes) / 1024;
  } catch {
    return Number.NaN;
  }
}
