const dayMs = 86_400_000;

/** `YYYY-MM-DD`, so many days later. */
export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * dayMs).toISOString().slice(0, 10);

/** How many days, both ends counted. */
const lengthOf = ({ from, to }: { from: string; to: string }): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / dayMs) + 1;

/** As many days, right before. */
export function periodBefore(period: { from: string; to: string }): { from: string; to: string } {
  return { from: addDays(period.from, -lengthOf(period)), to: addDays(period.from, -1) };
}

export const daysOf = (period: { from: string; to: string }): string[] =>
  Array.from({ length: lengthOf(period) }, (_, index) => addDays(period.from, index));
