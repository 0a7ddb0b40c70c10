/** `12.5` as basis points; null when it is not a share of at most the whole. */
export function parseShare(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(text.trim().replace(/\s*%$/, ''));
  if (!match) return null;
  const basisPoints = Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
  return basisPoints <= 10_000 ? basisPoints : null;
}

/** `12.5 %`. */
export const shareText = (basisPoints: number): string => `${Number((basisPoints / 100).toFixed(2))} %`;

/** Parts of a whole as whole per cents that add up to 100; nothing below zero is drawn. */
export function barOf(amounts: readonly number[]): number[] {
  const drawn = amounts.map((amount) => Math.max(0, amount));
  const whole = drawn.reduce((sum, amount) => sum + amount, 0);
  if (whole === 0) return amounts.map(() => 0);
  let before = 0;
  let upTo = 0;
  return drawn.map((amount) => {
    upTo += amount;
    const here = Math.round((upTo / whole) * 100);
    const percent = here - before;
    before = here;
    return percent;
  });
}
