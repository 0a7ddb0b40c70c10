import type { Readable } from 'node:stream';

/**
 * Where files live: a folder on a laptop, a bucket in a cluster. Keys are paths of `a-z 0-9 . _ -`, each part beginning
 * with a letter or digit. What is written replaces what was there, whole or not at all.
 */
export interface ObjectStorage {
  /** The whole object; null when there is none. */
  read(key: string): Promise<Buffer | null>;
  /** The object from the byte `start` on; null when there is none. */
  open(key: string, start?: number): Promise<Readable | null>;
  /** A stream that breaks leaves what was there before. */
  write(key: string, body: Buffer | Readable): Promise<void>;
  /** Keys that are not there are fine. */
  remove(keys: readonly string[]): Promise<void>;
}

/** A picture after it was looked at: upright, without metadata, in one of the formats that are kept. */
export interface CheckedPicture {
  body: Buffer;
  width: number;
  height: number;
}

export type PictureRefusal = 'picture_unreadable' | 'picture_kind_refused' | 'picture_too_many_pixels';

/** Decodes what claims to be a picture. */
export interface PictureChecker {
  /** Never throws for what is in `body`; it may be anything. */
  check(body: Buffer): Promise<CheckedPicture | PictureRefusal>;
}

export type FetchRefusal = 'address_refused' | 'address_unreachable' | 'picture_too_large';

/** Fetches from addresses that strangers name, and from nowhere but the public network. */
export interface PublicFetcher {
  /** The body, of at most `maximumBytes`, or why there is none. Never throws for what the other side does. */
  fetch(url: string, options: { maximumBytes: number }): Promise<Buffer | FetchRefusal>;
}

export interface MediaPorts {
  storage: ObjectStorage;
  pictures: PictureChecker;
  fetcher: PublicFetcher;
}
