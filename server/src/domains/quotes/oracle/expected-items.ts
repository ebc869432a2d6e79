// Extra items: their amount once, or once a period, less what was credited on them.
import { multiply } from '../../../kernel/money/rational.ts';
import type { ExpectedCell, Rounding } from './expectation.ts';
import { shiftDay } from './grid-walk.ts';
import { decimal, minorOf, roundMinor } from './plain-number.ts';
import type { ItemShape, QuoteDocument } from './quote-shape.ts';
import { type WallClock, wallClock } from './wall-clock.ts';

function windowDays(item: ItemShape, clock: WallClock, runDay: number): (readonly [number, number])[] {
  const first = clock.readDay(item.at);
  const { every } = item;
  if (!every) return first <= runDay ? [[first, first + 1]] : [];
  const until = item.until ? clock.readDay(item.until) : Number.POSITIVE_INFINITY;
  const windows: (readonly [number, number])[] = [];
  for (let turn = 0; ; turn += 1) {
    const from = shiftDay(first, every, turn);
    if (from > runDay || from >= until) return windows;
    windows.push([from, shiftDay(first, every, turn + 1)]);
  }
}

export function expectedItems(document: QuoteDocument, lastRun: string, rounding: Rounding): ExpectedCell[] {
  const clock = wallClock(document.account.timezone ?? 'UTC');
  const runDay = clock.readDay(lastRun);
  return (document.items ?? []).flatMap((item) => {
    const amount = roundMinor(multiply(decimal(item.amount), decimal(item.quantity ?? '1')), rounding.digits, rounding.mode);
    const credited = (document.credits ?? [])
      .filter((credit) => credit.item === item.id && clock.readDay(credit.at) <= runDay)
      .reduce((total, credit) => total + minorOf(credit.amount, rounding.digits), 0n);
    const due = credited === 0n || amount - credited > 0n ? amount - credited : 0n;
    return windowDays(item, clock, runDay).map(([from, to]) => ({
      subscription: null,
      component: null,
      item: item.id,
      from: item.every ? clock.startOfDay(from) : null,
      to: item.every ? clock.startOfDay(to) : null,
      grossMinor: due,
      netMinor: due,
      determined: true,
    }));
  });
}
