const dayMs = 86_400_000;
const isDay = /^\d{4}-\d{2}-\d{2}$/;

export const presets = [7, 30, 90, 365] as const;
export interface Period {
  from: string;
  to: string;
}

const dayOf = (time: number) => new Date(time).toISOString().slice(0, 10);

/** The last so many days up to today, UTC. */
export const lastDays = (days: number, now: number): Period => ({
  from: dayOf(now - (days - 1) * dayMs),
  to: dayOf(now),
});

export function isPeriod({ from, to }: Period): boolean {
  if (!isDay.test(from) || !isDay.test(to)) return false;
  const days = (Date.parse(to) - Date.parse(from)) / dayMs;
  return days >= 0 && days < 1_096;
}

/** What the address says; the last 30 days when that is no period. */
export function periodOf(values: { days: string; from: string; to: string }, now: number): Period {
  if (isPeriod(values)) return { from: values.from, to: values.to };
  return lastDays(presets.find((days) => String(days) === values.days) ?? 30, now);
}

export interface Point {
  /** The first day of it. */
  key: string;
  label: string;
  now: number;
  before: number;
  unusual: boolean;
}

/** At most so many points: days are put together to weeks of seven from the first day. */
export function toPoints(
  days: readonly { day: string; net: number; netBefore: number; unusual: string | null }[],
  label: (day: string) => string,
): Point[] {
  const size = days.length > 120 ? 7 : 1;
  return Array.from({ length: Math.ceil(days.length / size) }, (_, index) => {
    const own = days.slice(index * size, (index + 1) * size);
    const key = own[0]?.day ?? '';
    return {
      key,
      label: label(key),
      now: own.reduce((sum, { net }) => sum + net, 0),
      before: own.reduce((sum, { netBefore }) => sum + netBefore, 0),
      unusual: own.some(({ unusual }) => unusual !== null),
    };
  });
}
