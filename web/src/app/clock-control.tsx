// The business clock, where it was moved away from the machine's, and the way to move it on.
export function ClockControl() {
  return null;
}
