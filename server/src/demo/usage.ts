// What the demo's machines send: one event a day, meter and service, the same each time, so that sending again counts nothing twice.
import { formatDay } from '../kernel/calendar/civil.ts';
import type { DemoService } from './population.ts';
import { Chance } from './random.ts';

const DAY_MS = 86_400_000;
/** Collectors report a day a little after its end; one day in sixty comes a week late. */
const LATE_DAYS = 7;

export interface UsageEvent {
  readonly specversion: '1.0';
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly time: string;
  readonly data: { readonly subscription: string; readonly meter: string; readonly value: string };
}

/** Of days after `from` up to `until` (days since 1970), and those of the week before that come late. */
export function usageBetween(services: readonly DemoService[], firstDay: number, from: number, until: number): UsageEvent[] {
  const events: UsageEvent[] = [];
  for (const service of services) {
    const starts = firstDay + service.startsOn + 1;
    const ends = firstDay + (service.changes.find(({ change }) => change.do === 'end')?.on ?? Number.MAX_SAFE_INTEGER);
    for (const [meter, level] of Object.entries(service.usage)) {
      for (let day = Math.max(from - LATE_DAYS, starts); day < Math.min(until, ends); day += 1) {
        const arrives = isLate(service, meter, day) ? day + LATE_DAYS : day;
        if (arrives >= from && arrives < until) events.push(event(service, meter, day, level));
      }
    }
  }
  return events;
}

const isLate = (service: DemoService, meter: string, day: number): boolean =>
  new Chance(`late ${service.externalId} ${meter} ${day}`).is(1 / 60);

function event({ externalId }: DemoService, meter: string, day: number, level: number): UsageEvent {
  const chance = new Chance(`${externalId} ${meter} ${day}`);
  const swing =
    meter === 'stored-gb' ? 0.9 + 0.1 * Math.sin(day / 20) + 0.05 * chance.part() : 0.5 + chance.part() + (chance.is(0.02) ? 4 : 0);
  return {
    specversion: '1.0',
    id: `${externalId}/${formatDay(day)}`,
    source: `/demo/${meter}`,
    type: meter,
    time: new Date(day * DAY_MS + chance.whole(8, 20) * 3_600_000).toISOString(),
    data: { subscription: externalId, meter, value: (level * swing).toFixed(3) },
  };
}
