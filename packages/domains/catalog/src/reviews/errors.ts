import { AppError } from '@mallhive/kernel';

/** Thrown when there is no such review, it is hidden, or it is another seller's. */
export const reviewNotFound = () => new AppError('not_found', 'review_not_found', 'This review does not exist.');

/** Thrown when no parcel with the product was sent to the caller. */
export const notBought = () =>
  new AppError('forbidden', 'not_bought', 'Only people who bought this product here can review it.');

/** Thrown when the author changes a review that a moderator hid. */
export const reviewHidden = () =>
  new AppError('conflict', 'review_hidden', 'This review was hidden by a moderator and can no longer be changed.');

/** Thrown when the author votes for or reports the own review. */
export const ownReview = () => new AppError('conflict', 'own_review', 'You cannot do this with your own review.');

/** Thrown when a picture is not one that the author uploaded. */
export const pictureUnknown = () =>
  new AppError('unprocessable', 'picture_unknown', 'One of the pictures is not yours or is gone. Upload it again.');
