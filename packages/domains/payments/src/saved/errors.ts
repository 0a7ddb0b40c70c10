import { AppError } from '@mallhive/kernel';

/** Thrown for a means of payment that is another person's, and in the same words for one that does not exist. */
export const savedMethodNotFound = () =>
  new AppError('not_found', 'saved_method_not_found', 'This means of payment does not exist.');

/** Thrown when a payment that is confirmed, paid or cancelled is to become somebody's. */
export const paymentOver = () => new AppError('conflict', 'payment_over', 'This payment cannot be changed any more.');
