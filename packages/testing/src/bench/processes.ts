import { readdirSync, readFileSync } from 'node:fs';

interface Usage {
  parent: number;
  /** Seconds of CPU, user and system, of the process and of children it has waited for. */
  cpu: number;
}

const ticksPerSecond = 100;

function usage(pid: number): Usage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the name in parentheses: state, parent, … utime is the 12th, stime the 13th, of waited-for children 14th and 15th.
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const [, parent = 0] = fields;
    const ticks = [11, 12, 13, 14].reduce((sum, index) => sum + (fields[index] ?? 0), 0);
    return { parent, cpu: ticks / ticksPerSecond };
  } catch {
    return undefined; // ended in between
  }
}

/** CPU seconds so far of the given processes and everything below them. Linux alone has `/proc`. */
export function cpuSeconds(roots: readonly number[]): number {
  const all = new Map<number, Usage>();
  for (const name of readdirSync('/proc')) {
    const pid = Number(name);
    const found = Number.isInteger(pid) ? usage(pid) : undefined;
    if (found) all.set(pid, found);
  }
  const belongs = (pid: number): boolean =>
    roots.includes(pid) || (all.get(pid)?.parent ? belongs(all.get(pid)?.parent ?? 0) : false);
  let sum = 0;
  for (const [pid, { cpu }] of all) if (belongs(pid)) sum += cpu;
  return sum;
}
