// The door of invoicing.
export { type ComposedDocument, type ComposeOptions, composeDocuments } from './core/compose-documents.ts';
export { type Applied, type Grant, PersonalAccount } from './core/personal-account.ts';
