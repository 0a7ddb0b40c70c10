import { isAppError } from '@mallhive/kernel';
import type { Logger } from '@mallhive/observability';
import type { SearchEngine } from './engine.ts';

const firstProbeMs = 500;
const longestProbeMs = 10_000;

export interface Failover extends SearchEngine {
  state(): 'outside' | 'fallback';
  /** Asks at once whether the outside engine can be used; true when it can. */
  probe(): Promise<boolean>;
  /** The outside engine failed somewhere else, such as while being written. */
  failed(error: unknown): void;
  close(): void;
}

interface Options {
  name: string;
  outside: SearchEngine;
  own: SearchEngine;
  /** Brings the outside engine up to date; rejects while it cannot be used. */
  recover(): Promise<void>;
  logger: Logger;
}

/**
 * Asks the outside engine while it answers. After a fault the database answers, and no search waits for the outside
 * engine until a probe beside the searches has found it well and up to date again.
 */
export function createFailover({ name, outside, own, recover, logger }: Options): Failover {
  let ready = false;
  let closed = false;
  let timer: NodeJS.Timeout | undefined;
  let probing: Promise<boolean> | undefined;
  let waitMs = firstProbeMs;

  const later = () => {
    if (closed || timer) return;
    timer = setTimeout(() => {
      timer = undefined;
      void probe();
    }, waitMs).unref();
    waitMs = Math.min(waitMs * 2, longestProbeMs);
  };
  const attempt = async () => {
    try {
      await recover();
      if (!ready) logger.info({ engine: name }, `${name} answers: searching there`);
      ready = true;
      waitMs = firstProbeMs;
    } catch (error) {
      if (waitMs === firstProbeMs)
        logger.warn({ err: error, engine: name }, `${name} does not answer: PostgreSQL searches`);
      ready = false;
      later();
    }
    return ready;
  };
  const probe = () => {
    probing ??= attempt().finally(() => {
      probing = undefined;
    });
    return probing;
  };
  const failed = (error: unknown) => {
    if (ready) logger.warn({ err: error, engine: name }, `${name} does not answer: PostgreSQL searches`);
    ready = false;
    later();
  };
  const run = async <Value>(ask: (engine: SearchEngine) => Promise<Value>): Promise<Value> => {
    if (!ready) {
      if (!timer) void probe();
      return ask(own);
    }
    try {
      return await ask(outside);
    } catch (error) {
      if (isAppError(error)) throw error;
      failed(error);
      return ask(own);
    }
  };
  return {
    search: (request) => run((engine) => engine.search(request)),
    suggest: (request) => run((engine) => engine.suggest(request)),
    correct: (words, locale) => run((engine) => engine.correct(words, locale)),
    state: () => (ready ? 'outside' : 'fallback'),
    probe,
    failed,
    close: () => {
      closed = true;
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
