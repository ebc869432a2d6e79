// `prorata clock`: shows the business clock of this installation, or moves it forward for every program that works on it.
import { formatInstant, parseInstant } from '../kernel/calendar/instant.ts';
import { Refusal } from '../kernel/refusal.ts';
import { type Command, exitStatus } from './command.ts';

export const clock: Command = {
  usage: '[--to INSTANT]',
  help: [
    '--to INSTANT   move to a later time, such as 2026-03-01T00:00:00Z; there is no way back',
    'With --json: {"now", "machine", "offsetMs"}',
  ],
  options: { to: { type: 'string' } },
  async run({ text, output, installation }) {
    const { clock: shared } = await installation();
    const wanted = text('to');
    const now = wanted === undefined ? await shared.read() : await shared.advanceTo(readInstant(wanted));
    const machine = Date.now();
    output.answer({ now: formatInstant(now), machine: formatInstant(machine), offsetMs: now - machine }, () =>
      now - machine > 1000 ? `${formatInstant(now)} (this machine: ${formatInstant(machine)})` : formatInstant(now),
    );
    return exitStatus.done;
  },
};

function readInstant(text: string): number {
  const instant = parseInstant(text);
  if (instant === null) {
    throw new Refusal('clock.not_an_instant', `"${text}" is not an instant. Write date, time and offset, such as 2026-03-01T00:00:00Z.`, {
      path: '--to',
    });
  }
  return instant;
}
