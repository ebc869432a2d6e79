// From a document's frozen facts to the bytes of its PDF. The same facts give the same bytes: dates and ids in the file come from the model.
import { createHash } from 'node:crypto';
import { ChildPool } from './child-pool.ts';
import type { DocumentModel } from './core/document-model.ts';
import { layoutDocument } from './core/layout.ts';
import { ChildTimedOut, PoolClosed, renderCrashed, rendererClosed, renderFailed, renderTimedOut } from './errors.ts';
import type { SetReply, SetRequest } from './typst-child.ts';
import { wordingFor } from './wording.ts';

export interface RenderedDocument {
  readonly bytes: Buffer;
  /** Hexadecimal. */
  readonly sha256: string;
  readonly pages: number;
}

export interface RendererOptions {
  /** Processes at most; they start when first needed. */
  readonly processes?: number;
  readonly timeoutMs?: number;
  /** Documents after which a process is replaced. */
  readonly recycleAfter?: number;
}

export interface Renderer {
  /** Refuses with `document.render_timed_out`, `document.render_crashed` or `document.render_failed`. */
  renderInvoice(model: DocumentModel): Promise<RenderedDocument>;
  processIds(): number[];
  close(): Promise<void>;
}

export function createRenderer(options: RendererOptions = {}): Renderer {
  const { processes = 2, timeoutMs = 60_000, recycleAfter = 1000 } = options;
  const entry = new URL('./typst-child.ts', import.meta.url);
  const pool = new ChildPool<SetRequest, SetReply>({ entry, processes, timeoutMs, recycleAfter });
  return {
    renderInvoice: (model) => render(pool, model),
    processIds: () => pool.processIds(),
    close: () => pool.close(),
  };
}

async function render(pool: ChildPool<SetRequest, SetReply>, model: DocumentModel): Promise<RenderedDocument> {
  const layout = layoutDocument(model, wordingFor(model.language));
  const reply = await pool.run({ layout: JSON.stringify(layout) }).catch((error: Error) => {
    if (error instanceof ChildTimedOut) throw renderTimedOut(model.number, error);
    if (error instanceof PoolClosed) throw rendererClosed(model.number);
    throw renderCrashed(model.number, error);
  });
  if ('fault' in reply) throw renderFailed(model.number, reply.fault);
  const bytes = Buffer.from(reply.bytes.buffer, reply.bytes.byteOffset, reply.bytes.byteLength);
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex'), pages: reply.pages };
}

let shared: Renderer | null = null;

/** By a renderer that all callers share; its processes start with the first document and do not keep the program alive. */
export function renderInvoice(model: DocumentModel): Promise<RenderedDocument> {
  shared ??= createRenderer();
  return shared.renderInvoice(model);
}
