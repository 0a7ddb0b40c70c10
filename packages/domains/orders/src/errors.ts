import { AppError } from '@mallhive/kernel';

/** Thrown when checkout begins without anything to buy. */
export const cartEmpty = () => new AppError('unprocessable', 'cart_empty', 'Your basket is empty.');

/** Thrown for a checkout that does not exist or is somebody else's. */
export const checkoutNotFound = () => new AppError('not_found', 'checkout_not_found', 'This checkout does not exist.');

/** Thrown when lines, prices, shipping or country are not what the shopper agreed to. */
export const checkoutChanged = (details?: Record<string, unknown>) =>
  new AppError('conflict', 'checkout_changed', 'Something changed. Please look at your order again.', { details });

/** Thrown when a promotion of the price that was shown cannot be had any more: the checkout has another price now. */
export const promotionGone = (refused: { code: string | null; reason: string }[]) =>
  new AppError('conflict', 'checkout_changed', 'A discount does not count any more. Please look at your order again.', {
    details: { field: 'promotions', promotions: refused.map(({ code, reason }) => ({ code, reason })) },
  });

/** Thrown when shipping or country of a placed order should change. */
export const checkoutCompleted = () =>
  new AppError('conflict', 'checkout_completed', 'This order is placed already and cannot be changed.');

/** Thrown when the time to place or pay has passed. */
export const checkoutExpired = () =>
  new AppError('gone', 'checkout_expired', 'This checkout has expired. Please start again from your basket.');

/** Thrown when the order should be paid in a way that is not offered; before anything is reserved. */
export const providerUnknown = (provider: string) =>
  new AppError('unprocessable', 'provider_unknown', 'This way to pay is not offered.', { details: { provider } });

/** Thrown when nothing that is offered brings a parcel to the chosen country. */
export const deliveryUnavailable = (sellerIds: string[]) =>
  new AppError('unprocessable', 'delivery_unavailable', 'A part of this order cannot be delivered to this country.', {
    details: { sellerIds },
  });

/** Thrown when some lines cannot be reserved. */
export const stockInsufficient = (variantIds: string[]) =>
  new AppError('unprocessable', 'stock_insufficient', 'Some of these products are not available any more.', {
    details: { variantIds },
  });

/** Thrown for an order that does not exist, and in the same words for a wrong token, e-mail or owner. */
export const orderNotFound = () => new AppError('not_found', 'order_not_found', 'We could not find this order.');

/** Thrown when the caller does not belong to the seller organisation, whether it exists or not. */
export const notAMember = () =>
  new AppError('forbidden', 'not_a_member', 'You do not belong to this seller organisation.');

/** Thrown when a parcel is sent for a sub-order that is unpaid, cancelled or already sent. */
export const notShippable = (status: string) =>
  new AppError('conflict', 'not_shippable', 'Nothing of this order can be shipped now.', { details: { status } });

/** Thrown when a parcel names more than is left, or a line that is not part of the sub-order. */
export const quantityExceeded = (orderLineIds: string[]) =>
  new AppError('unprocessable', 'quantity_exceeded', 'More than what is left to send.', { details: { orderLineIds } });

/** Thrown when units that were sold on backorder are to be sent before they are in stock. */
export const linesWait = (orderLineIds: string[]) =>
  new AppError('unprocessable', 'line_waits_for_stock', 'Some of these are on backorder and not in stock yet.', {
    details: { orderLineIds },
  });

/** Thrown when a shipment's id is already used for another sub-order. */
export const shipmentIdTaken = () =>
  new AppError('conflict', 'shipment_id_taken', 'This shipment number is used already.');

/** Thrown when a shipment does not belong to the sub-order. */
export const shipmentNotFound = () => new AppError('not_found', 'shipment_not_found', 'This parcel does not exist.');

/** Thrown when a parcel that arrived should be lost. */
export const parcelNotUnderWay = () =>
  new AppError('conflict', 'parcel_not_under_way', 'This parcel has arrived already.');

/** Thrown when a cursor was not made by this list. */
export const cursorInvalid = () => new AppError('bad_request', 'cursor_invalid', 'This page of the list is not valid.');

/** Thrown when a payment of another amount claims to cover an order. A person has to look. */
export const paymentDoesNotCover = (orderId: string) =>
  new AppError('internal', 'payment_does_not_cover', 'The payment could not be matched.', {
    message: `A captured payment does not have the amount of order ${orderId}`,
  });

/** Thrown when what should be cancelled was sent already, or is cancelled. */
export const notCancellable = () =>
  new AppError('conflict', 'not_cancellable', 'This cannot be cancelled any more: it was sent or cancelled already.');

/** Thrown when more should go back than is left of what was paid; `left` in minor units. */
export const refundExceeds = (left: number) =>
  new AppError('unprocessable', 'refund_exceeds', 'More cannot be given back than is left.', { details: { left } });

/** Thrown when a refund that did not fail should be sent again. */
export const notRetryable = () => new AppError('conflict', 'not_retryable', 'This refund did not fail.');

/** Thrown when a refund should become credit and the order belongs to nobody's account. */
export const noAccount = () =>
  new AppError('unprocessable', 'no_account', 'The order was placed without an account, so there is nobody to credit.');

/** Thrown when the role in the organisation is not enough. */
export const roleTooLow = () =>
  new AppError('forbidden', 'role_too_low', 'Your role in this organisation does not include this.');

/** Thrown when something did not arrive yet, arrived too long ago, or is in a return already. */
export const notReturnable = (orderLineIds: string[]) =>
  new AppError('unprocessable', 'not_returnable', 'This cannot be sent back (any more).', {
    details: { orderLineIds },
  });

/** Thrown when a return is in a state in which this is not done. */
export const returnNotOpen = (status: string) =>
  new AppError('conflict', 'return_not_open', 'This is not possible with this return now.', { details: { status } });

/** Thrown when lines are missing, are too many, or nothing says why less is accepted. */
export const inspectionIncomplete = () =>
  new AppError(
    'unprocessable',
    'inspection_incomplete',
    'Please say of every line what was found, and why it is less.',
  );

/** Thrown when the variant that is wanted instead costs more: the difference cannot be charged. */
export const exchangeDearer = () =>
  new AppError(
    'unprocessable',
    'exchange_dearer',
    'The other one costs more. Please return this one and order that one.',
  );

/** Thrown when the variant that is wanted instead is not of the same product, or cannot be bought. */
export const exchangeUnavailable = () =>
  new AppError('unprocessable', 'exchange_unavailable', 'It cannot be exchanged for that.');

/** Thrown for an invoice or credit note that does not exist, and in the same words for another's. */
export const documentNotFound = () =>
  new AppError('not_found', 'document_not_found', 'We could not find this document.');
