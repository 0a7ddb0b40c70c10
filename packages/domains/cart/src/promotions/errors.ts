import { AppError, type Money } from '@mallhive/kernel';
import type { NotApplied } from './promotion.ts';

const messages: Record<NotApplied | 'unknown' | 'too_many', string> = {
  unknown: 'We do not know this code.',
  too_many: 'There are five codes in this cart already.',
  not_started: 'This code cannot be used yet.',
  ended: 'This code has ended.',
  used_up: 'This code has been used up.',
  used_by_customer: 'You have used this code already.',
  currency: 'This code does not hold in this currency.',
  no_such_goods: 'This code is for other products.',
  minimum: 'Your cart does not reach the minimum of this code.',
  not_combinable: 'This code cannot be combined with another one in your cart.',
  no_effect: 'This code does not make this cart cheaper.',
};

/** Thrown when a code is not taken; the reason of the error is `coupon_` and why. `minimum` is what the goods it is for must cost. */
export const couponRefused = (why: keyof typeof messages, details: { minimum?: Money | null } = {}) =>
  new AppError('unprocessable', `coupon_${why}`, messages[why], { details });

/** Thrown when a code is given and there is nothing to buy. */
export const couponWithoutCart = () => new AppError('unprocessable', 'cart_empty', 'Your cart is empty.');

/** Thrown when a promotion is not the caller's, whether it exists or not. */
export const promotionNotFound = () => new AppError('not_found', 'promotion_not_found', 'There is no such promotion.');

/** Thrown when somebody else changed it in the meantime. */
export const promotionChanged = (version: number) =>
  new AppError('conflict', 'promotion_changed', 'Somebody changed this promotion meanwhile. Look at it again.', {
    details: { version },
  });

/** Thrown when a code means another promotion already. */
export const codeTaken = (codes: string[]) =>
  new AppError('conflict', 'code_taken', `Already in use: ${codes.join(', ')}`, { details: { codes } });

/** Thrown when a limit is lower than the uses there are. */
export const limitBelowUses = (used: number) =>
  new AppError('unprocessable', 'limit_below_uses', `It was used ${used} times already.`, { details: { used } });

/** Thrown when there are as many promotions as there may be. */
export const promotionLimit = () =>
  new AppError('unprocessable', 'promotion_limit', 'At most 200 promotions. Archive one first.');
