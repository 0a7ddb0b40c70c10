import { AppError } from '@mallhive/kernel';

/** Thrown when none of the wanted units can be added; `available` is how many could be in the cart in all. */
export const stockInsufficient = (available: number) =>
  new AppError(
    'unprocessable',
    'stock_insufficient',
    available > 0 ? `Only ${available} can be bought right now.` : 'This is sold out right now.',
    { details: { available } },
  );

/** Thrown when the variant does not exist or is not on sale any more. */
export const variantUnavailable = () =>
  new AppError('not_found', 'variant_unavailable', 'This product is not on sale any more.');

/** Thrown when a seller names stock that is not theirs, whether it exists or not. */
export const stockNotFound = () =>
  new AppError('not_found', 'stock_not_found', 'There is no such product in your shop.');

/** Thrown when a count is lower than what shoppers in checkout already hold. */
export const stockIsReserved = (reserved: number) =>
  new AppError(
    'conflict',
    'stock_reserved',
    `${reserved} of these are reserved by orders being paid right now. Try again in a while.`,
    { details: { reserved } },
  );

/** Thrown when the caller does not belong to the seller organisation, whether it exists or not. */
export const notAMember = () =>
  new AppError('forbidden', 'not_a_member', 'You do not belong to this seller organisation.');

/** Thrown for a line of a checkout that is not a positive number of units. */
export const reservationInvalid = () =>
  new AppError('bad_request', 'reservation_invalid', 'Every line needs a positive quantity and a variant of its own.');
