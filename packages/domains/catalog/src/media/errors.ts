import { AppError } from '@mallhive/kernel';
import type { FetchRefusal, PictureRefusal } from './ports.ts';

const texts: Record<PictureRefusal | FetchRefusal, string> = {
  picture_unreadable: 'This file is not a picture, or it is damaged.',
  picture_kind_refused: 'Pictures are taken as JPEG, PNG, WebP, AVIF or GIF.',
  picture_too_many_pixels: 'This picture has too many pixels. Make it smaller and try again.',
  picture_too_large: 'This picture is too large. Up to 12 MB are taken.',
  address_refused: 'Pictures are only fetched from public http and https addresses.',
  address_unreachable: 'There is no picture at this address, or it does not answer.',
};

/** Thrown when a picture, or the address of one, is not taken. */
export const pictureRefused = (reason: PictureRefusal | FetchRefusal) =>
  new AppError('unprocessable', reason, texts[reason]);

/** Thrown when the owner's space is used up. */
export const mediaQuotaReached = (limitBytes: number) =>
  new AppError('conflict', 'media_quota_reached', 'Your space for pictures is used up. Delete some and try again.', {
    details: { limitBytes },
  });

/** Thrown when the clean-up deletes the very same picture at this moment. */
export const pictureBeingDeleted = () =>
  new AppError('unavailable', 'media_busy', 'Please try again in a moment.', {
    message: 'the object is being deleted by the clean-up',
  });

/** Thrown when the composition has no object storage. */
export const mediaOff = () =>
  new AppError('unavailable', 'media_off', 'Pictures and files cannot be taken right now.', {
    message: 'the catalog was made without media ports',
  });
