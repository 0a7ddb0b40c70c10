import { AppError } from '@mallhive/kernel';

/** Thrown when the caller does not belong to the seller organisation, whether it exists or not. */
export const notAMember = () =>
  new AppError('forbidden', 'not_a_member', 'You do not belong to this seller organisation.');

/** Thrown when the time zone is not one of the IANA database. */
export const timeZoneUnknown = (timeZone: string) =>
  new AppError('bad_request', 'time_zone_unknown', 'This time zone is not known.', { details: { timeZone } });

/** Thrown when more behaviour waits to be written than memory should hold; the browser sends the batch again later. */
export const collectorBusy = () =>
  new AppError('unavailable', 'collector_busy', 'Too much is waiting. Please send it again later.', {
    details: { retryAfterSeconds: 5 },
  });

/** Thrown when a period ends before it begins, or is longer than 400 days. */
export const periodWrong = () =>
  new AppError('bad_request', 'period_wrong', 'The period must have between 1 and 400 days.');
