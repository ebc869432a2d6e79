// The business clock: one for all who share the database, and forward only.
import { expect, it, onTestFinished } from 'vitest';
import { withDatabase } from '../testing/database.ts';
import { openClock } from './clock.ts';

const test = withDatabase();
const DAY = 86_400_000;

async function open(machine: { time: number }) {
  const clock = await openClock(test.database, { now: () => machine.time });
  onTestFinished(() => clock.close());
  return clock;
}

it('moves forward for everyone and never back', async () => {
  const machine = { time: Date.UTC(2026, 0, 31) };
  const [first, second] = [await open(machine), await open(machine)];
  expect([first.now(), second.now()]).toEqual([machine.time, machine.time]);
  expect(await first.advanceTo(machine.time + 28 * DAY)).toBe(machine.time + 28 * DAY);
  expect(await second.read()).toBe(machine.time + 28 * DAY);
  machine.time += DAY;
  expect(second.now()).toBe(Date.UTC(2026, 1, 1) + 28 * DAY);
  await expect(second.advanceTo(machine.time)).rejects.toMatchObject({ code: 'clock.backward' });
  await expect(second.advanceTo(Number.NaN)).rejects.toMatchObject({ code: 'clock.backward' });
  await expect(second.advanceTo(Date.UTC(2300, 0, 1))).rejects.toMatchObject({ code: 'clock.too_far' });
});

it('takes the furthest when two move it at once', async () => {
  const machine = { time: Date.UTC(2030, 0, 1) };
  const [first, second] = [await open(machine), await open(machine)];
  const [near, far] = [machine.time + 100 * DAY, machine.time + 101 * DAY];
  await Promise.all([first.advanceTo(far), second.advanceTo(near).catch(() => undefined)]);
  expect([await first.read(), await second.read()]).toEqual([far, far]);
});

it('is kept from going back by the database itself', async () => {
  await expect(test.database.pool.query('update clock set offset_ms = offset_ms - 1')).rejects.toMatchObject({
    constraint: 'clock_only_forward',
  });
  await expect(test.database.pool.query('delete from clock')).rejects.toMatchObject({ constraint: 'clock_only_forward' });
});
