/** So many equal weekdays before a day say what is usual; with fewer than the least nothing is said. */
const weeks = { most: 8, least: 4 };
/** Robust standard deviations from the usual. */
const far = 3.5;
/** Turns a median absolute deviation into a standard deviation of a normal distribution. */
const scale = 1.4826;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

export interface Usual {
  usual: number | null;
  unusual: 'high' | 'low' | null;
}

/**
 * Marks days that are far from what their weekday brought in the eight weeks before: further from its median than 3.5 robust
 * deviations (1.4826 × MAD), and by at least a fifth of it, so that a shop that sells the same every week is not marked for
 * pennies. `values` is one a day without gaps.
 */
export function findUnusual(values: readonly number[]): Usual[] {
  return values.map((value, index) => {
    const before: number[] = [];
    for (let week = 1; week <= weeks.most && index - week * 7 >= 0; week += 1)
      before.push(values[index - week * 7] ?? 0);
    if (before.length < weeks.least) return { usual: null, unusual: null };
    const usual = median(before);
    const deviation = scale * median(before.map((other) => Math.abs(other - usual)));
    const distance = Math.abs(value - usual);
    const stands = usual > 0 && distance > far * deviation && distance >= usual / 5;
    return { usual: Math.round(usual), unusual: stands ? (value > usual ? 'high' : 'low') : null };
  });
}
