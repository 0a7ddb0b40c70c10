import { AppError } from '@mallhive/kernel';

/** Thrown for the money of an organisation that the caller does not belong to. */
export const notAMember = () => new AppError('forbidden', 'not_a_member', 'You do not belong to this organisation.');

/** Thrown when the caller's role in the organisation does not reach. */
export const roleTooLow = () => new AppError('forbidden', 'role_too_low', 'Your role does not allow this.');

/** Thrown when somebody else asks for what administrators do. */
export const administratorsOnly = () =>
  new AppError('forbidden', 'administrators_only', 'Only administrators may do this.');

/** Thrown for an account number whose check digits are wrong. */
export const ibanInvalid = () => new AppError('unprocessable', 'iban_invalid', 'This is not a valid IBAN.');

/** Thrown for a way of payout that no provider offers. */
export const methodUnknown = () =>
  new AppError('unprocessable', 'payout_method_unknown', 'This way of payout is not offered.');

/** Thrown when the provider does not pay out to this account. */
export const accountNotReady = () =>
  new AppError('unprocessable', 'account_not_ready', 'The provider does not pay out to this account.');

/** Thrown when a way of payout is changed to without saying where the money should go. */
export const destinationMissing = () =>
  new AppError('unprocessable', 'destination_missing', 'Say where the money should go.');

/** Thrown when there is nothing to hand to the bank. */
export const nothingPlanned = () => new AppError('conflict', 'nothing_planned', 'There is nothing to pay out.');

/** Thrown for a payout, file or statement that does not exist. */
export const payoutNotFound = () => new AppError('not_found', 'payout_not_found', 'This does not exist.');

/** Thrown when a payout has ended, or is at a provider whose answer is still out. */
export const payoutSettled = () =>
  new AppError('conflict', 'payout_settled', 'This payout cannot be changed any more.');
