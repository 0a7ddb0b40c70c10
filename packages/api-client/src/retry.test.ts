import { expect, test } from 'vitest';
import { shouldRetry } from './retry.ts';

const answered = (httpStatus: number) => Object.assign(new Error(), { data: { httpStatus } });

test.each([
  ['no answer', new TypeError('fetch failed'), true],
  ['503', answered(503), true],
  ['404', answered(404), false],
  ['401', answered(401), false],
  ['429', answered(429), false],
])('%s', (_, error, expected) => {
  expect(shouldRetry(0, error)).toBe(expected);
  expect(shouldRetry(2, error)).toBe(false);
});
