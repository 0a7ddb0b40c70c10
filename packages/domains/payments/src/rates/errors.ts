import { AppError } from '@mallhive/kernel';

/** Thrown for a zone that does not exist. */
export const zoneNotFound = () => new AppError('not_found', 'zone_not_found', 'This zone does not exist.');

/** Thrown when a country would be in two zones. */
export const zoneOverlap = (countries: readonly string[]) =>
  new AppError('conflict', 'zone_overlap', 'Some of these countries are in another zone already.', {
    details: { countries },
  });

/** Thrown when another zone has this name. */
export const zoneNameTaken = () => new AppError('conflict', 'zone_name_taken', 'Another zone has this name.');

/** Thrown when there would be two zones for the rest of the world. */
export const elsewhereTaken = () =>
  new AppError('conflict', 'elsewhere_taken', 'Another zone is for all other countries already.');

/** Thrown when somebody else changed the same rules since they were read. */
export const rulesChanged = () =>
  new AppError('conflict', 'rules_changed', 'Somebody else changed this in the meantime. Please look at it again.');

/** Thrown when a rate names a class of goods that does not exist. */
export const taxClassUnknown = (codes: readonly string[]) =>
  new AppError('unprocessable', 'tax_class_unknown', 'This tax class does not exist.', { details: { codes } });

/** Thrown when somebody who is no administrator changes what holds for the whole shop. */
export const administratorsOnly = () =>
  new AppError('forbidden', 'administrators_only', 'Only administrators may do this.');

/** Thrown when the caller does not belong to the seller organisation, whether it exists or not. */
export const notAMember = () =>
  new AppError('forbidden', 'not_a_member', 'You do not belong to this seller organisation.');

/** Thrown when the caller's role in the organisation is not enough. */
export const roleTooLow = () =>
  new AppError('forbidden', 'role_too_low', 'Only owners and managers of the organisation may do this.');

/** Thrown when the organisation may not sell at the moment. */
export const sellerNotActive = () =>
  new AppError('forbidden', 'seller_not_active', 'This organisation cannot change this at the moment.');
