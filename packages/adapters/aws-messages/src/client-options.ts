import { setTimeout } from 'node:timers/promises';

export interface AwsOptions {
  region?: string | undefined;
  /** Another address than AWS's own, for tests and private endpoints. */
  endpoint?: string | undefined;
  /** How long a call may take, milliseconds; ten seconds by default. */
  timeoutMs?: number | undefined;
}

/** Credentials come from the SDK's usual chain. It repeats nothing: of a call without an answer nobody knows what became. */
export function clientOptions({ region, endpoint, timeoutMs = 10_000 }: AwsOptions) {
  return {
    ...(region && { region }),
    ...(endpoint && { endpoint }),
    maxAttempts: 1,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: timeoutMs, throwOnRequestTimeout: true },
  };
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** Throttled is certainly not sent: tried twice more, shortly after. */
export async function unlessThrottled<Value>(send: () => Promise<Value>): Promise<Value> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send();
    } catch (error) {
      if (attempt === 3 || !/^(Throttl|TooManyRequests)/.test(nameOf(error))) throw error;
      await setTimeout(100 * 2 ** attempt * (0.5 + Math.random()));
    }
  }
}

/** The call left and no answer came: it may have been sent. A connection that was never made is not among these. */
export function leavesUnclear(error: unknown): boolean {
  const text = error instanceof Error ? error.message : '';
  return (nameOf(error) === 'TimeoutError' && !/connect/i.test(text)) || /ECONNRESET|socket hang up/.test(text);
}
