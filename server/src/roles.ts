// Which parts of the server a process runs: `npm start -- --worker-only`, `prorata start --api-only`. Apart, jobs and requests do not share a process.
// `--demo` fills an empty installation.
import { parseArgs } from 'node:util';
import { Refusal } from './kernel/refusal.ts';

export interface Roles {
  /** Answers requests. A process without still tells its health and figures. */
  readonly api: boolean;
  /** Does jobs, bills what is due, audits the books. */
  readonly work: boolean;
  /** An empty installation becomes the demo. */
  readonly demo: boolean;
}

export const roleOptions = { 'worker-only': { type: 'boolean' }, 'api-only': { type: 'boolean' }, demo: { type: 'boolean' } } as const;

/** `args` as the program was given them, with or without the command's name. */
export function startRoles(args: readonly string[]): Roles {
  const flags = args[0] === 'start' ? args.slice(1) : [...args];
  try {
    const { values } = parseArgs({ args: flags, options: { ...roleOptions, json: { type: 'boolean' } }, strict: true });
    return { ...choose(values['worker-only'] === true, values['api-only'] === true), demo: values.demo === true };
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal('command.usage', `${(error as Error).message} Give --worker-only, --api-only, or nothing for both.`);
  }
}

function choose(workerOnly: boolean, apiOnly: boolean): Pick<Roles, 'api' | 'work'> {
  if (workerOnly && apiOnly) {
    throw new Refusal(
      'command.usage',
      'With --worker-only and --api-only there is nothing left to start. Give one of them, or none for both.',
    );
  }
  return { api: !workerOnly, work: !apiOnly };
}
