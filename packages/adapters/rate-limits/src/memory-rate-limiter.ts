import type { RateLimiter } from '@mallhive/kernel';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { limitersByRule } from './limiters-by-rule.ts';

/** Counts in this process; gone with it. */
export function createMemoryRateLimiter(): RateLimiter {
  return limitersByRule(
    ({ limit, windowSeconds }, keyPrefix) =>
      new RateLimiterMemory({ points: limit, duration: windowSeconds, keyPrefix }),
  );
}
