import type { Clock } from '@mallhive/kernel';
import type { z } from 'zod';
import { type Actor, assertEditor, assertMember } from '../actor.ts';
import {
  type mediaFromUrlInput,
  type mediaFromUrlOutput,
  mediaLimits,
  type mediaUsageInput,
  type mediaUsageOutput,
  type UploadedImage,
} from '../contract-media.ts';
import type { Database } from '../database.repository.ts';
import { cleanUpMedia } from './clean-up-media.ts';
import { mediaOff, pictureRefused } from './errors.ts';
import { readUsage } from './media.repository.ts';
import type { MediaPorts } from './ports.ts';
import { takePicture } from './take-picture.ts';

/** The pictures' part of the catalog's facade. Without ports everything that needs them answers `media_off`. */
export function createMediaLibrary(db: Database, { clock, media }: { clock: Clock; media: MediaPorts | null }) {
  const ports = () => {
    if (!media) throw mediaOff();
    return { ...media, clock };
  };
  const take = (ownerId: string, limitBytes: number, body: Buffer) =>
    takePicture(db, ports(), { id: ownerId, limitBytes }, body);

  async function fromUrl(sellerId: string, url: string): Promise<UploadedImage> {
    const body = await ports().fetcher.fetch(url, { maximumBytes: mediaLimits.pictureBytes });
    if (typeof body === 'string') throw pictureRefused(body);
    return take(sellerId, mediaLimits.sellerBytes, body);
  }

  return {
    /** A picture for a seller's products and pages. Owners and managers. Throws what contract-media.ts names. */
    async uploadPicture(actor: Actor, input: { sellerId: string; body: Buffer }): Promise<UploadedImage> {
      assertEditor(actor, input.sellerId);
      return take(input.sellerId, mediaLimits.sellerBytes, input.body);
    },
    /** A picture for a shopper's review. */
    uploadOwnPicture: async (userId: string, body: Buffer): Promise<UploadedImage> =>
      take(userId, mediaLimits.shopperBytes, body),
    async mediaFromUrl(
      actor: Actor,
      { sellerId, url }: z.output<typeof mediaFromUrlInput>,
    ): Promise<z.infer<typeof mediaFromUrlOutput>> {
      assertEditor(actor, sellerId);
      return { image: await fromUrl(sellerId, url) };
    },
    async mediaUsage(
      actor: Actor,
      { sellerId }: z.output<typeof mediaUsageInput>,
    ): Promise<z.infer<typeof mediaUsageOutput>> {
      assertMember(actor, sellerId);
      return { ...(await readUsage(db, sellerId)), limitBytes: mediaLimits.sellerBytes };
    },
    /** Deletes what nothing shows; `more` says that another run has something to do. */
    cleanUpMedia: async () => cleanUpMedia(db, ports()),
  };
}
