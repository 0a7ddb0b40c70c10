/** The end of an axis: 1, 2 or 5 with zeros, not below the highest figure; half of it is a whole number of minor units. */
export function niceTop(highest: number): number {
  if (highest <= 100) return 100;
  const power = 10 ** Math.floor(Math.log10(highest));
  return (highest <= power ? 1 : highest <= 2 * power ? 2 : highest <= 5 * power ? 5 : 10) * power;
}
