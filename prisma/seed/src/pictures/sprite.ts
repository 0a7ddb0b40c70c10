import sharp from 'sharp';
import { type TintRegion, tintPixels } from './tint.ts';

/** An object cut out of its icon: RGBA pixels without margins. */
export interface Sprite {
  png: Buffer;
  width: number;
  height: number;
}

/** The icon drawn once at a few sizes, trimmed, kept because its shading filters are the expensive part. */
export interface MasterCache {
  get(key: string): Promise<Buffer | null>;
  put(key: string, png: Buffer): Promise<void>;
}

export function memoryMasterCache(): MasterCache {
  const entries = new Map<string, Buffer>();
  return {
    get: async (key) => entries.get(key) ?? null,
    put: async (key, png) => {
      entries.set(key, png);
    },
  };
}

const levels = [288, 576, 1152] as const;

/** The smallest box around every visible pixel. (The library's own trim compares colours and eats dark edges.) */
function opaqueBox(pixels: Uint8Array, width: number, height: number) {
  let left = width;
  let right = 0;
  let top = height;
  let bottom = 0;
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((pixels[(y * width + x) * 4 + 3] ?? 0) < 24) continue;
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < top) top = y;
      if (y > bottom) bottom = y;
    }
  }
  return right < left
    ? { left: 0, top: 0, width, height }
    : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

async function master(icon: string, svg: string, level: number, cache: MasterCache): Promise<Buffer> {
  const key = `${icon}-${level}`;
  const known = await cache.get(key);
  if (known) return known;
  const drawing = sharp(Buffer.from(svg), { density: (72 * level) / 32 })
    .resize(level, level)
    .ensureAlpha();
  const { data, info } = await drawing.raw().toBuffer({ resolveWithObject: true });
  const drawn = await sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
    .extract(opaqueBox(data, info.width, info.height))
    .png({ compressionLevel: 3 })
    .toBuffer();
  await cache.put(key, drawn);
  return drawn;
}

/** The icon at `size` pixels on its longer side, in another colour when `tint` is given. */
export async function drawSprite(
  icon: string,
  svg: string,
  size: number,
  cache: MasterCache,
  options: { tint?: string | undefined; region?: TintRegion | undefined; flip?: boolean | undefined } = {},
): Promise<Sprite> {
  const level = levels.find((candidate) => candidate >= size * 1.25) ?? levels[levels.length - 1];
  let image = sharp(await master(icon, svg, level ?? 1152, cache)).resize(size, size, { fit: 'inside' });
  if (options.flip) image = image.flop();
  const { data, info } = await image.ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  if (options.tint) tintPixels(data, options.tint, options.region);
  const png = await sharp(data, { raw: { width: info.width, height: info.height, channels: 4 } })
    .png({ compressionLevel: 1 })
    .toBuffer();
  return { png, width: info.width, height: info.height };
}
