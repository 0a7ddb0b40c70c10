import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';

/**
 * Pictures that people bring. The bytes do not travel through tRPC:
 *
 *   PUT /api/files/pictures?sellerId=<id>   (member who may edit, body: the picture itself)   → 200 { image: UploadedImage }
 *   PUT /api/files/pictures                 (any shopper, for pictures of a review)           → 200 { image: UploadedImage }
 *
 * Session cookie and a trusted origin are needed, the content type is `image/*` or `application/octet-stream`.
 * Refusals: 401 sign_in_required, 403 not_a_member | role_too_low | origin_not_trusted, 422 picture_too_large | picture_unreadable | picture_kind_refused | picture_too_many_pixels,
 * 409 media_quota_reached, 429 too_many_requests, 503 media_busy.
 *
 * JPEG, PNG, WebP, AVIF and GIF are taken, by their content and not by their name; SVG is not. What is kept has no metadata.
 */
export const mediaLimits = {
  /** Bytes of one picture. */
  pictureBytes: 12 * 1024 * 1024,
  /** Width × height. */
  pixels: 50_000_000,
  /** Bytes all pictures of one seller may take. */
  sellerBytes: 5 * 1024 ** 3,
  /** Bytes all pictures of one shopper's reviews may take. */
  shopperBytes: 100 * 1024 ** 2,
} as const;

/** What an upload answers; `url` goes into a product's images, a shop page or a review, and takes `?w=`. */
export const uploadedImageSchema = z.object({
  hash: z.string(),
  url: z.string(),
  width: z.int(),
  height: z.int(),
  bytes: z.int(),
});
export type UploadedImage = z.infer<typeof uploadedImageSchema>;

/** query catalog.mediaUsage (seller): how much of the space is taken. */
export const mediaUsageInput = z.object({ sellerId: idSchema });
export const mediaUsageOutput = z.object({ bytes: z.int(), files: z.int(), limitBytes: z.int() });

/**
 * mutation catalog.mediaFromUrl (seller: owner, manager): takes a picture from a public web address.
 * UNPROCESSABLE address_refused (not http(s), or leads into a private network), address_unreachable, picture_…; CONFLICT media_quota_reached.
 */
export const mediaFromUrlInput = z.object({ sellerId: idSchema, url: z.string().trim().min(1).max(2_000) });
export const mediaFromUrlOutput = z.object({ image: uploadedImageSchema });
