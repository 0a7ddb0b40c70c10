import type { PictureChecker } from '@mallhive/catalog/ports';
import sharp, { type Metadata } from 'sharp';
import { createLimiter } from './limiter.ts';

/** What cameras, phones and drawing programs make. SVG is a program that browsers run, so it is never taken. */
const kept: Record<string, 'jpeg' | 'png' | 'webp' | 'avif' | 'gif'> = {
  jpeg: 'jpeg',
  png: 'png',
  webp: 'webp',
  gif: 'gif',
  heif: 'avif',
};
const maximumPixels = 50_000_000;
/** Of one side: more is a strip that no page can show. */
const maximumSide = 16_000;

/** The first bytes of the formats we take; decides before a decoder sees anything. */
function startsLikeAPicture(body: Buffer): boolean {
  const head = body.subarray(0, 12).toString('latin1');
  return (
    head.startsWith('\xff\xd8\xff') ||
    head.startsWith('\x89PNG\r\n\x1a\n') ||
    head.startsWith('GIF87a') ||
    head.startsWith('GIF89a') ||
    (head.startsWith('RIFF') && head.slice(8) === 'WEBP') ||
    /^....ftyp(avif|avis|mif1)/s.test(head)
  );
}

/**
 * Decodes a picture whole and encodes it anew: what was hidden in it or behind it is gone, and so are place, camera and
 * owner that its metadata told. Of an animation the first picture is kept.
 */
export function createPictureChecker(): PictureChecker {
  const limiter = createLimiter(2, 200);
  return {
    check: (body) =>
      limiter.run(async () => {
        if (!startsLikeAPicture(body)) return looksLikeMarkup(body) ? 'picture_kind_refused' : 'picture_unreadable';
        const options = { limitInputPixels: maximumPixels, failOn: 'error', pages: 1 } as const;
        let metadata: Metadata;
        try {
          metadata = await sharp(body, { ...options, limitInputPixels: false }).metadata();
        } catch {
          return 'picture_unreadable';
        }
        const { width = 0, height = 0 } = metadata;
        const format = kept[metadata.format ?? ''];
        if (!format || (metadata.format === 'heif' && metadata.compression !== 'av1')) return 'picture_kind_refused';
        if (width * height > maximumPixels || width > maximumSide || height > maximumSide) {
          return 'picture_too_many_pixels';
        }
        try {
          const image = sharp(body, options).rotate().toColourspace('srgb');
          const photo = format === 'jpeg' || (format !== 'png' && format !== 'gif' && !metadata.hasAlpha);
          const encoded = photo ? image.jpeg({ quality: 92, mozjpeg: false }) : image.png({ compressionLevel: 8 });
          const { data, info } = await encoded.toBuffer({ resolveWithObject: true });
          return { body: data, width: info.width, height: info.height };
        } catch {
          return 'picture_unreadable';
        }
      }),
  };
}

/** For a better message: a drawing or a page is a kind we refuse, not a damaged picture. */
function looksLikeMarkup(body: Buffer): boolean {
  return /^(\ufeff|\xef\xbb\xbf)?\s*</.test(body.subarray(0, 200).toString('latin1'));
}
