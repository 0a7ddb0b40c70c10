/** What the API says about a refusal; null for everything that is not one (no network, a fault). */
export interface Refusal {
  reason: string;
  message: string;
  details: Record<string, unknown>;
}

export function refusalOf(error: unknown): Refusal | null {
  if (!(error instanceof Error) || !('data' in error)) return null;
  const data = error.data as { reason?: unknown; details?: unknown } | null | undefined;
  if (typeof data?.reason !== 'string' || data.reason === 'internal') return null;
  const details = typeof data.details === 'object' && data.details !== null ? data.details : {};
  return { reason: data.reason, message: error.message, details: details as Record<string, unknown> };
}
