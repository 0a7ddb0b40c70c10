import { AppError, isAppError } from '@mallhive/kernel';
import { cartLimits } from './cart-store.ts';

/** Thrown when none of the wanted units can be added; `available` is how many could be in the cart in all. */
export const stockInsufficient = (available: number) =>
  new AppError(
    'unprocessable',
    'stock_insufficient',
    available > 0 ? `Only ${available} can be bought right now.` : 'This is sold out right now.',
    { details: { available } },
  );

/** Thrown when one more line would be more than a cart may have. */
export const cartFull = () =>
  new AppError('unprocessable', 'cart_full', `A cart holds at most ${cartLimits.lines} different things.`, {
    details: { maximum: cartLimits.lines },
  });

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

/** Thrown when the role in the organisation does not include the change. */
export const roleTooLow = () =>
  new AppError('forbidden', 'role_too_low', 'Ask an owner or manager of your organisation to do this.');

/** Thrown when less would be left than nothing. */
export const stockNegative = () => new AppError('unprocessable', 'stock_negative', 'There are not that many there.');

/** Thrown when a count of all locations is lower than what the other locations hold. */
export const stockElsewhere = (elsewhere: number) =>
  new AppError('unprocessable', 'stock_elsewhere', `${elsewhere} of these are at other locations. Change them there.`, {
    details: { elsewhere },
  });

/** Thrown when stock or promises are given to a bundle: it has those of its parts. */
export const stockOfBundle = () =>
  new AppError(
    'conflict',
    'stock_of_bundle',
    'This is a bundle: it has no stock of its own. Change the stock of its parts.',
  );

/** Thrown when a bundle would be part of a bundle. */
export const bundleNested = () =>
  new AppError('conflict', 'bundle_nested', 'A bundle cannot be part of another bundle.');

/** Thrown when what has stock of its own, or is sold on backorder, is made a bundle. */
export const bundleHasStock = () =>
  new AppError(
    'conflict',
    'bundle_has_stock',
    'This has stock of its own or is on backorder. Set both to nothing first.',
  );

/** Thrown when more would be there than the shop can count. */
export const stockTooMany = () => new AppError('unprocessable', 'stock_too_many', 'At most 1,000,000 of one product.');

/** Thrown when stock is put into a location that is closed. */
export const locationClosed = () => new AppError('unprocessable', 'location_closed', 'This location is closed.');

/** Thrown when fewer units are free at a location than are to be moved from it. */
export const stockLacking = (available: number) =>
  new AppError('unprocessable', 'stock_lacking', `Only ${available} can be moved.`, { details: { available } });

/** Thrown when a location is not the seller's, whether it exists or not. */
export const locationNotFound = () => new AppError('not_found', 'location_not_found', 'There is no such location.');

/** Thrown when another location of the seller has the name. */
export const locationNameTaken = () =>
  new AppError('conflict', 'location_name_taken', 'Another location has this name.');

/** Thrown when a location that still holds units is closed. */
export const locationHoldsStock = () =>
  new AppError('conflict', 'location_holds_stock', 'Move its stock to another location first.');

/** Thrown when the main location is closed. */
export const locationIsMain = () =>
  new AppError('conflict', 'location_is_main', 'The main location cannot be closed. You can rename it.');

/** Thrown when a seller has as many locations as there may be. */
export const locationLimit = () => new AppError('conflict', 'location_limit', 'At most 50 locations.');

/** Thrown when a wishlist has as many things as there may be. */
export const wishlistFull = (maximum: number) =>
  new AppError('conflict', 'wishlist_full', `A wishlist holds at most ${maximum} things.`, { details: { maximum } });

/** Thrown when a thing to be moved into the cart is not on the caller's list. */
export const wishNotFound = () => new AppError('not_found', 'wish_not_found', 'This is not on your wishlist.');

/** Thrown while another call puts the same thing into the cart. */
export const wishMoving = () => new AppError('conflict', 'wish_moving', 'This is being put into your cart right now.');

/** For what goes on without the carts: the value while they cannot be reached; any other error is thrown again. */
export const whenUnavailable =
  <Value>(value: Value) =>
  (error: unknown): Value => {
    if (isAppError(error) && error.code === 'unavailable') return value;
    throw error;
  };
