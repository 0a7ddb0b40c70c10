import { say } from '../bootstrap/say.mjs';

/**
 * Resolves with the exit code when the process is told to end; `stop` runs once, however often the signal comes
 * (a terminal's Ctrl-C and npm's forwarded one may both arrive).
 */
export function untilSignal(stop: () => Promise<void>): Promise<number> {
  return new Promise((resolve, reject) => {
    let stopping = false;
    const end = (signal: NodeJS.Signals) => {
      if (stopping) return;
      stopping = true;
      say.line(`\n${signal === 'SIGINT' ? 'Ctrl-C' : signal}: stopping …`);
      stop().then(() => {
        say.done('Everything is stopped');
        resolve(0);
      }, reject);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal));
  });
}
