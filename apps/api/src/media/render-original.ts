import { type IconLibrary, type MasterCache, renderScene, sceneSchema } from '@mallhive/seed/pictures';
import sharp from 'sharp';
import type { Original } from './media-store.ts';

export type PictureFormat = 'webp' | 'avif';

/** One picture at one width. An image file is never enlarged. Scenes are flat and small as WebP, so they stay that. */
export async function renderOriginal(
  original: Original,
  width: number,
  format: PictureFormat,
  dependencies: { icons: IconLibrary; masters: MasterCache },
): Promise<Buffer> {
  const webp = { quality: width <= 320 ? 84 : 80, effort: 3, smartSubsample: true };
  if (original.kind === 'image') {
    const image = sharp(original.body, { limitInputPixels: 60_000_000, failOn: 'error' })
      .rotate()
      .resize({ width, withoutEnlargement: true });
    return await (format === 'avif' ? image.avif({ quality: 56, effort: 2 }) : image.webp(webp)).toBuffer();
  }
  const scene = sceneSchema.parse(JSON.parse(original.body.toString('utf8')));
  return await (await renderScene(scene, width, dependencies)).webp(webp).toBuffer();
}
