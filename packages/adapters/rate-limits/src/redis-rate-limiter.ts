import type { RateLimiter } from '@mallhive/kernel';
import { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible';
import { limitersByRule } from './limiters-by-rule.ts';

export interface RedisRateLimiterOptions {
  /** `redis://` or `rediss://`. */
  url: string;
  /** Told when the server is lost and when it is back. */
  onState(state: 'lost' | 'ready', error?: Error): void;
}

/**
 * Counts in Redis, for all processes together; every take is one round trip. While the server is away each process
 * counts for itself, so that an outage neither locks people out nor opens the door.
 */
export function createRedisRateLimiter({
  url,
  onState,
}: RedisRateLimiterOptions): RateLimiter & { close(): Promise<void> } {
  const redis = new Redis(url, {
    // A command that cannot be sent now fails now: the memory takes over instead of the shopper waiting.
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: 500,
    connectTimeout: 2_000,
    retryStrategy: (times) => Math.min(times * 200, 5_000),
  });
  let lost = false;
  redis.on('error', (error: Error) => {
    if (!lost) onState('lost', error);
    lost = true;
  });
  redis.on('ready', () => {
    if (lost) onState('ready');
    lost = false;
  });

  const limiter = limitersByRule(({ limit, windowSeconds }, prefix) => {
    const rule = { points: limit, duration: windowSeconds, keyPrefix: `mallhive:limit:${prefix}` };
    return new RateLimiterRedis({ ...rule, storeClient: redis, insuranceLimiter: new RateLimiterMemory(rule) });
  });
  return {
    ...limiter,
    close: async () => {
      redis.disconnect();
    },
  };
}
