import { type IconLibrary, type MasterCache, renderScene, sceneSchema } from '@mallhive/seed/pictures';
import sharp from 'sharp';
import type { Original } from './media-store.ts';

/** One picture at one width, as WebP. An image file is never enlarged. */
export async function renderOriginal(
  original: Original,
  width: number,
  dependencies: { icons: IconLibrary; masters: MasterCache },
): Promise<Buffer> {
  const webp = { quality: width <= 320 ? 84 : 80, effort: 3, smartSubsample: true };
  if (original.kind === 'image') {
    const image = sharp(original.body, { limitInputPixels: 40_000_000, failOn: 'error' });
    return await image.rotate().resize({ width, withoutEnlargement: true }).webp(webp).toBuffer();
  }
  const scene = sceneSchema.parse(JSON.parse(original.body.toString('utf8')));
  return await (await renderScene(scene, width, dependencies)).webp(webp).toBuffer();
}
