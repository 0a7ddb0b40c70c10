import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { RunningService } from './services.ts';

interface Remembered {
  launcher: number;
  services: { name: string; pid: number; startedAt: string }[];
}

const fileOf = (dataDir: string) => path.join(dataDir, 'run.json');

/** The kernel's start time of a process: with the id it names a process for good. Empty where it cannot be told. */
function startedAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

/** Notes what runs, so that the next start can clear up after a launcher that was killed. */
export function rememberRun(dataDir: string, services: RunningService[]): void {
  const run: Remembered = {
    launcher: process.pid,
    services: services.map(({ name, pid }) => ({ name, pid, startedAt: startedAt(pid) })),
  };
  writeFileSync(fileOf(dataDir), JSON.stringify(run));
}

export function forgetRun(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true });
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/**
 * Stops services that a killed launcher left behind; a process that merely has the same id by now is let be.
 * Answers their names.
 */
export async function stopLeftovers(dataDir: string): Promise<string[]> {
  const file = fileOf(dataDir);
  if (!existsSync(file)) return [];
  const run: Remembered = JSON.parse(readFileSync(file, 'utf8'));
  if (alive(run.launcher) && run.launcher !== process.pid) return [];
  const left = run.services.filter(
    (service) => service.startedAt !== '' && startedAt(service.pid) === service.startedAt,
  );
  for (const { pid } of left) process.kill(-pid, 'SIGTERM');
  const until = performance.now() + 10_000;
  while (left.some(({ pid }) => alive(pid)) && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 100));
  forgetRun(dataDir);
  return left.map(({ name }) => name);
}
