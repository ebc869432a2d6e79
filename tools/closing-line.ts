// A test reporter that says last, in one plain line, how many tests passed, failed and were left out, and why each was left out.
import type { Reporter, TestModule } from 'vitest/node';

export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts = { passed: 0, failed: 0, skipped: 0, pending: 0 };
    const reasons = new Map<string, number>();
    for (const module of modules) {
      // A file that could not be loaded has no tests to count; it must not look like success.
      if (module.errors().length > 0) counts.failed += 1;
      for (const test of module.children.allTests()) {
        const result = test.result();
        counts[result.state] += 1;
        const reason = result.state === 'skipped' ? (result.note ?? 'no reason given') : null;
        if (reason !== null) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
      }
    }
    const why = [...reasons].map(([reason, times]) => ` skipped ${times}: ${reason}\n`).join('');
    const skipped = counts.skipped + counts.pending;
    // After the other reporters' own end of run, which is printed in the same turn.
    setImmediate(() => {
      process.stdout.write(`${why}${counts.passed} passed, ${counts.failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`);
    });
  }
}
