import { createHash } from 'node:crypto';

/** What a person is called in uses of promotions. */
export const userKey = (userId: string): string => `user:${userId}`;
/** The address itself is never kept. */
export const emailKey = (email: string): string =>
  `email:${createHash('sha256').update(email.trim().toLowerCase()).digest('hex')}`;
