import type { z } from 'zod';
import type { Actor } from '../actor.ts';
import type {
  deleteReviewInput,
  moderateReviewInput,
  myReviewInput,
  replyToReviewInput,
  reportReviewInput,
  reviewQueueInput,
  reviewsInput,
  saveReviewInput,
  sellerReviewsInput,
  voteReviewInput,
} from '../contract-reviews.ts';
import type { Database } from '../database.repository.ts';
import type { CatalogPorts } from '../ports.ts';
import { formerCustomer } from './author-name.ts';
import { deleteReview } from './delete-review.ts';
import { listReviews } from './list-reviews.ts';
import { moderateReview } from './moderate-review.ts';
import type { Moderator } from './moderator.ts';
import { myReview } from './my-review.ts';
import { forget, grantRights, productsToReview, readPersonalReviews } from './person.repository.ts';
import { replyToReview } from './reply-to-review.ts';
import { reportReview } from './report-review.ts';
import { reviewQueue } from './review-queue.ts';
import { type Author, saveReview } from './save-review.ts';
import { sellerReviews } from './seller-reviews.ts';
import { voteReview } from './vote-review.ts';

/** The reviews' part of the catalog's facade. */
export function createReviews(db: Database, ports: Pick<CatalogPorts, 'clock'>) {
  return {
    reviews: (input: z.output<typeof reviewsInput>) => listReviews(db, input),
    myReview: (userId: string, input: z.output<typeof myReviewInput>) => myReview(db, userId, input),
    saveReview: (author: Author, input: z.output<typeof saveReviewInput>) => saveReview(db, ports, author, input),
    deleteReview: (userId: string, input: z.output<typeof deleteReviewInput>) => deleteReview(db, ports, userId, input),
    voteReview: (userId: string, input: z.output<typeof voteReviewInput>) => voteReview(db, ports, userId, input),
    reportReview: (userId: string, input: z.output<typeof reportReviewInput>) => reportReview(db, ports, userId, input),
    sellerReviews: (actor: Actor, input: z.output<typeof sellerReviewsInput>) => sellerReviews(db, actor, input),
    replyToReview: (actor: Actor, input: z.output<typeof replyToReviewInput>) => replyToReview(db, ports, actor, input),
    reviewQueue: (moderator: Moderator, input: z.output<typeof reviewQueueInput>) => reviewQueue(db, moderator, input),
    moderateReview: (moderator: Moderator, input: z.output<typeof moderateReviewInput>) =>
      moderateReview(db, ports, moderator, input),

    /** A parcel with these products went to this person: they may review them. Repeating is harmless. */
    grantReviewRights: (right: { userId: string; productIds: readonly string[]; orderId: string; at: Date }) =>
      grantRights(db, right),
    /** What somebody got with an order and has not reviewed yet; ten at most, published ones alone. */
    productsToReview: (of: { userId: string; orderId: string }) => productsToReview(db, of),
    /** The person goes, the opinions stay: reviews lose name and pictures, votes and reports their owner. Answers how many reviews; repeating is harmless. */
    anonymiseReviews: (userId: string) => forget(db, userId, formerCustomer, ports.clock.now()),
    /** Everything the catalog holds about a person, for their data export. */
    reviewsOfPerson: (userId: string) => readPersonalReviews(db, userId),
  };
}
