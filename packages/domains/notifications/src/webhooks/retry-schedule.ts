const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** What is waited before each try; after the last one a delivery has failed. Three days altogether. */
export const waits = [
  0,
  5 * second,
  5 * minute,
  30 * minute,
  2 * hour,
  5 * hour,
  10 * hour,
  14 * hour,
  20 * hour,
  24 * hour,
] as const;

/** An address that takes nothing for so long is switched off. */
export const disableAfterMs = 72 * hour;

/** When to try again after `tries` tries; null: not at all. Up to a tenth sooner or later, so that not all come back at once. */
export function nextTry(tries: number, now: Date, random: () => number = Math.random): Date | null {
  const wait = waits[tries];
  return wait === undefined ? null : new Date(now.getTime() + wait * (0.9 + random() * 0.2));
}
