const maximumRetries = 2;

/** The HTTP status of an answer of the API; null when there was no answer. */
export function statusOf(error: unknown): number | null {
  const data = (error as { data?: { httpStatus?: unknown } | null } | null)?.data;
  return typeof data?.httpStatus === 'number' ? data.httpStatus : null;
}

/** Reads are tried again when the network or the server failed, never when the server said no. Writes are not: see `queryDefaults`. */
export function shouldRetry(failures: number, error: unknown): boolean {
  if (failures >= maximumRetries) return false;
  const status = statusOf(error);
  return status === null || status >= 500;
}

/** 0.4 s, 0.8 s, with some chance so that many browsers do not come back at once. */
export function retryDelay(failures: number): number {
  return 400 * 2 ** failures * (0.75 + Math.random() / 2);
}
