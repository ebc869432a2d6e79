// Every command by its name. Loaded only when called, so that `prorata quote` never loads a database driver.
import type { Command } from './command.ts';

export interface CommandEntry {
  readonly name: string;
  readonly summary: string;
  load(): Promise<Command>;
}

export const commands: readonly CommandEntry[] = [
  { name: 'quote', summary: 'says which invoices a document of facts would make', load: async () => (await import('./quote.ts')).quote },
  { name: 'clock', summary: 'shows the business clock, or moves it forward', load: async () => (await import('./clock.ts')).clock },
];
