import { access, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { MasterCache } from '@mallhive/seed/pictures';
import { LRUCache } from 'lru-cache';
import sharp from 'sharp';
import { readOptional, writeAtomically } from './files.ts';
import { createLimiter } from './limiter.ts';
import type { MediaStore } from './media-store.ts';
import { renderOriginal } from './render-original.ts';

/** The only widths that are ever drawn, so that nobody can fill the disk with a loop over `w`. */
export const mediaWidths = [96, 160, 320, 480, 640, 960, 1280] as const;
export const defaultMediaWidth = 960;

/** Raise with every change of how scenes are drawn: finished pictures of the old way are then no longer used. */
const drawingVersion = 1;

export interface Media {
  /** The finished picture, or null when there is no original with this hash. */
  picture(hash: string, width: number): Promise<Buffer | null>;
  named(name: string): Promise<string | null>;
  /** Draws the warm list in spare moments; ends when done or when `signal` fires. Answers how many it drew. */
  warm(signal: AbortSignal): Promise<number>;
}

export function createMedia(options: { store: MediaStore; cacheDirectory: string; drawAtOnce?: number }): Media {
  const { store, cacheDirectory } = options;
  const rendered = join(cacheDirectory, `rendered-${drawingVersion}`);
  const masterFolder = join(cacheDirectory, 'masters');
  const memory = new LRUCache<string, Buffer>({ maxSize: 48_000_000, sizeCalculation: (body) => body.length + 100 });
  const icons = new LRUCache<string, string>({ max: 300 });
  const limiter = createLimiter(options.drawAtOnce ?? 2, 400);
  const inFlight = new Map<string, Promise<Buffer | null>>();
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

  const fileOf = (hash: string, width: number): string => join(rendered, hash.slice(0, 2), `${hash}-${width}.webp`);
  const drawnAlready = async (hash: string, width: number): Promise<boolean> =>
    await access(fileOf(hash, width)).then(
      () => true,
      () => false,
    );
  const draw = async (hash: string, width: number): Promise<Buffer | null> => {
    const file = fileOf(hash, width);
    const finished = await readOptional(file);
    if (finished) return finished;
    const original = await store.read(hash);
    if (!original) return null;
    const body = await limiter.run(() => renderOriginal(original, width, { icons: library, masters }));
    await folder(join(rendered, hash.slice(0, 2)));
    await writeAtomically(file, body);
    return body;
  };

  const picture: Media['picture'] = async (hash, width) => {
    const key = `${hash}-${width}`;
    const known = memory.get(key);
    if (known) return known;
    const running = inFlight.get(key);
    if (running) return await running;
    const work = draw(hash, width).finally(() => inFlight.delete(key));
    inFlight.set(key, work);
    const body = await work;
    if (body) memory.set(key, body);
    return body;
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
