// The line that moves on a terminal while a file is imported; silent where the output is no terminal.
import type { ImportProgress } from './import-file.ts';

export interface Terminal {
  readonly isTTY?: boolean | undefined;
  write(text: string): unknown;
}

/** Writes only when the percentage changes, so a file of any size costs at most two hundred lines. */
export function createProgressLine(terminal: Terminal): { show(progress: ImportProgress): void; clear(): void } {
  let shown = '';
  return {
    show(progress) {
      if (terminal.isTTY !== true) return;
      const line = describeProgress(progress);
      if (percent(progress) === shown.slice(0, shown.indexOf('%') + 1)) return;
      shown = `${percent(progress)} ${line}`;
      terminal.write(`\r\u001b[2K${line}`);
    },
    clear() {
      if (shown !== '') terminal.write('\r\u001b[2K');
      shown = '';
    },
  };
}

function percent({ phase, readBytes, sizeBytes }: ImportProgress): string {
  return `${phase} ${sizeBytes === 0 ? 100 : Math.floor((readBytes / sizeBytes) * 100)}%`;
}

/** "Checking the file  42 %  120,000 rows". */
export function describeProgress(progress: ImportProgress): string {
  const doing = progress.phase === 'checking' ? 'Checking the file' : 'Importing';
  const done = percent(progress).slice(progress.phase.length + 1, -1);
  return `${doing}  ${done.padStart(3)} %  ${progress.rows.toLocaleString('en')} rows`;
}
