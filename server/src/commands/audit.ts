// `prorata audit`: asks the books whether their invariants hold.
import { auditBooks } from '../domains/reports/index.ts';
import { type Command, exitStatus } from './command.ts';

export const audit: Command = {
  usage: '',
  help: [
    'Reads one snapshot and writes nothing. Fails under a role that row security filters.',
    'With --json: {"invariants", "findings": [{"invariant", "sentence", "violations", "examples": [{"place", "detail"}]}]}',
  ],
  async run({ output, installation }) {
    const { database } = await installation();
    const report = await auditBooks(database);
    output.answer(report, () =>
      report.findings.length === 0
        ? `All ${report.invariants} invariants hold.`
        : report.findings
            .flatMap((finding) => [
              `${finding.invariant}: ${finding.violations} rows break "${finding.sentence}"`,
              ...finding.examples.map((one) => `  ${one.place}: ${one.detail}`),
            ])
            .join('\n'),
    );
    return report.findings.length === 0 ? exitStatus.done : exitStatus.attention;
  },
};
