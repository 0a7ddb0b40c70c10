import autocannon from 'autocannon';

export interface LoadResult {
  perSecond: number;
  p95: number;
}

/** Requests per second of one address with `connections` kept open. Throws when an answer is not 200: a fast error is no result. */
export async function load(url: string, options: { seconds: number; connections: number }): Promise<LoadResult> {
  await run(url, { ...options, seconds: 2 });
  return run(url, options);
}

async function run(
  url: string,
  { seconds, connections }: { seconds: number; connections: number },
): Promise<LoadResult> {
  const result = await autocannon({ url, duration: seconds, connections, headers: { 'accept-encoding': 'identity' } });
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url} answered ${result.non2xx} times with an error and failed ${result.errors} times`);
  return { perSecond: result.requests.average, p95: result.latency.p97_5 };
}

/** The larger of alternating runs of each side, so that a noisy moment does not decide. */
export async function compare(
  ours: string,
  theirs: string,
  options: { seconds: number; connections: number; rounds: number },
) {
  const best = { ours: 0, theirs: 0 };
  for (let round = 0; round < options.rounds; round += 1) {
    best.theirs = Math.max(best.theirs, (await load(theirs, options)).perSecond);
    best.ours = Math.max(best.ours, (await load(ours, options)).perSecond);
  }
  return best;
}
