import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from '@mallhive/observability';
import type { Config } from '../config.ts';
import { inngestPath } from './register-inngest.ts';

const longestPauseMs = 30_000;

/**
 * An outside Inngest server learns of our functions when our own endpoint is told to register them. Tried until it works,
 * because either side may be up first. The local executor asks by itself.
 */
export function registerWithServer(config: Config, logger: Logger): { stop(): void } {
  const stopped = new AbortController();
  const url = `http://127.0.0.1:${config.port}${inngestPath}`;
  const run = async () => {
    for (let attempt = 0; !stopped.signal.aborted; attempt += 1) {
      const response = await fetch(url, { method: 'PUT', signal: stopped.signal }).catch(() => null);
      await response?.text();
      if (response?.ok) return logger.info({ server: config.inngest.baseUrl }, 'functions registered');
      logger.warn({ server: config.inngest.baseUrl, status: response?.status ?? null }, 'functions not registered yet');
      await sleep(Math.min(longestPauseMs, 1_000 * 2 ** attempt), undefined, { signal: stopped.signal }).catch(
        () => null,
      );
    }
  };
  if (config.inngest.baseUrl) void run();
  return { stop: () => stopped.abort() };
}
