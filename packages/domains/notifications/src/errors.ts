import { AppError } from '@mallhive/kernel';

/** Thrown when a channel did not take a message; the caller tries again later. */
export const notDelivered = (messageId: string, cause: unknown) =>
  new AppError('unavailable', 'message_not_delivered', 'The message could not be sent yet.', {
    message: `Message ${messageId} was not taken by its channel`,
    cause,
  });

/** Thrown when a cursor was not made by this list. */
export const cursorInvalid = () => new AppError('bad_request', 'cursor_invalid', 'This page of the list is not valid.');

/** Thrown when somebody wants to switch off what always comes. */
export const preferenceMandatory = (kind: string) =>
  new AppError('unprocessable', 'preference_mandatory', 'These messages cannot be switched off.', {
    details: { kind },
  });

/** Thrown when a choice is about a channel that this shop does not have. */
export const channelUnavailable = (channel: string) =>
  new AppError('unprocessable', 'channel_unavailable', 'There are no such messages here.', { details: { channel } });

/** Thrown for an unsubscribe link that we did not make, or that was cut. */
export const unsubscribeLinkInvalid = () =>
  new AppError('not_found', 'unsubscribe_link_invalid', 'This link does not work.');

/** Thrown for a time zone that nobody knows. */
export const timeZoneUnknown = () => new AppError('unprocessable', 'time_zone_unknown', 'There is no such time zone.');
