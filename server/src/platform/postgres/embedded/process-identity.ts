// Says which process a pid means. Pids are reused, above all in containers, so a pid alone never proves that its owner still lives.
import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync } from 'node:fs';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !isZombie(pid);
}

/** A text that no other process will ever have: pid and the moment it was started. Null when there is no such process. */
export function identityOf(pid: number): string | null {
  if (!isAlive(pid)) return null;
  const fields = linuxStatFields(pid);
  if (fields !== null) return `${pid} ${fields[19] ?? ''}`;
  const started = tryProcessList(pid, 'lstart=');
  return started === null ? null : `${pid} ${started}`;
}

/** True when the process is a server of the cluster in `folder`: its working directory is that folder, and its command line names it. */
export function worksIn(pid: number, folder: string): boolean {
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(folder);
  } catch {
    // In a container root may not look at another user's working directory, but everyone may read a command line.
    return commandOf(pid)?.includes(folder) ?? false;
  }
}

function commandOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return tryProcessList(pid, 'command=');
  }
}

function isZombie(pid: number): boolean {
  return linuxStatFields(pid)?.[0] === 'Z';
}

/** The fields of /proc/PID/stat behind the process name, which may itself hold spaces and brackets: state first, start time twentieth. */
function linuxStatFields(pid: number): string[] | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return null;
  }
}

function tryProcessList(pid: number, column: string): string | null {
  if (process.platform === 'linux') return null;
  try {
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}
