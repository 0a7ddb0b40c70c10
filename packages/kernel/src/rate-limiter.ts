import { AppError } from './app-error.ts';

/** At most `limit` takes of one key in `windowSeconds`; the window begins with the first take. */
export interface RateLimitRule {
  limit: number;
  windowSeconds: number;
}

export interface RateLimitAnswer {
  allowed: boolean;
  /** Takes left in this window. */
  remaining: number;
  /** Until the window ends; 0 while takes are left. */
  retryAfterSeconds: number;
}

/** Counts attempts. Adapters: this process's memory, or Redis for several processes. */
export interface RateLimiter {
  /** Counts one attempt of `key` and says whether it may go on. Keys of different rules must differ. Never throws. */
  take(key: string, rule: RateLimitRule): Promise<RateLimitAnswer>;
  /** Forgets the attempts of a key, as after a success. */
  reset(key: string, rule: RateLimitRule): Promise<void>;
}

/** Thrown when a limiter said no; HTTP answers 429 with Retry-After. */
export const tooManyRequests = ({ retryAfterSeconds }: Pick<RateLimitAnswer, 'retryAfterSeconds'>): AppError =>
  new AppError('rate_limited', 'too_many_requests', 'Too many attempts. Please wait a moment and try again.', {
    details: { retryAfterSeconds },
  });
