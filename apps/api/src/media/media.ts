import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { MasterCache } from '@mallhive/seed/pictures';
import { LRUCache } from 'lru-cache';
import sharp from 'sharp';
import { readOptional, writeAtomically } from './files.ts';
import { createLimiter } from './limiter.ts';
import type { MediaStore } from './media-store.ts';
import { type PictureFormat, renderOriginal } from './render-original.ts';

/** The only widths that are ever drawn, so that nobody can fill the disk with a loop over `w`. */
export const mediaWidths = [96, 160, 320, 480, 640, 960, 1280] as const;
export const defaultMediaWidth = 960;

/** Raise with every change of how scenes are drawn: finished pictures of the old way are then no longer used. */
const drawingVersion = 1;

export interface FinishedPicture {
  body: Buffer;
  format: PictureFormat;
}

export interface Media {
  /**
   * The finished picture, or null when there is no original with this hash. AVIF only where it is asked for and the
   * original is a photograph; everything else is WebP.
   */
  picture(hash: string, width: number, accepts?: PictureFormat): Promise<FinishedPicture | null>;
  named(name: string): Promise<string | null>;
  /** Draws the warm list in spare moments; ends when done or when `signal` fires. Answers how many it drew. */
  warm(signal: AbortSignal): Promise<number>;
}

export function createMedia(options: { store: MediaStore; cacheDirectory: string; drawAtOnce?: number }): Media {
  const { store, cacheDirectory } = options;
  const rendered = join(cacheDirectory, `rendered-${drawingVersion}`);
  const masterFolder = join(cacheDirectory, 'masters');
  const memory = new LRUCache<string, FinishedPicture>({
    maxSize: 48_000_000,
    sizeCalculation: ({ body }) => body.length + 100,
  });
  const icons = new LRUCache<string, string>({ max: 300 });
  const limiter = createLimiter(options.drawAtOnce ?? 2, 400);
  const inFlight = new Map<string, Promise<FinishedPicture | null>>();
  const folders = new Map<string, Promise<unknown>>();
  sharp.concurrency(1);

  const folder = async (path: string): Promise<string> => {
    if (!folders.has(path)) folders.set(path, mkdir(path, { recursive: true }));
    await folders.get(path);
    return path;
  };
  const masters: MasterCache = {
    get: async (key) => await readOptional(join(masterFolder, `${key}.png`)),
    put: async (key, png) => await writeAtomically(join(await folder(masterFolder), `${key}.png`), png),
  };
  const library = {
    svg: async (name: string): Promise<string | null> => {
      const known = icons.get(name);
      if (known) return known;
      const svg = await store.readIcon(name);
      if (svg) icons.set(name, svg);
      return svg;
    },
  };

  const fileOf = (hash: string, width: number, format: PictureFormat): string =>
    join(rendered, hash.slice(0, 2), `${hash}-${width}.${format}`);
  const drawnAlready = async (hash: string, width: number): Promise<boolean> =>
    await access(fileOf(hash, width, 'webp')).then(
      () => true,
      () => false,
    );
  const finished = async (hash: string, width: number, format: PictureFormat): Promise<FinishedPicture | null> => {
    const body = await readOptional(fileOf(hash, width, format));
    return body && { body, format };
  };
  const draw = async (hash: string, width: number, accepts: PictureFormat): Promise<FinishedPicture | null> => {
    const ready = await finished(hash, width, accepts);
    if (ready) return ready;
    const original = await store.read(hash);
    if (!original) return null;
    const format = original.kind === 'image' ? accepts : 'webp';
    if (format !== accepts) {
      const other = await finished(hash, width, format);
      if (other) return other;
    }
    const body = await limiter.run(() => renderOriginal(original, width, format, { icons: library, masters }));
    await folder(join(rendered, hash.slice(0, 2)));
    await writeAtomically(fileOf(hash, width, format), body);
    return { body, format };
  };

  const picture: Media['picture'] = async (hash, width, accepts = 'webp') => {
    const key = `${hash}-${width}-${accepts}`;
    const known = memory.get(key);
    if (known) return known;
    const running = inFlight.get(key);
    if (running) return await running;
    const work = draw(hash, width, accepts).finally(() => inFlight.delete(key));
    inFlight.set(key, work);
    const made = await work;
    if (made) memory.set(key, made);
    return made;
  };

  return {
    picture,
    named: async (name) => (await store.readNames())[name] ?? null,
    warm: async (signal) => {
      let drawn = 0;
      for (const hash of await store.readWarmList()) {
        for (const width of [480, 320] as const) {
          if (await drawnAlready(hash, width)) continue;
          // Visitors first: only when nobody waits for a picture, and never without a breath in between.
          do {
            if (signal.aborted) return drawn;
            await new Promise((resolve) => setTimeout(resolve, 25));
          } while (!limiter.idle);
          if (await picture(hash, width)) drawn += 1;
        }
      }
      return drawn;
    },
  };
}
