import { AppError } from '@mallhive/kernel';

/** Thrown for a code that no card has, mistyped or never given out, and for a card that cannot be used any more. */
export const giftCardUnknown = () =>
  new AppError('not_found', 'gift_card_unknown', 'We do not know this gift card. Please check its code.');

/** Thrown when a card or a person's credit has less than what was agreed on, or is in another currency. Look again. */
export const instrumentShort = () =>
  new AppError(
    'conflict',
    'balance_changed',
    'The balance of a gift card or of your credit has changed. Please look again.',
  );

/** Thrown when more would be given than the order costs. */
export const coversTooMuch = () =>
  new AppError('unprocessable', 'covers_too_much', 'This is more than the order costs.');

/** Thrown when somebody without an account wants to pay with credit. */
export const creditNeedsAccount = () =>
  new AppError('unprocessable', 'credit_needs_account', 'Please sign in to use your credit.');

/** Thrown for a gift card that would end before it begins. */
export const expiryPast = () => new AppError('unprocessable', 'expiry_past', 'This day is over already.');

/** Thrown when a card is to be blocked that has ended, or one opened that is not blocked. */
export const notBlockable = () => new AppError('conflict', 'gift_card_ended', 'This gift card has ended.');

/** Thrown when nobody has an account with this address. */
export const personUnknown = () =>
  new AppError('not_found', 'person_unknown', 'Nobody has an account with this address.');
