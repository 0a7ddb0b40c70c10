import type { RouterInputs, RouterOutputs } from '@mallhive/api-client';

export type PublicReview = RouterOutputs['catalog']['reviews']['items'][number];
export type MyReview = RouterOutputs['catalog']['myReview'];
export type ReviewSort = NonNullable<RouterInputs['catalog']['reviews']['sort']>;
export type ReportReason = RouterInputs['catalog']['reportReview']['reason'];
