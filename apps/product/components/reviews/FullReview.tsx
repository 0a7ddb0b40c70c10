import { useApi } from '@mallhive/api-client';
import { Button, CheckCircleIcon, Picture, Rating, useI18n } from '@mallhive/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { paragraphs } from '../../logic/paragraphs.ts';
import { ReportDialog } from './ReportDialog.tsx';
import { useReviewTexts } from './texts.ts';
import type { PublicReview } from './types.ts';

interface FullReviewProps {
  review: PublicReview;
  /** What the visitor has done; null for nobody, and for the own review. */
  opinion: { voted: boolean; reported: boolean } | null;
}

export function FullReview({ review, opinion }: FullReviewProps) {
  const texts = useReviewTexts();
  const { date, say } = useI18n();
  return (
    <li className="border-b border-line pb-8 last:border-0 last:pb-0">
      <Rating average={review.rating} />
      {review.title ? <h4 className="mt-2 font-semibold">{review.title}</h4> : null}
      {paragraphs(review.body).map((text) => (
        <p key={text} className="mt-2 max-w-prose break-words">
          {text}
        </p>
      ))}
      {review.images.length > 0 ? (
        <ul className="mt-3 flex flex-wrap gap-2">
          {review.images.map((image, index) => (
            <li key={image.url}>
              <a href={`${image.url}?w=1280`} target="_blank" rel="noopener">
                <Picture
                  image={image}
                  alt={image.alt || say(texts.picture, { number: index + 1 })}
                  sizes="6rem"
                  ratio={1}
                  rounded
                  className="w-24"
                />
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <span>{review.authorName}</span>
        <time dateTime={review.createdAt}>{date(review.createdAt)}</time>
        {review.editedAt ? <span>{say(texts.edited, { date: date(review.editedAt) })}</span> : null}
        {review.verified ? (
          <span className="inline-flex items-center gap-1 text-positive">
            <CheckCircleIcon className="size-4" />
            {texts.verified}
          </span>
        ) : null}
      </p>
      {review.reply ? (
        <div className="mt-4 max-w-prose rounded-tile bg-sunken p-4">
          <p className="text-sm font-semibold">{say(texts.answerOf, { seller: review.reply.sellerName })}</p>
          <p className="mt-1 break-words whitespace-pre-line">{review.reply.body}</p>
        </div>
      ) : null}
      <Opinion review={review} opinion={opinion} />
    </li>
  );
}

function Opinion({ review, opinion }: FullReviewProps) {
  const api = useApi();
  const texts = useReviewTexts();
  const { say } = useI18n();
  const [helpful, setHelpful] = useState<number | null>(null);
  const [voted, setVoted] = useState<boolean | null>(null);
  const [asking, setAsking] = useState(false);
  const [reported, setReported] = useState(false);
  const vote = useMutation(
    api.catalog.voteReview.mutationOptions({
      onSuccess: (answer, input) => {
        setHelpful(answer.helpful);
        setVoted(input.helpful);
      },
    }),
  );
  const count = helpful ?? review.helpful;
  const isVoted = voted ?? opinion?.voted ?? false;
  const isReported = reported || (opinion?.reported ?? false);
  return (
    <div className="mt-3 flex flex-wrap items-center gap-3 text-sm">
      {count > 0 ? <span className="text-ink-soft">{say(texts.helpfulCount, { count })}</span> : null}
      {opinion ? (
        <>
          <Button
            size="small"
            variant="secondary"
            aria-pressed={isVoted}
            busy={vote.isPending}
            onClick={() => vote.mutate({ reviewId: review.id, helpful: !isVoted })}
          >
            {texts.vote}
          </Button>
          <Button size="small" variant="quiet" disabled={isReported} onClick={() => setAsking(true)}>
            {isReported ? texts.reported : texts.report}
          </Button>
        </>
      ) : null}
      {asking ? (
        <ReportDialog
          reviewId={review.id}
          onClose={(done) => {
            setAsking(false);
            if (done) setReported(true);
          }}
        />
      ) : null}
    </div>
  );
}
