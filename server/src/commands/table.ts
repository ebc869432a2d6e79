// Every command by its name. Loaded only when called, so that `prorata quote` never loads a database driver.
import type { Command } from './command.ts';

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

export const commands: readonly CommandEntry[] = [
  {
    name: 'start',
    summary: 'runs the server and its worker until it is told to stop',
    load: async () => (await import('./start.ts')).start,
  },
  { name: 'quote', summary: 'says which invoices a document of facts would make', load: async () => (await import('./quote.ts')).quote },
  { name: 'init', summary: 'makes the provider: who sells, where, in which currency', load: async () => (await import('./init.ts')).init },
  {
    name: 'import',
    summary: 'takes a cloud’s bill: accounts, prices, usage, extra items',
    load: async () => (await import('./import.ts')).importFile,
  },
  {
    name: 'usage',
    summary: 'says where every usage event stands: billed, open, billed by nothing, refused',
    load: async () => (await import('./usage.ts')).usage,
  },
  { name: 'bill', summary: 'issues what is due, or shows it', load: async () => (await import('./bill.ts')).bill },
  { name: 'invoices', summary: 'lists issued invoices and credit notes', load: async () => (await import('./invoices.ts')).invoices },
  { name: 'invoice', summary: 'explains one invoice, or writes its PDF', load: async () => (await import('./invoice.ts')).invoice },
  {
    name: 'parked',
    summary: 'lists accounts set aside by billing, or takes one back',
    load: async () => (await import('./parked.ts')).parked,
  },
  {
    name: 'sellers',
    summary: 'lists the provider and the resellers below, or makes one',
    load: async () => (await import('./sellers.ts')).sellers,
  },
  {
    name: 'currencies',
    summary: 'turns currencies on and off, and changes what an account buys in',
    load: async () => (await import('./currencies.ts')).currencies,
  },
  { name: 'price', summary: 'says what an account pays for a component, and why', load: async () => (await import('./price.ts')).price },
  {
    name: 'coupons',
    summary: 'lists coupons, makes one, ends one, or redeems one',
    load: async () => (await import('./coupons.ts')).coupons,
  },
  {
    name: 'pools',
    summary: 'shows what the services of an account share, or says how much there is',
    load: async () => (await import('./pools.ts')).pools,
  },
  {
    name: 'settings',
    summary: 'shows settings with their history, or records one',
    load: async () => (await import('./settings.ts')).settings,
  },
  { name: 'user', summary: 'adds a person who signs in, or prints a link for one', load: async () => (await import('./user.ts')).user },
  { name: 'key', summary: 'makes, lists and ends API keys; seals secrets anew', load: async () => (await import('./key.ts')).key },
  { name: 'audit', summary: 'asks the books whether their invariants hold', load: async () => (await import('./audit.ts')).audit },
  { name: 'backup', summary: 'writes the whole database into a file', load: async () => (await import('./backup.ts')).backup },
  { name: 'restore', summary: 'brings a backup into an empty database', load: async () => (await import('./restore.ts')).restore },
  {
    name: 'verify',
    summary: 'tries a backup without touching the database in use',
    load: async () => (await import('./verify.ts')).verify,
  },
  { name: 'clock', summary: 'shows the business clock, or moves it forward', load: async () => (await import('./clock.ts')).clock },
];
