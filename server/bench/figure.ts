// One measured figure beside its floor, measured in the same run.

export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the machine does at best at the same work; null where there is none. */
  readonly floor: number | null;
}
