import { expect, test } from 'vitest';
import { idSchema, newId } from './ids.ts';

test('a hundred thousand ids: all valid, all different, in the order in which they were made', () => {
  const start = Date.now();
  // As fast as they can be made is more than a counter of one millisecond holds; 20 per millisecond is not.
  const ids = Array.from({ length: 100_000 }, (_, index) => newId(start + Math.floor(index / 20)));
  expect(new Set(ids).size).toBe(ids.length);
  expect([...ids].sort()).toEqual(ids);
  expect(ids.filter((id, index) => index % 997 === 0 && !idSchema.safeParse(id).success)).toEqual([]);
  expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('the first 48 bits are the time', () => {
  expect(Number.parseInt(newId(1_700_000_000_123).replace('-', '').slice(0, 12), 16)).toBe(1_700_000_000_123);
});

test('ids of one moment, more than the counter holds, are still different', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => newId(5))).size).toBe(10_000);
});
