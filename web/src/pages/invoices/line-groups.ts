// The lines of a document by the service they are for, in the document's own order; what is outside of services stands last.
import type { Schemas } from '../../app/api.ts';

type Line = Schemas['InvoiceLine'];

export interface PlacedLine {
  readonly line: Line;
  /** On the document, from 1. */
  readonly position: number;
}

export interface LineGroup {
  /** External id of the service; null: outside of any. */
  readonly subscription: string | null;
  readonly plan: string | null;
  readonly lines: readonly PlacedLine[];
}

export function groupLines(lines: readonly Line[]): LineGroup[] {
  const groups = new Map<string | null, { subscription: string | null; plan: string | null; lines: PlacedLine[] }>();
  lines.forEach((line, index) => {
    const group = groups.get(line.subscription) ?? { subscription: line.subscription, plan: line.plan, lines: [] };
    // After a change of plan there are lines of both: the later one names the group.
    group.plan = line.plan ?? group.plan;
    group.lines.push({ line, position: index + 1 });
    groups.set(line.subscription, group);
  });
  const all = [...groups.values()];
  return [...all.filter(({ subscription }) => subscription !== null), ...all.filter(({ subscription }) => subscription === null)];
}
