import { expect, it } from 'vitest';
import { barOf, parseShare, shareText } from './share.ts';

it('reads shares as people type them and refuses what is none', () => {
  expect(['10', '12.5', '12,5 %', '0', '100'].map(parseShare)).toEqual([1_000, 1_250, 1_250, 0, 10_000]);
  expect(['', '-1', '101', '1.234', 'ten', '100.01'].map(parseShare)).toEqual(Array(6).fill(null));
  expect([1_000, 1_250, 5].map(shareText)).toEqual(['10 %', '12.5 %', '0.05 %']);
});

it('draws parts that add up to the whole, and nothing for what is owed', () => {
  expect(barOf([1, 1, 1])).toEqual([33, 34, 33]);
  expect(barOf([-5, 10, 0])).toEqual([0, 100, 0]);
  expect(barOf([0, 0, 0])).toEqual([0, 0, 0]);
});
