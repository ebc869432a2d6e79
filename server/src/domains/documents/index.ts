// The door of documents: issued documents as words and as PDF.
export type * from './core/document-model.ts';
export { layoutDocument } from './core/layout.ts';
export { printLayout } from './core/print-layout.ts';
export { modelOfInvoice } from './model-of-invoice.ts';
export { printInvoice } from './print-invoice.ts';
export { createRenderer, type RenderedDocument, type Renderer, type RendererOptions, renderInvoice } from './render.ts';
export { documentRoutes } from './routes.ts';
export { wordingFor } from './wording.ts';
