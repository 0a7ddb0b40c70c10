import { NodeHttpHandler } from '@smithy/node-http-handler';

export interface AwsOptions {
  region?: string | undefined;
  /** Another address than AWS's own, for tests and private endpoints. */
  endpoint?: string | undefined;
  /** How long a call may take, milliseconds; ten seconds by default. */
  timeoutMs?: number | undefined;
}

/** Credentials come from the SDK's usual chain. */
export function clientOptions({ region, endpoint, timeoutMs = 10_000 }: AwsOptions) {
  return {
    ...(region && { region }),
    ...(endpoint && { endpoint }),
    maxAttempts: 3,
    // HTTP/1.1 for all: the client of Kinesis would speak HTTP/2, which one connection for a batch a second gains nothing by.
    requestHandler: new NodeHttpHandler({
      connectionTimeout: 3_000,
      requestTimeout: timeoutMs,
      throwOnRequestTimeout: true,
    }),
  };
}
