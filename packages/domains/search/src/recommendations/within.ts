/** The page waits no longer than this for recommendations. */
export const patienceMs = 250;

/** What `work` answers in time; what `otherwise` answers when it is late or fails. `signal` is aborted when it is late. */
export async function within<Value>(
  work: (signal: AbortSignal) => Promise<Value>,
  otherwise: (reason: unknown) => Value | Promise<Value>,
  limitMs: number = patienceMs,
): Promise<Value> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`No recommendations within ${limitMs} ms`);
      controller.abort(error);
      reject(error);
    }, limitMs);
  });
  try {
    const working = work(controller.signal);
    // Nobody listens any more when it fails after its time.
    working.catch(() => undefined);
    return await Promise.race([working, late]);
  } catch (error) {
    return otherwise(error);
  } finally {
    clearTimeout(timer);
  }
}
