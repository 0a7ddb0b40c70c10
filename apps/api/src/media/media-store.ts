/** What a picture was made from. A scene is drawn, an image file is only resized. */
export interface Original {
  kind: 'scene' | 'image';
  body: Buffer;
}

/**
 * Where originals live, by the hash of their content: a folder on a laptop, a bucket in a cluster.
 * Writing the same content twice is harmless, and nothing is ever changed in place.
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
export const iconPattern = /^[a-z0-9-]{1,80}$/;
