import { AppError } from '@mallhive/kernel';

/** Thrown when a channel did not take a message; the caller tries again later. */
export const notDelivered = (messageId: string, cause: unknown) =>
  new AppError('unavailable', 'message_not_delivered', 'The message could not be sent yet.', {
    message: `Message ${messageId} was not taken by its channel`,
    cause,
  });

/** Thrown when a cursor was not made by this list. */
export const cursorInvalid = () => new AppError('bad_request', 'cursor_invalid', 'This page of the list is not valid.');
