import type { ObjectStorage } from '@mallhive/catalog/ports';
import { z } from 'zod';

/** What a picture was made from. A scene is drawn, an image file is only resized. */
export interface Original {
  kind: 'scene' | 'image';
  body: Buffer;
}

/**
 * Originals by the hash of their content, in object storage. Writing the same content twice is harmless, and nothing is
 * ever changed in place.
 */
export interface MediaStore {
  read(hash: string): Promise<Original | null>;
  write(hash: string, original: Original): Promise<void>;
  /** Objects that scenes draw, as SVG by name. */
  readIcon(name: string): Promise<string | null>;
  writeIcon(name: string, svg: string): Promise<void>;
  /** Names that may come to mean another picture, such as the home page's. */
  readNames(): Promise<Record<string, string>>;
  writeNames(names: Record<string, string>): Promise<void>;
  /** Hashes worth drawing before anybody asks, the most urgent first. */
  readWarmList(): Promise<string[]>;
  writeWarmList(hashes: string[]): Promise<void>;
}

export const hashPattern = /^[a-f0-9]{24,64}$/;
const iconPattern = /^[a-z0-9-]{1,80}$/;
const namesSchema = z.record(z.string(), z.string().regex(hashPattern));
const warmListSchema = z.array(z.string().regex(hashPattern));

/** Two levels deep, so that no folder grows long. */
function place(hash: string, kind: Original['kind']): string {
  if (!hashPattern.test(hash)) throw new RangeError(`Not a content hash: ${hash}`);
  return `originals/${hash.slice(0, 2)}/${hash}.${kind}`;
}

function iconKey(name: string): string {
  if (!iconPattern.test(name)) throw new RangeError(`Not an icon name: ${name}`);
  return `icons/${name}.svg`;
}

export function createMediaStore(storage: ObjectStorage): MediaStore {
  return {
    read: async (hash) => {
      for (const kind of ['scene', 'image'] as const) {
        const body = await storage.read(place(hash, kind));
        if (body) return { kind, body };
      }
      return null;
    },
    write: (hash, { kind, body }) => storage.write(place(hash, kind), body),
    readIcon: async (name) => (await storage.read(iconKey(name)))?.toString('utf8') ?? null,
    writeIcon: (name, svg) => storage.write(iconKey(name), Buffer.from(svg)),
    readNames: async () => {
      const body = await storage.read('names.json');
      return body ? namesSchema.parse(JSON.parse(body.toString('utf8'))) : {};
    },
    writeNames: (names) => storage.write('names.json', Buffer.from(JSON.stringify(namesSchema.parse(names)))),
    readWarmList: async () => {
      const body = await storage.read('warm.json');
      return body ? warmListSchema.parse(JSON.parse(body.toString('utf8'))) : [];
    },
    writeWarmList: (hashes) => storage.write('warm.json', Buffer.from(JSON.stringify(warmListSchema.parse(hashes)))),
  };
}
