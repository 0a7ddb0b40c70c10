import { useApi } from '@mallhive/api-client';
import { Button, Dialog, TextField } from '@mallhive/ui';
import { useToast } from '@mallhive/ui/toast';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { reviewMessages } from '../../messages/reviews.ts';
import type { QueuedReview } from '../../types.ts';
import { ReviewText, reviewDate } from './ReviewText.tsx';

const text = reviewMessages.admin;

/** A reported or hidden review with what was said about it, and the decision. */
export function QueuedReviewItem({ review, shopUrl }: { review: QueuedReview; shopUrl: string }) {
  const api = useApi();
  const queries = useQueryClient();
  const toast = useToast();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const decide = useMutation(
    api.catalog.moderateReview.mutationOptions({
      onError: () => toast.show({ message: text.failed, tone: 'danger' }),
      onSuccess: ({ status }) => {
        setAsking(false);
        toast.show({
          message: status === 'hidden' ? text.wasHidden : review.status === 'hidden' ? text.restored : text.kept,
        });
      },
      onSettled: () => queries.invalidateQueries({ queryKey: api.catalog.reviewQueue.pathKey() }),
    }),
  );
  return (
    <li className="rounded-tile border border-line bg-surface p-5">
      <ReviewText review={review} shopUrl={shopUrl} />
      <div className="mt-4 sm:ms-[4.5rem]">
        <p className="text-sm text-ink-soft">{text.of(review.product.title, review.sellerName)}</p>
        {review.reports.length > 0 ? (
          <section className="mt-3 rounded-control bg-sunken p-4" aria-label={text.reports}>
            <ul className="grid gap-2 text-sm">
              {review.reports.map((report, index) => (
                <li key={index}>
                  <strong>{text.reasons[report.reason]}</strong>
                  {report.note ? ` – ${report.note}` : ''}{' '}
                  <span className="text-ink-soft">{reviewDate(report.at)}</span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <div className="mt-4 flex flex-wrap gap-3">
          <Button
            size="small"
            variant="secondary"
            busy={decide.isPending}
            onClick={() => decide.mutate({ reviewId: review.id, decision: 'publish' })}
          >
            {review.status === 'hidden' ? text.restore : text.keep}
          </Button>
          {review.status === 'published' ? (
            <Button size="small" variant="danger" onClick={() => setAsking(true)}>
              {text.hide}
            </Button>
          ) : null}
        </div>
      </div>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={text.hideTitle}
        footer={
          <div className="flex justify-end">
            <Button
              variant="danger"
              busy={decide.isPending}
              onClick={() => decide.mutate({ reviewId: review.id, decision: 'hide', reason: reason.trim() })}
            >
              {text.hide}
            </Button>
          </div>
        }
      >
        <p className="mb-4">{text.hideText}</p>
        <TextField
          label={text.reason}
          maxLength={500}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </Dialog>
    </li>
  );
}
