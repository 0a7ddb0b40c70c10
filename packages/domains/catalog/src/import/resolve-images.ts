import type { Clock } from '@mallhive/kernel';
import { mediaLimits } from '../contract-media.ts';
import type { Database } from '../database.repository.ts';
import type { MediaPorts } from '../media/ports.ts';
import { takePicture } from '../media/take-picture.ts';
import { readKnownImages, rememberSource } from './images.repository.ts';
import type { Around } from './plan-product.ts';
import type { ImageState } from './state.repository.ts';

const atOnce = 8;

const isOutside = (url: string): boolean =>
  url.length <= 2_000 && /^https?:\/\/[^\s]+$/i.test(url) && URL.canParse(url);

/**
 * What the addresses in a portion of a file come to. Outside pictures are fetched now when `fetching`, a few at a time; one
 * that fails costs its product the picture and nothing more.
 */
export async function resolveImages(
  db: Database,
  ports: MediaPorts & { clock: Clock },
  sellerId: string,
  urls: readonly string[],
  fetching: boolean,
): Promise<Around['image']> {
  const wanted = [...new Set(urls)];
  const found = await readKnownImages(db, sellerId, wanted);
  const outside = wanted.filter((url) => !found.has(url) && isOutside(url));
  const failed = new Set<string>();
  const waiting = fetching ? [...outside] : [];
  const owner = { id: sellerId, limitBytes: mediaLimits.sellerBytes };
  async function work(): Promise<void> {
    for (let url = waiting.pop(); url !== undefined; url = waiting.pop()) {
      const image = await fetchOne(url);
      if (image) found.set(url, image);
      else failed.add(url);
    }
  }
  async function fetchOne(url: string): Promise<ImageState | null> {
    const body = await ports.fetcher.fetch(url, { maximumBytes: mediaLimits.pictureBytes });
    if (typeof body === 'string') return null;
    const taken = await takePicture(db, ports, owner, body).catch(() => null);
    if (!taken) return null;
    await rememberSource(db, sellerId, url, taken.hash, ports.clock.now());
    return { url: taken.url, width: taken.width, height: taken.height, alt: '' };
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, work));
  const pending = new Set(outside);
  return (url) => found.get(url) ?? (failed.has(url) ? 'failed' : pending.has(url) ? 'pending' : 'unknown');
}
