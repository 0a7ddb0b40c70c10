import { describe, expect, it } from 'vitest';
import { compared, type Figure, holds, table } from './figures.ts';

const figure = (over: Partial<Figure>): Figure => ({
  name: 'reads',
  value: 40,
  unit: '/s',
  reference: { name: 'bare', value: 80 },
  target: { atLeast: 0.4 },
  ...over,
});

describe('figures', () => {
  it('compares the ratio where there is a reference, the value where there is none', () => {
    expect(compared(figure({}))).toBe(0.5);
    expect(compared(figure({ reference: null }))).toBe(40);
  });

  it.each([
    [{ atLeast: 0.5 }, true],
    [{ atLeast: 0.51 }, false],
    [{ atMost: 0.5 }, true],
    [{ atMost: 0.49 }, false],
  ])('%j holds: %s', (target, expected) => {
    expect(holds(figure({ target }))).toBe(expected);
  });

  it('marks in the table what does not hold', () => {
    const [head, good, bad] = table([figure({}), figure({ target: { atLeast: 0.9 } })]).split('\n');
    expect(head).toContain('wanted');
    expect(good).toMatch(/^✓ .*0\.50 .*≥ 0\.4$/);
    expect(bad).toMatch(/^✗ .*≥ 0\.9$/);
  });
});
