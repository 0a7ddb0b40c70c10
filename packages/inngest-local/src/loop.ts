export interface Loop {
  /** Run again as soon as possible; at once when it is idle, once more when it is running. */
  wake(): void;
  /** Runs no more; settles when a run under way has ended. */
  stop(): Promise<void>;
}

/**
 * Runs `work` again and again: when woken, and after the milliseconds that it returns (at most `idleMs`). Woken after a
 * rest it runs at once; under load the runs begin `paceMs` apart, so that each finds more to do.
 */
export function startLoop(options: {
  idleMs: number;
  paceMs?: number;
  work: () => Promise<number | undefined>;
  onError: (error: unknown) => void;
}): Loop {
  let stopped = false;
  let running: Promise<void> | undefined;
  let woken = false;
  let timer: NodeJS.Timeout | undefined;

  let startedAt = Number.NEGATIVE_INFINITY;

  async function run(): Promise<void> {
    woken = false;
    startedAt = performance.now();
    let delay: number | undefined;
    try {
      delay = await options.work();
    } catch (error) {
      options.onError(error);
    }
    running = undefined;
    if (stopped) return;
    if (woken) startInPace();
    else timer = setTimeout(start, Math.max(1, Math.min(options.idleMs, delay ?? options.idleMs)));
  }

  function startInPace(): void {
    const early = startedAt + (options.paceMs ?? 0) - performance.now();
    clearTimeout(timer);
    if (early <= 0) start();
    else timer = setTimeout(start, early);
  }

  function start(): void {
    clearTimeout(timer);
    if (!running && !stopped) running = run();
  }

  timer = setTimeout(start, 0);
  return {
    wake() {
      woken = true;
      startInPace();
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
