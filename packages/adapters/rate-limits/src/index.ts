export { createMemoryRateLimiter } from './memory-rate-limiter.ts';
export { createRedisRateLimiter } from './redis-rate-limiter.ts';
