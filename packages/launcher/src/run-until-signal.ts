import { stopTools } from '../bootstrap/run.mjs';
import { say } from '../bootstrap/say.mjs';
import type { Stack } from './stack.ts';

/**
 * Starts a stack, lets `opened` tell about it, and runs it until the process is told to end; answers the exit code.
 * A signal that comes while it still builds or starts ends the tools under way, aborts what `start` was given, and
 * waits for the rest, so that nothing is left when it says so. It counts once: a terminal's Ctrl-C and the one that
 * npm forwards may both arrive.
 */
export function runUntilSignal(
  start: (halt: AbortSignal) => Promise<Stack>,
  opened: (stack: Stack) => Promise<void>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const halt = new AbortController();
    const starting = start(halt.signal);
    const end = async (signal: NodeJS.Signals) => {
      if (halt.signal.aborted) return;
      say.line(`\n${signal === 'SIGINT' ? 'Ctrl-C' : signal}: stopping …`);
      halt.abort();
      stopTools();
      // A start that fails now fails because of us, and has stopped by itself what it had started.
      const stack = await starting.catch(() => undefined);
      await stack?.stop();
      say.done('Everything is stopped');
      resolve(0);
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => end(signal).catch(reject));
    // A program that started us with a channel to it, as a test does, has died without saying so.
    process.once('disconnect', () => end('SIGHUP').catch(reject));
    process.channel?.unref();

    const open = async () => {
      const stack = await starting;
      if (halt.signal.aborted) return;
      await opened(stack).catch(async (error: unknown) => {
        await stack.stop();
        throw error;
      });
    };
    open().catch((error: unknown) => {
      if (!halt.signal.aborted) reject(error);
    });
  });
}
