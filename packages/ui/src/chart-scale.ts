/** A round step of 1, 2, 2.5 or 5 times a power of ten, so that about `ticks` of them reach `maximum`. */
export function niceScale(maximum: number, ticks = 4): { top: number; step: number } {
  if (!(maximum > 0)) return { top: 1, step: 1 };
  const rough = maximum / ticks;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find((factor) => factor * power >= rough) ?? 10) * power;
  return { top: Math.ceil(maximum / step) * step, step };
}

/** Which labels of the x axis are shown so that at most `maximum` of them stand. */
export function labelEvery(count: number, maximum: number): number {
  return Math.max(1, Math.ceil(count / maximum));
}

/** An SVG path through the values, left to right over `width`, 0 at `height`. */
export function linePath(values: number[], width: number, height: number, top: number): string {
  const step = values.length > 1 ? width / (values.length - 1) : 0;
  return values
    .map((value, index) => {
      const x = Math.round(index * step * 100) / 100;
      const y = Math.round((height - (value / top) * height) * 100) / 100;
      return `${index === 0 ? 'M' : 'L'}${x} ${y}`;
    })
    .join('');
}
