import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { readOptional, writeAtomically } from './files.ts';
import { hashPattern, iconPattern, type MediaStore, type Original } from './media-store.ts';

const namesSchema = z.record(z.string(), z.string().regex(hashPattern));
const warmListSchema = z.array(z.string().regex(hashPattern));

/** Keeps originals under `directory`, two levels deep so that no folder grows long. */
export function createLocalMediaStore(directory: string): MediaStore {
  const folders = new Set<string>();
  const folder = async (path: string): Promise<string> => {
    if (!folders.has(path)) {
      await mkdir(path, { recursive: true });
      folders.add(path);
    }
    return path;
  };
  const place = (hash: string): string => {
    if (!hashPattern.test(hash)) throw new RangeError(`Not a content hash: ${hash}`);
    return join(directory, 'originals', hash.slice(0, 2));
  };
  const iconFile = (name: string): string => {
    if (!iconPattern.test(name)) throw new RangeError(`Not an icon name: ${name}`);
    return join(directory, 'icons', `${name}.svg`);
  };
  return {
    read: async (hash) => {
      for (const kind of ['scene', 'image'] as const) {
        const body = await readOptional(join(place(hash), `${hash}.${kind}`));
        if (body) return { kind, body } satisfies Original;
      }
      return null;
    },
    write: async (hash, { kind, body }) => {
      await writeAtomically(join(await folder(place(hash)), `${hash}.${kind}`), body);
    },
    readIcon: async (name) => (await readOptional(iconFile(name)))?.toString('utf8') ?? null,
    writeIcon: async (name, svg) => {
      await folder(join(directory, 'icons'));
      await writeAtomically(iconFile(name), svg);
    },
    readNames: async () => {
      const body = await readOptional(join(directory, 'names.json'));
      return body ? namesSchema.parse(JSON.parse(body.toString('utf8'))) : {};
    },
    writeNames: async (names) => {
      await folder(directory);
      await writeAtomically(join(directory, 'names.json'), JSON.stringify(namesSchema.parse(names)));
    },
    readWarmList: async () => {
      const body = await readOptional(join(directory, 'warm.json'));
      return body ? warmListSchema.parse(JSON.parse(body.toString('utf8'))) : [];
    },
    writeWarmList: async (hashes) => {
      await folder(directory);
      await writeAtomically(join(directory, 'warm.json'), JSON.stringify(warmListSchema.parse(hashes)));
    },
  };
}
