import { describe, expect, it } from 'vitest';
import { labelEvery, linePath, niceScale } from './chart-scale.ts';

describe('niceScale', () => {
  it('survives nothing to draw', () => {
    expect(niceScale(0)).toEqual({ top: 1, step: 1 });
    expect(niceScale(Number.NaN)).toEqual({ top: 1, step: 1 });
  });
  it.each([1, 7, 23, 99, 1234, 0.4, 88_000])('covers %d with two to five steps', (maximum) => {
    const { top, step } = niceScale(maximum);
    expect(top).toBeGreaterThanOrEqual(maximum);
    expect(Math.round(top / step)).toBeGreaterThanOrEqual(2);
    expect(Math.round(top / step)).toBeLessThanOrEqual(5);
  });
});

it('thins out labels', () => {
  expect(labelEvery(7, 8)).toBe(1);
  expect(labelEvery(30, 8)).toBe(4);
});

it('draws from the bottom left to the top right', () => {
  expect(linePath([0, 10], 100, 50, 10)).toBe('M0 50L100 0');
  expect(linePath([5], 100, 50, 10)).toBe('M0 25');
});
