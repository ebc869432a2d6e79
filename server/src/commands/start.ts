// `prorata start`: what `npm start` does, as a command.
import { roleOptions } from '../roles.ts';
import type { Command } from './command.ts';

export const start: Command = {
  usage: '[--worker-only | --api-only]',
  help: [
    'Runs until it is told to stop by a signal: then requests and jobs under way are finished, and the database is left properly.',
    '--worker-only   does jobs, bills what is due and audits; listens for /health and /metrics only',
    '--api-only      answers requests; does no jobs and bills nothing by itself',
  ],
  options: roleOptions,
  handlesSignals: true,
  async run() {
    await import('../main.ts');
    // It ends the process itself.
    return new Promise(() => undefined);
  },
};
