// The line that moves on a terminal while a file is imported.
import type { ImportProgress } from './import-file.ts';

/** Shows a line only when the percentage changes, so a file of any size costs at most two hundred of them. */
export function createProgressLine(show: (line: string) => void): (progress: ImportProgress) => void {
  let shown = '';
  return (progress) => {
    const next = `${progress.phase} ${percent(progress)}`;
    if (next === shown) return;
    shown = next;
    show(describeProgress(progress));
  };
}

function percent({ readBytes, sizeBytes }: ImportProgress): number {
  return sizeBytes === 0 ? 100 : Math.floor((readBytes / sizeBytes) * 100);
}

/** "Checking the file  42 %  120,000 rows". */
function describeProgress(progress: ImportProgress): string {
  const doing = progress.phase === 'checking' ? 'Checking the file' : 'Importing';
  return `${doing}  ${String(percent(progress)).padStart(3)} %  ${progress.rows.toLocaleString('en')} rows`;
}
