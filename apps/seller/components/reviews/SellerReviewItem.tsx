import { useApi } from '@mallhive/api-client';
import { Badge, Button, TextAreaField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reviewMessages } from '../../messages/reviews.ts';
import type { SellerReview } from '../../types.ts';
import { useOrganisation } from '../organisation.tsx';
import { ReviewText, reviewDate } from './ReviewText.tsx';

const text = reviewMessages.seller;

/** A review with its answer, which can be written, changed and taken away in place. */
export function SellerReviewItem({ review, shopUrl }: { review: SellerReview; shopUrl: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const { sellerId } = useOrganisation();
  const [writing, setWriting] = useState(false);
  const [body, setBody] = useState(review.reply?.body ?? '');
  const failed = () => toast.show({ message: text.failed, tone: 'danger' });
  const reply = useMutation(
    api.catalog.replyToReview.mutationOptions({
      onError: failed,
      onSuccess: (_, input) => {
        setWriting(false);
        toast.show({ message: input.body === null ? text.removed : text.saved });
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.catalog.sellerReviews.pathKey() }),
    }),
  );
  const report = useMutation(
    api.catalog.reportReview.mutationOptions({
      onError: failed,
      onSuccess: () => toast.show({ message: text.reported }),
    }),
  );
  const send = (answer: string | null) => reply.mutate({ sellerId, reviewId: review.id, body: answer });
  return (
    <li className="rounded-tile border border-line bg-surface p-5">
      <ReviewText review={review} shopUrl={shopUrl} />
      <div className="ms-0 mt-4 sm:ms-[4.5rem]">
        {review.status === 'hidden' ? <Badge tone="caution">{text.hidden}</Badge> : null}
        {review.reply && !writing ? (
          <div className="rounded-control bg-sunken p-4">
            <p className="text-sm font-semibold">{text.answeredAt(reviewDate(review.reply.at))}</p>
            <p className="mt-1 break-words whitespace-pre-line">{review.reply.body}</p>
          </div>
        ) : null}
        {writing ? (
          <form
            className="grid gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              if (body.trim()) send(body.trim());
            }}
          >
            <TextAreaField
              label={text.answerTo(review.authorName)}
              rows={4}
              maxLength={2000}
              required
              value={body}
              onChange={(event) => setBody(event.currentTarget.value)}
            />
            <div className="flex flex-wrap gap-3">
              <Button type="submit" busy={reply.isPending}>
                {text.publish}
              </Button>
              <Button variant="quiet" onClick={() => setWriting(false)}>
                {text.cancel}
              </Button>
            </div>
          </form>
        ) : (
          <div className="mt-3 flex flex-wrap gap-3">
            {review.status === 'published' ? (
              <Button size="small" variant="secondary" onClick={() => setWriting(true)}>
                {review.reply ? text.edit : text.answer}
              </Button>
            ) : null}
            {review.reply ? (
              <Button size="small" variant="quiet" busy={reply.isPending} onClick={() => send(null)}>
                {text.remove}
              </Button>
            ) : null}
            {review.status === 'published' ? (
              <Button
                size="small"
                variant="quiet"
                busy={report.isPending}
                disabled={report.isSuccess}
                onClick={() => report.mutate({ reviewId: review.id, reason: 'other' })}
              >
                {text.report}
              </Button>
            ) : null}
          </div>
        )}
      </div>
    </li>
  );
}
