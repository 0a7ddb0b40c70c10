/** Runs work that nobody waits for: a few at once, the others in the order they came. */
export type Lane = <Value>(work: () => Promise<Value>) => Promise<Value>;

export function createLane(width: number): Lane & { empty(): Promise<void> } {
  const waiting: (() => void)[] = [];
  const running = new Set<Promise<unknown>>();
  const lane = async <Value>(work: () => Promise<Value>): Promise<Value> => {
    if (running.size >= width) await new Promise<void>((resolve) => waiting.push(resolve));
    const run = work();
    const settled = run.then(
      () => undefined,
      () => undefined,
    );
    running.add(settled);
    await settled;
    running.delete(settled);
    waiting.shift()?.();
    return run;
  };
  return Object.assign(lane, {
    /** Resolves when everything that was begun is done. */
    async empty() {
      while (running.size > 0) await Promise.all(running);
    },
  });
}
