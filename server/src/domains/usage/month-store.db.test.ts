// What is asked and refused of events whose month went.
import { expect, it, onTestFinished } from 'vitest';
import { Books, instant, TestClock } from '../../testing/books.ts';
import { createTestDatabase } from '../../testing/database.ts';
import { getUsageEvent } from './get-event.ts';
import { dropMonth } from './month-store.ts';
import { takeBackEvent } from './take-back.ts';

it('tells an event that is no longer kept from one that never was', async () => {
  const { database } = await createTestDatabase();
  onTestFinished(() => database.close());
  const books = new Books(database, new TestClock('2024-03-01T09:00:00Z'));
  await books.open();
  await books.accounts('a');
  await books.start('s', 'a', '2024-01-05');
  await books.usage('s', '2024-01-10', '5', 'old');
  await books.usage('s', '2024-02-10', '5', 'kept');
  expect(await books.run((tx, _seller, now) => dropMonth(tx, instant('2024-01-01'), now))).toBe(1);
  const takeBack = (target: string) =>
    books.run((tx, seller, now) =>
      takeBackEvent(tx, { seller: seller.id, source: 'test', id: `void ${target}`, target, replacement: null, now }),
    );
  expect(await takeBack('old')).toMatchObject({ code: 'usage.not_kept' });
  expect(await takeBack('never')).toMatchObject({ code: 'usage.unknown_event' });
  expect(await takeBack('kept')).toBe('stored');
  const ask = (id: string) => books.run((tx, seller) => getUsageEvent(tx, seller.id, 'test', id));
  await expect(ask('old')).rejects.toMatchObject({ code: 'usage.event_not_kept' });
  expect(await ask('never')).toBeNull();
  expect((await ask('kept'))?.takenBackBy).toEqual({ id: 'void kept', replaces: false });
});
