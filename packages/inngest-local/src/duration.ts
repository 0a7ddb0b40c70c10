const units: Record<string, number> = {
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

/** `1d2h30m`, `45s`, `500ms`; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  if (!/^(\d+(\.\d+)?(ms|[smhdw]))+$/.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)(ms|[smhdw])/g)) {
    total += Number(amount) * (units[unit ?? ''] ?? 0);
  }
  return total;
}

/** The moment that a duration or an ISO date names, seen from `now`; a text that names none is due at once. */
export function parseMoment(text: string, now: number): Date {
  const duration = parseDuration(text);
  if (duration !== undefined) return new Date(now + duration);
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? new Date(now) : date;
}

/** `Retry-After`: seconds, an ISO date or an HTTP date. */
export function parseRetryAfter(text: string | undefined, now: number): Date | undefined {
  if (!text) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return new Date(now + Number(text) * 1_000);
  const date = new Date(text);
  return Number.isNaN(date.getTime()) ? undefined : date;
}
