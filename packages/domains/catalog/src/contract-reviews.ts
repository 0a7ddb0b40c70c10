import { idSchema } from '@mallhive/kernel';
import { z } from 'zod';
import { imageSchema } from './contract-public.ts';

/** Reviews: written by buyers, answered by sellers, moderated by administrators. */

const stars = z.int().min(1).max(5);
const cursor = z.string().max(400).optional();
/** A picture that catalog's upload answered. */
const ownPicture = z.string().regex(/^\/media\/[a-f0-9]{24,64}\/[a-z0-9][a-z0-9-]{0,199}\.webp$/);

export const publicReviewSchema = z.object({
  id: idSchema,
  rating: stars,
  title: z.string(),
  body: z.string(),
  authorName: z.string(),
  /** Written by somebody who bought the product here. */
  verified: z.boolean(),
  createdAt: z.iso.datetime(),
  /** When the author changed it last; null when never. */
  editedAt: z.iso.datetime().nullable(),
  images: z.array(imageSchema),
  helpful: z.int(),
  reply: z.object({ body: z.string(), at: z.iso.datetime(), sellerName: z.string() }).nullable(),
});
export type PublicReview = z.infer<typeof publicReviewSchema>;

/** query catalog.reviews (public, cached): published reviews of a product. An unknown product has none. */
export const reviewsInput = z.object({
  productId: idSchema,
  stars: stars.optional(),
  withPictures: z.boolean().optional(),
  sort: z.enum(['newest', 'helpful', 'highest', 'lowest']).default('newest'),
  cursor,
  limit: z.int().min(1).max(20).default(10),
});
export const reviewsOutput = z.object({
  productId: idSchema,
  items: z.array(publicReviewSchema),
  nextCursor: z.string().nullable(),
});

/**
 * query catalog.myReview (shopper): what the caller may do with a product and has done. `refusal` is null when the caller may
 * write or edit, `not_bought` without a parcel with this product on its way or arrived, `hidden` when a moderator hid the review.
 */
export const myReviewInput = z.object({ productId: idSchema });
export const myReviewOutput = z.object({
  refusal: z.enum(['not_bought', 'hidden']).nullable(),
  review: publicReviewSchema.nullable(),
  /** Reviews of this product that the caller found helpful or reported. */
  votedFor: z.array(idSchema),
  reported: z.array(idSchema),
});

/**
 * mutation catalog.saveReview (shopper): writes the caller's only review of the product, or changes it.
 * FORBIDDEN not_bought; NOT_FOUND product_not_found; CONFLICT review_hidden; UNPROCESSABLE picture_unknown when a picture is not the caller's upload.
 */
export const saveReviewInput = z.object({
  productId: idSchema,
  rating: stars,
  title: z.string().trim().max(120).default(''),
  body: z.string().trim().max(5_000).default(''),
  images: z
    .array(z.object({ url: ownPicture, alt: z.string().trim().max(200).default('') }))
    .max(5)
    .default([]),
});
export const saveReviewOutput = z.object({ review: publicReviewSchema, created: z.boolean() });

/** mutation catalog.deleteReview (shopper): takes the caller's own review back. NOT_FOUND review_not_found. */
export const deleteReviewInput = z.object({ productId: idSchema });
export const deleteReviewOutput = z.object({ deleted: z.literal(true) });

/** mutation catalog.voteReview (shopper): `helpful` false takes the vote back. NOT_FOUND review_not_found; CONFLICT own_review. */
export const voteReviewInput = z.object({ reviewId: idSchema, helpful: z.boolean() });
export const voteReviewOutput = z.object({ helpful: z.int() });

export const reportReasons = ['offensive', 'spam', 'off_topic', 'not_genuine', 'other'] as const;
/** mutation catalog.reportReview (shopper; staff of the seller too): once each, again changes nothing. NOT_FOUND review_not_found. */
export const reportReviewInput = z.object({
  reviewId: idSchema,
  reason: z.enum(reportReasons),
  note: z.string().trim().max(1_000).default(''),
});
export const reportReviewOutput = z.object({ reported: z.literal(true) });

const productRef = z.object({ id: idSchema, slug: z.string(), title: z.string(), image: imageSchema.nullable() });
const reviewStatus = z.enum(['published', 'hidden']);

/** query catalog.sellerReviews (seller): reviews of own products, newest first. */
export const sellerReviewsInput = z.object({
  sellerId: idSchema,
  filter: z.enum(['all', 'unanswered', 'answered', 'critical']).default('all'),
  cursor,
  limit: z.int().min(1).max(50).default(20),
});
export const sellerReviewSchema = publicReviewSchema.extend({ product: productRef, status: reviewStatus });
export const sellerReviewsOutput = z.object({
  items: z.array(sellerReviewSchema),
  nextCursor: z.string().nullable(),
  counts: z.object({ all: z.int(), unanswered: z.int(), answered: z.int(), critical: z.int() }),
});

/** mutation catalog.replyToReview (seller: owner, manager): null takes the answer away. NOT_FOUND review_not_found. */
export const replyToReviewInput = z.object({
  sellerId: idSchema,
  reviewId: idSchema,
  body: z.string().trim().min(1).max(2_000).nullable(),
});
export const replyToReviewOutput = z.object({ review: sellerReviewSchema });

/** query catalog.reviewQueue (administrator): reviews with open reports, longest waiting first; or hidden ones, newest first. */
export const reviewQueueInput = z.object({
  filter: z.enum(['reported', 'hidden']).default('reported'),
  cursor,
  limit: z.int().min(1).max(50).default(20),
});
export const queuedReviewSchema = sellerReviewSchema.extend({
  sellerName: z.string(),
  reports: z.array(z.object({ reason: z.enum(reportReasons), note: z.string(), at: z.iso.datetime() })),
});
export const reviewQueueOutput = z.object({
  items: z.array(queuedReviewSchema),
  nextCursor: z.string().nullable(),
  counts: z.object({ reported: z.int(), hidden: z.int() }),
});

/** mutation catalog.moderateReview (administrator): settles the open reports. Hidden reviews count in no rating. NOT_FOUND review_not_found. */
export const moderateReviewInput = z.object({
  reviewId: idSchema,
  decision: z.enum(['publish', 'hide']),
  reason: z.string().trim().max(500).default(''),
});
export const moderateReviewOutput = z.object({ status: reviewStatus });
