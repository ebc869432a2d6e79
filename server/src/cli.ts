// The `prorata` command: reads the arguments, finds the command in the table, runs it, and turns what went wrong into one line and an exit status.
import { parseArgs } from 'node:util';
import { type Command, type CommandContext, type ExitStatus, exitStatus } from './commands/command.ts';
import { createOutput, type Output } from './commands/output.ts';
import { commands } from './commands/table.ts';
import { Refusal } from './kernel/refusal.ts';
import { type Config, readConfig } from './platform/config.ts';
import type { Installation } from './platform/installation.ts';
import { version } from './platform/version.ts';

/** A command line that cannot be understood. */
class UsageError extends Error {}

const EXIT_HELP = `Exit status: ${exitStatus.done} done, ${exitStatus.failed} failed, ${exitStatus.usage} command line not understood, \
${exitStatus.refused} refused and nothing changed, ${exitStatus.attention} done and something needs a look.`;

async function main(args: readonly string[]): Promise<ExitStatus> {
  const output = createOutput(args.includes('--json'));
  try {
    const [name, ...rest] = args;
    if (name === '--version') return print(output, version);
    if (name === undefined || name === '--help' || name === '-h' || name === 'help') return print(output, overview());
    const entry = commands.find((candidate) => candidate.name === name);
    if (entry === undefined) throw new UsageError(`There is no command ${name}. prorata --help lists them.`);
    const command = await entry.load();
    if (rest.includes('--help') || rest.includes('-h')) return print(output, commandHelp(name, entry.summary, command));
    return await runCommand(name, command, rest, output);
  } catch (error) {
    return report(error, output);
  }
}

async function runCommand(name: string, command: Command, args: readonly string[], output: Output): Promise<ExitStatus> {
  const { values, positionals } = readArguments(name, command, args);
  const config = readConfig(process.env, process.stdout.isTTY);
  const opening = createOpening(config, output, command.handlesSignals !== true);
  const context: CommandContext = {
    positionals,
    config,
    output,
    text: (option) => (typeof values[option] === 'string' ? values[option] : undefined),
    list: (option) => (Array.isArray(values[option]) ? values[option].map(String) : []),
    flag: (option) => values[option] === true,
    installation: opening.open,
    atEnd: opening.atEnd,
  };
  try {
    return await command.run(context);
  } finally {
    await opening.close();
  }
}

function readArguments(name: string, command: Command, args: readonly string[]) {
  const [least, most] = command.positionals ?? [0, 0];
  try {
    const read = parseArgs({
      args: [...args],
      options: { ...command.options, json: { type: 'boolean' } },
      allowPositionals: true,
      strict: true,
    });
    if (read.positionals.length < least) throw new UsageError('An argument is missing.');
    if (read.positionals.length > most) throw new UsageError(`There is an argument too many: ${read.positionals[most]}.`);
    return { values: read.values as Record<string, unknown>, positionals: read.positionals };
  } catch (error) {
    if (!(error instanceof UsageError) && !String((error as { code?: unknown }).code).startsWith('ERR_PARSE_ARGS')) throw error;
    throw new UsageError(`${(error as Error).message} Usage: prorata ${name} ${command.usage}`.trim());
  }
}

/** The database is opened when the command asks for it, and everything is left properly whichever way the command ends. */
function createOpening(config: Config, output: Output, handleSignals: boolean) {
  const leaving: (() => Promise<void>)[] = [];
  let opened: Promise<Installation> | undefined;
  let interrupted = false;
  const leaveAll = async () => {
    for (const leave of leaving.reverse()) await leave().catch(() => undefined);
  };
  const interrupt = () => {
    // A terminal and npm both hand the same signal on.
    if (interrupted) return;
    interrupted = true;
    const abandon = async () => (await opened?.catch(() => undefined))?.abandon();
    void leaveAll()
      .then(abandon)
      .finally(() => process.exit(exitStatus.interrupted));
  };
  if (handleSignals) for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);
  const open = async () => {
    const { armFromText } = await import('./platform/failpoint.ts');
    const { openInstallation } = await import('./platform/installation.ts');
    const { createLog } = await import('./platform/log.ts');
    armFromText(config.failpoints);
    // Standard output is the answer's, so what a server would log is not written here.
    return openInstallation({ config, log: createLog('silent'), say: output.note, program: 'prorata command' });
  };
  return {
    open: () => {
      opened ??= open();
      return opened;
    },
    atEnd: (leave: () => Promise<void>) => void leaving.push(leave),
    close: async () => {
      await leaveAll();
      await (await opened?.catch(() => undefined))?.close();
    },
  };
}

function print(output: Output, text: string): ExitStatus {
  output.write(`${text}\n`);
  return exitStatus.done;
}

function overview(): string {
  const width = Math.max(...commands.map((entry) => entry.name.length));
  const list = commands.map((entry) => `  ${entry.name.padEnd(width)}  ${entry.summary}`);
  return ['prorata COMMAND [options]', '', ...list, '', 'Each takes --help, and --json for an answer that programs read.', EXIT_HELP].join(
    '\n',
  );
}

function commandHelp(name: string, summary: string, command: Command): string {
  return [
    `prorata ${name} ${command.usage}`.trim(),
    `  ${summary}`,
    ...(command.help ?? []).map((line) => `  ${line}`),
    '',
    EXIT_HELP,
  ].join('\n');
}

function report(error: unknown, output: Output): ExitStatus {
  if (error instanceof Refusal) {
    output.refuse(error);
    return exitStatus.refused;
  }
  if (error instanceof UsageError) {
    output.refuse(new Refusal('command.usage', error.message));
    return exitStatus.usage;
  }
  output.note(`error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return exitStatus.failed;
}

// `prorata invoices | head` closes our output early, which is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? exitStatus.done : exitStatus.failed));

process.exitCode = await main(process.argv.slice(2));
