/**
 * Shares `amount` out over `weights`, whole units, by the largest remainder: the shares add up to the amount exactly, and none is
 * larger than its weight. `amount` may be at most the sum of the weights. Equal remainders: the earlier one.
 */
export function shareOut(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  if (amount <= 0 || sum <= 0) return weights.map(() => 0);
  const whole = BigInt(sum);
  const shares = weights.map((weight, index) => {
    // Exact also where the product of two amounts is not: an amount may be as large as an int of the database.
    const product = BigInt(amount) * BigInt(weight);
    return { index, share: Number(product / whole), rest: product % whole };
  });
  let left = amount - shares.reduce((total, { share }) => total + share, 0);
  const byRest = shares.toSorted((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1));
  for (const share of byRest) {
    if (left === 0) break;
    share.share += 1;
    left -= 1;
  }
  return shares.map(({ share }) => share);
}
