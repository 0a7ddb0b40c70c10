import { Button, CheckCircleIcon, EmptyState, Rating, Skeleton, SparkIcon, useI18n } from '@mallhive/ui';
import { lazy, Suspense, useEffect, useState } from 'react';
import { paragraphs } from '../logic/paragraphs.ts';
import { useTexts } from '../texts.ts';
import type { Product, Review } from '../types.ts';

/** Filters, votes and the form: only for who asks for them. */
const ReviewBrowser = lazy(() => import('./reviews/ReviewBrowser.tsx'));
const writeHash = '#write-review';

interface ReviewsProps extends Pick<Product, 'rating' | 'reviews'> {
  productId: string;
}

/** The average, how the stars are spread, and the newest reviews. */
export function Reviews({ productId, rating, reviews }: ReviewsProps) {
  const texts = useTexts();
  const [open, setOpen] = useState<'read' | 'write' | null>(null);
  useEffect(() => {
    // From an order: straight to the form.
    if (window.location.hash === writeHash) setOpen('write');
  }, []);
  const none = rating.count === 0;
  return (
    <section id="reviews" aria-labelledby="reviews-title" className="scroll-mt-28">
      <div id="write-review" className="mb-6 flex scroll-mt-28 flex-wrap items-center justify-between gap-3">
        <h2 id="reviews-title">{texts.sections.reviews}</h2>
        {open === 'write' ? null : (
          <Button variant="secondary" size="small" onClick={() => setOpen('write')}>
            {texts.reviews.write}
          </Button>
        )}
      </div>
      {none && !open ? (
        <EmptyState title={texts.reviews.none} icon={<SparkIcon />} level={3} className="rounded-panel bg-sunken">
          {texts.reviews.noneHint}
        </EmptyState>
      ) : (
        <div className="grid grid-cols-1 gap-8 lg:grid-cols-[18rem_minmax(0,1fr)] lg:gap-16">
          {none ? <span /> : <Distribution rating={rating} />}
          <div>
            <h3 className="sr-only">{texts.reviews.newest}</h3>
            {open ? (
              <Suspense fallback={<Skeleton className="h-40" />}>
                <ReviewBrowser productId={productId} writing={open === 'write'} />
              </Suspense>
            ) : (
              <>
                <ul className="grid gap-8">
                  {reviews.map((review) => (
                    <ReviewItem key={review.id} review={review} />
                  ))}
                </ul>
                <Button className="mt-8" variant="secondary" onClick={() => setOpen('read')}>
                  {texts.reviews.browse}
                </Button>
              </>
            )}
          </div>
        </div>
      )}
    </section>
  );
}

function Distribution({ rating }: Pick<Product, 'rating'>) {
  const texts = useTexts();
  const { say, number } = useI18n();
  const most = Math.max(1, ...rating.distribution);
  return (
    <div className="self-start rounded-tile bg-sunken p-6">
      <p className="flex items-baseline gap-2">
        <span className="font-display text-5xl leading-none">
          {number(rating.average, { minimumFractionDigits: 1, maximumFractionDigits: 1 })}
        </span>
        <span className="text-ink-soft">{texts.reviews.outOf}</span>
      </p>
      <Rating
        average={rating.average}
        count={rating.count}
        countLabel={say(texts.reviews.count, { count: rating.count })}
        className="mt-3"
      />
      <ul className="mt-5 grid gap-2">
        {[5, 4, 3, 2, 1].map((stars) => {
          const count = rating.distribution[stars - 1] ?? 0;
          return (
            <li key={stars} className="grid grid-cols-[1rem_1fr_2.5rem] items-center gap-2.5 text-sm">
              <span aria-hidden="true">{stars}</span>
              <span
                className="h-2 overflow-hidden rounded-full bg-line"
                role="img"
                aria-label={say(texts.reviews.stars, { stars, number: count })}
              >
                <span className="block h-full rounded-full bg-star" style={{ width: `${(count / most) * 100}%` }} />
              </span>
              <span aria-hidden="true" className="text-end text-ink-soft tabular-nums">
                {count}
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

function ReviewItem({ review }: { review: Review }) {
  const texts = useTexts();
  const { date } = useI18n();
  return (
    <li className="border-b border-line pb-8 last:border-0 last:pb-0">
      <Rating average={review.rating} />
      <h4 className="mt-2 font-semibold">{review.title}</h4>
      {paragraphs(review.body).map((text) => (
        <p key={text} className="mt-2 max-w-prose">
          {text}
        </p>
      ))}
      <p className="mt-3 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
        <span>{review.authorName}</span>
        <time dateTime={review.createdAt}>{date(review.createdAt)}</time>
        {review.verified ? (
          <span className="inline-flex items-center gap-1 text-positive">
            <CheckCircleIcon className="size-4" />
            {texts.reviews.verified}
          </span>
        ) : null}
      </p>
    </li>
  );
}
