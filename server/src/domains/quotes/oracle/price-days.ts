// Which price holds on a day, and where it changes.
import type { ComponentShape, PriceShape } from './quote-shape.ts';
import type { Story } from './replay.ts';

export interface PriceCalendar {
  on(day: number): PriceShape;
  /** First days of a new price strictly inside (from, to). */
  changesBetween(from: number, to: number): number[];
}

/** The latest valid-from wins, then the latest recorded, then the place in the list; the plan's own price holds since ever. */
export function priceCalendar(story: Story, plan: string, component: ComponentShape, knownBefore: number): PriceCalendar {
  const { clock } = story;
  const entries = (story.document.prices ?? [])
    .map((entry, place) => ({ entry, from: clock.readDay(entry.from), recorded: clock.read(entry.recorded ?? entry.from), place }))
    .filter(({ entry, recorded }) => entry.component === `${plan}/${component.key}` && recorded < knownBefore)
    .sort((a, b) => a.from - b.from || a.recorded - b.recorded || a.place - b.place);
  return {
    on: (day) => entries.findLast(({ from }) => from <= day)?.entry.price ?? component.price,
    changesBetween: (after, before) => [...new Set(entries.map(({ from }) => from).filter((day) => day > after && day < before))],
  };
}
