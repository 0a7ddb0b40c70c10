import { type ChildProcess, spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { explain, Problem } from '../bootstrap/problem.mjs';

export interface ServiceDefinition {
  name: string;
  cwd: string;
  command: string;
  args: string[];
  env: Record<string, string>;
  healthUrl: string;
}

export interface RunningService {
  name: string;
  pid: number;
  stop(): Promise<void>;
}

const healthTimeout = 120_000;
const stopTimeout = 15_000;
const mostRestarts = 3;

function signalGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function healthy(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(3000), redirect: 'manual' });
    await response.arrayBuffer();
    return response.status < 400;
  } catch {
    return false; // not listening yet
  }
}

/**
 * Starts a service in a process group of its own (a Ctrl-C in the terminal reaches the launcher alone, which then stops
 * the services in order), writes its output to `logDir/<name>.log`, and restarts it when it dies by itself.
 * Resolves when it is healthy; throws Problem with the last lines of its output when it is not.
 */
export async function startService(
  definition: ServiceDefinition,
  logDir: string,
  onDeath: (message: string) => void,
): Promise<RunningService> {
  mkdirSync(logDir, { recursive: true });
  const logFile = path.join(logDir, `${definition.name}.log`);
  let stopping = false;
  let restarts = 0;
  let child: ChildProcess;
  let ended: Promise<void>;

  const launch = (flags: 'w' | 'a') => {
    const log = createWriteStream(logFile, { flags });
    child = spawn(definition.command, definition.args, {
      cwd: definition.cwd,
      env: { ...process.env, ...definition.env },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    child.stdout?.pipe(log, { end: false });
    child.stderr?.pipe(log, { end: false });
    const current = child;
    ended = new Promise((resolve) => {
      current.once('error', (error) => {
        log.end(`${error.message}\n`);
        resolve();
      });
      current.once('close', (code, signal) => {
        log.end();
        resolve();
        if (stopping) return;
        if (restarts >= mostRestarts) {
          onDeath(`${definition.name} keeps ending (${signal ?? `code ${code}`}); its output is in ${logFile}`);
          return;
        }
        restarts += 1;
        onDeath(`${definition.name} ended (${signal ?? `code ${code}`}) and is started again`);
        setTimeout(() => {
          if (!stopping) launch('a');
        }, 500 * restarts);
      });
    });
  };

  const stop = async () => {
    stopping = true;
    signalGroup(child, 'SIGTERM');
    const force = setTimeout(() => signalGroup(child, 'SIGKILL'), stopTimeout);
    await ended;
    clearTimeout(force);
    // What the service itself started and did not end.
    signalGroup(child, 'SIGKILL');
  };

  launch('w');
  const until = performance.now() + healthTimeout;
  while (!(await healthy(definition.healthUrl))) {
    if (restarts >= mostRestarts || performance.now() > until) {
      await stop();
      const output = readFileSync(logFile, 'utf8');
      throw output.trim()
        ? explain(`Starting ${definition.name}`, output, logFile)
        : new Problem(`${definition.name} did not answer at ${definition.healthUrl}.`, `Look into ${logFile}.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  return {
    name: definition.name,
    get pid() {
      return child.pid ?? -1;
    },
    stop,
  };
}
