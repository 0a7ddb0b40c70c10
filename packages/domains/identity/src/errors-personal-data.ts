import { AppError } from '@mallhive/kernel';

/** Another's, not ready, expired, or none at all. */
export const exportNotFound = () =>
  new AppError('not_found', 'export_not_found', 'This download does not exist any more.');

/** The account is being deleted by now. */
export const erasureBegun = () =>
  new AppError('unprocessable', 'erasure_begun', 'Your account is being deleted already.');
