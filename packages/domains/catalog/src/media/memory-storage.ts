import { Readable } from 'node:stream';
import type { ObjectStorage } from './ports.ts';

const keyForm = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/;

/** Thrown by every storage: a key is made by our own code, so a wrong one is a fault of ours. */
export function checkKey(key: string): string {
  if (!keyForm.test(key) || key.length > 300) throw new RangeError(`Not a storage key: ${key}`);
  return key;
}

/** For tests and for compositions that keep nothing. */
export function createMemoryStorage(): ObjectStorage {
  const objects = new Map<string, Buffer>();
  return {
    read: async (key) => objects.get(checkKey(key)) ?? null,
    open: async (key, start = 0) => {
      const body = objects.get(checkKey(key));
      return body ? Readable.from([body.subarray(start)]) : null;
    },
    write: async (key, body) => {
      checkKey(key);
      if (Buffer.isBuffer(body)) {
        objects.set(key, body);
        return;
      }
      const chunks: Buffer[] = [];
      for await (const chunk of body) chunks.push(Buffer.from(chunk as Buffer));
      objects.set(key, Buffer.concat(chunks));
    },
    remove: async (keys) => {
      for (const key of keys) objects.delete(checkKey(key));
    },
  };
}
