import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { ObjectStorage } from '@mallhive/catalog/ports';

const keyForm = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/;

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT';

/** Objects as files of a folder, each at the path that is its key. Written beside its place and moved there. */
export function createLocalStorage(directory: string): ObjectStorage {
  const folders = new Set<string>();
  const place = (key: string): string => {
    if (!keyForm.test(key) || key.length > 300) throw new RangeError(`Not a storage key: ${key}`);
    return path.join(directory, ...key.split('/'));
  };
  async function ensureFolder(folder: string): Promise<void> {
    if (folders.has(folder)) return;
    await mkdir(folder, { recursive: true });
    folders.add(folder);
  }
  return {
    read: async (key) => {
      try {
        return await readFile(place(key));
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    open: async (key, start = 0) => {
      try {
        const file = await open(place(key));
        return createReadStream('', { fd: file, start });
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    write: async (key, body) => {
      const file = place(key);
      await ensureFolder(path.dirname(file));
      const temporary = `${file}.${randomUUID()}`;
      try {
        if (Buffer.isBuffer(body)) await writeFile(temporary, body);
        else await pipeline(body, createWriteStream(temporary));
        await rename(temporary, file);
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    remove: async (keys) => {
      for (const key of keys) await rm(place(key), { force: true });
    },
  };
}
