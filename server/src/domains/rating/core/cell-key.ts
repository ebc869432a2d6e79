// The identity of a cell as text, for maps.
import type { CellKey, Window } from './engine.ts';

export function windowId(window: Window | null): string {
  if (window === null) return '';
  return window.hourly ? `${window.fromInstant}-${window.toInstant}h` : `${window.from}-${window.to}`;
}

/** Unique inside one account. A window that keeps its first day and changes its last is another cell. */
export function cellId(key: CellKey): string {
  return `${key.subscription ?? ''}\n${key.ref}\n${key.item ?? ''}\n${windowId(key.window)}`;
}
