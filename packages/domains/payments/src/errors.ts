import { AppError } from '@mallhive/kernel';

/** Thrown for a payment that does not exist, and in the same words for a wrong client secret. */
export const paymentNotFound = () => new AppError('not_found', 'payment_not_found', 'This payment does not exist.');

/** Thrown when a provider is not configured. */
export const providerUnknown = (provider: string) =>
  new AppError('unprocessable', 'provider_unknown', 'This way to pay is not offered.', { details: { provider } });

/** Thrown when a webhook's signature is missing, wrong or too old. Nothing of the body was read. */
export const signatureInvalid = () =>
  new AppError('bad_request', 'signature_invalid', 'The signature of this message is not valid.');

/** Thrown when a payment is created again with another amount. */
export const paymentDiffers = () =>
  new AppError('conflict', 'payment_differs', 'This order already has a payment of another amount.');

/** Thrown when a provider reports money that is not the payment's. A person has to look. */
export const amountMismatch = (paymentId: string) =>
  new AppError('internal', 'amount_mismatch', 'The payment could not be matched.', {
    message: `Provider reports another amount or currency than payment ${paymentId} has`,
  });

/** Thrown when more would go back than came in; `left` in minor units. */
export const refundExceeds = (left: number) =>
  new AppError('unprocessable', 'refund_exceeds', 'More cannot be refunded than was paid.', { details: { left } });

/** Thrown when a payment that was not captured is refunded. */
export const notCaptured = () => new AppError('conflict', 'not_captured', 'This payment has not been captured.');

/** Thrown for a country the shop does not ship to. */
export const countryNotServed = (country: string) =>
  new AppError('unprocessable', 'country_not_served', 'We do not deliver to this country yet.', {
    details: { country },
  });

/** Thrown when a commission rule does not exist or has ended. */
export const commissionNotFound = () => new AppError('not_found', 'commission_not_found', 'This rule does not exist.');

/** Thrown when another rule for the same seller and category begins at the same moment. */
export const commissionTaken = () =>
  new AppError('conflict', 'commission_taken', 'Another rule for the same begins at this moment.');

/** Thrown for a rule that would end before it begins. */
export const commissionTimes = () =>
  new AppError('unprocessable', 'commission_times', 'The rule would end before it begins.');

/** Thrown for news of a refund that we do not know (yet). */
export const refundNotFound = () => new AppError('not_found', 'refund_not_found', 'This refund does not exist.');
