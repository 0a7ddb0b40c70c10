/** `part` of `whole` as a share of `amount`, rounded half up; exact however large the amounts are. */
export function shareOf(amount: number, part: number, whole: number): number {
  if (whole === 0) return 0;
  const [a, p, w] = [BigInt(amount), BigInt(part), BigInt(whole)];
  return Number((2n * a * p + w) / (2n * w));
}

/** `amount` over `weights` (≥ 0, together at least `amount`): none gets more than its weight, and not a cent is lost. */
export function splitBy(amount: number, weights: readonly number[]): number[] {
  let left = amount;
  let whole = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => {
    const part = shareOf(left, weight, whole);
    left -= part;
    whole -= weight;
    return part;
  });
}
