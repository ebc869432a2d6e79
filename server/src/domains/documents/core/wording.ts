// What the layout needs of a language: the domain's texts and the way numbers and dates are written. Filled from the platform.
import type { Day } from '../../../kernel/calendar/civil.ts';
import type english from '../messages/en.json';

export type MessageKey = keyof typeof english;

export interface Wording {
  /** "de": the language the texts are in, for hyphenation and for readers that speak. */
  readonly language: string;
  text(key: MessageKey, values?: Readonly<Record<string, string | number>>): string;
  decimal(text: string, decimals?: number): string;
  money(text: string, currency: string, digits: number): string;
  percent(text: string): string;
  longDate(day: Day): string;
  shortDate(day: Day): string;
  dateRange(first: Day, last: Day): string;
  time(millisecondOfDay: number): string;
  country(code: string): string;
  list(parts: readonly string[]): string;
}
