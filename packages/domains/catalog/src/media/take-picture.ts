import { createHash } from 'node:crypto';
import type { Clock } from '@mallhive/kernel';
import { mediaLimits, type UploadedImage } from '../contract-media.ts';
import type { Database } from '../database.repository.ts';
import { mediaQuotaReached, pictureBeingDeleted, pictureRefused } from './errors.ts';
import { markStored, reserve } from './media.repository.ts';
import type { MediaPorts } from './ports.ts';

/** Whose space a picture takes. */
export interface PictureOwner {
  id: string;
  limitBytes: number;
}

export const originalKey = (hash: string): string => `originals/${hash.slice(0, 2)}/${hash}.image`;

/**
 * Checks, keeps and counts a picture. The same picture again is kept once and answered the same. The row comes before the
 * bytes and says when they have arrived, so that a crash between the two leaves something the clean-up finds.
 */
export async function takePicture(
  db: Database,
  ports: Pick<MediaPorts, 'storage' | 'pictures'> & { clock: Clock },
  owner: PictureOwner,
  body: Buffer,
): Promise<UploadedImage> {
  if (body.length > mediaLimits.pictureBytes) throw pictureRefused('picture_too_large');
  const checked = await ports.pictures.check(body);
  if (typeof checked === 'string') throw pictureRefused(checked);
  const hash = createHash('sha256').update(checked.body).digest('hex').slice(0, 40);
  const { width, height } = checked;
  const bytes = checked.body.length;
  const outcome = await reserve(db, {
    ownerId: owner.id,
    hash,
    bytes,
    width,
    height,
    limitBytes: owner.limitBytes,
    at: ports.clock.now(),
  });
  if (outcome === 'full') throw mediaQuotaReached(owner.limitBytes);
  if (outcome === 'deleting') throw pictureBeingDeleted();
  if (outcome === 'store') {
    await ports.storage.write(originalKey(hash), checked.body);
    await markStored(db, hash, ports.clock.now());
  }
  return { hash, url: `/media/${hash}/picture.webp`, width, height, bytes };
}
