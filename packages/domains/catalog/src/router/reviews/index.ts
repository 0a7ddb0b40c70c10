import type { Catalog } from '../../index.ts';
import { deleteReview } from './delete-review.ts';
import { moderateReview } from './moderate-review.ts';
import { myReview } from './my-review.ts';
import { replyToReview } from './reply-to-review.ts';
import { reportReview } from './report-review.ts';
import { reviewQueue } from './review-queue.ts';
import { reviews } from './reviews.ts';
import { saveReview } from './save-review.ts';
import { sellerReviews } from './seller-reviews.ts';
import { voteReview } from './vote-review.ts';

export const reviewProcedures = (catalog: Catalog) => ({
  reviews: reviews(catalog),
  myReview: myReview(catalog),
  saveReview: saveReview(catalog),
  deleteReview: deleteReview(catalog),
  voteReview: voteReview(catalog),
  reportReview: reportReview(catalog),
  sellerReviews: sellerReviews(catalog),
  replyToReview: replyToReview(catalog),
  reviewQueue: reviewQueue(catalog),
  moderateReview: moderateReview(catalog),
});
