import { AppError } from '@mallhive/kernel';

/** Thrown when the caller does not belong to the seller organisation, whether it exists or not. */
export const notAMember = () =>
  new AppError('forbidden', 'not_a_member', 'You do not belong to this seller organisation.');

/** Thrown when the time zone is not one of the IANA database. */
export const timeZoneUnknown = (timeZone: string) =>
  new AppError('bad_request', 'time_zone_unknown', 'This time zone is not known.', { details: { timeZone } });
