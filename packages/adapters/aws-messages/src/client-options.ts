export interface AwsOptions {
  region?: string | undefined;
  /** Another address than AWS's own, for tests and private endpoints. */
  endpoint?: string | undefined;
  /** How long a call may take, milliseconds; ten seconds by default. */
  timeoutMs?: number | undefined;
}

/** Credentials come from the SDK's usual chain. Throttling is repeated by the SDK, twice: what fails then waits for its next attempt. */
export function clientOptions({ region, endpoint, timeoutMs = 10_000 }: AwsOptions) {
  return {
    ...(region && { region }),
    ...(endpoint && { endpoint }),
    maxAttempts: 3,
    requestHandler: { connectionTimeout: 3_000, requestTimeout: timeoutMs, throwOnRequestTimeout: true },
  };
}
