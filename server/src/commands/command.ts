// What a command is: a name in the table, its options, and one function. The frame in cli.ts reads arguments, opens the database and reports errors.
import type { ParseArgsConfig } from 'node:util';
import type { Config } from '../platform/config.ts';
import type { Installation } from '../platform/installation.ts';
import type { Output } from './output.ts';

/** How a command ends, for scripts. The only list of these numbers. */
export const exitStatus = {
  done: 0,
  /** A fault of ours or of the machine. */
  failed: 1,
  /** The command line cannot be understood. */
  usage: 2,
  /** The rules do not allow it, or the input is wrong; nothing was changed. */
  refused: 3,
  /** Done, and a person should look: refused rows, parked accounts, findings of an audit. */
  attention: 4,
  interrupted: 130,
} as const;
export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus];

export interface Command {
  /** What follows the name: `FILE [--preview]`. */
  readonly usage: string;
  /** More for `--help`, line by line. */
  readonly help?: readonly string[];
  readonly options?: ParseArgsConfig['options'];
  /** The least and the greatest number of positional arguments. Default none. */
  readonly positionals?: readonly [least: number, most: number];
  /** Runs until a signal and stops properly by itself; the frame then leaves signals to it. */
  readonly handlesSignals?: true;
  run(context: CommandContext): Promise<ExitStatus>;
}

export interface CommandContext {
  readonly positionals: readonly string[];
  readonly config: Config;
  readonly output: Output;
  /** The value of an option that takes one, or undefined. */
  text(option: string): string | undefined;
  /** The values of an option that may be given several times. */
  list(option: string): readonly string[];
  /** Whether an option without a value was given. */
  flag(option: string): boolean;
  /** The database, opened at the first call and closed by the frame. */
  installation(): Promise<Installation>;
  /** Done when the command ends, also when it is interrupted; what was named last comes first. */
  atEnd(leave: () => Promise<void>): void;
}
