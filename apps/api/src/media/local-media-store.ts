import { createLocalStorage } from '@mallhive/adapter-media-local';
import { createMediaStore, type MediaStore } from './media-store.ts';

/** Originals in a folder, as operations and tests use it. */
export function createLocalMediaStore(directory: string): MediaStore {
  return createMediaStore(createLocalStorage(directory));
}
