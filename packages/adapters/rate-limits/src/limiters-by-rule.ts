import type { RateLimitAnswer, RateLimiter, RateLimitRule } from '@mallhive/kernel';
import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';

const answer = (result: RateLimiterRes, allowed: boolean): RateLimitAnswer => ({
  allowed,
  remaining: Math.max(0, result.remainingPoints),
  retryAfterSeconds: allowed ? 0 : Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
});

/** The library has one limiter a rule; we have few rules and keep one limiter for each. */
export function limitersByRule(create: (rule: RateLimitRule, prefix: string) => RateLimiterAbstract): RateLimiter {
  const limiters = new Map<string, RateLimiterAbstract>();
  function limiterFor(rule: RateLimitRule): RateLimiterAbstract {
    const prefix = `${rule.limit}/${rule.windowSeconds}`;
    const known = limiters.get(prefix);
    if (known) return known;
    const made = create(rule, prefix);
    limiters.set(prefix, made);
    return made;
  }
  return {
    async take(key, rule) {
      try {
        return answer(await limiterFor(rule).consume(key), true);
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return answer(refusal, false);
        throw refusal;
      }
    },
    async reset(key, rule) {
      await limiterFor(rule).delete(key);
    },
  };
}
