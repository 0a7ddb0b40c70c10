import { AppError } from '@mallhive/kernel';

/** Runs a few tasks at a time, and refuses when too many wait: a queue nobody will live to see the end of helps nobody. */
export interface Limiter {
  run<Value>(task: () => Promise<Value>): Promise<Value>;
  readonly idle: boolean;
}

export function createLimiter(atOnce: number, waitingAtMost: number): Limiter {
  const waiting: (() => void)[] = [];
  let running = 0;
  const release = (): void => {
    running -= 1;
    waiting.shift()?.();
  };
  return {
    get idle() {
      return running === 0;
    },
    run: async (task) => {
      if (running >= atOnce) {
        if (waiting.length >= waitingAtMost)
          throw new AppError('unavailable', 'media_busy', 'Too many pictures are being drawn. Try again in a moment.');
        await new Promise<void>((resolve) => waiting.push(resolve));
      }
      running += 1;
      try {
        return await task();
      } finally {
        release();
      }
    },
  };
}
