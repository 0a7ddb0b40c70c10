import { useApi } from '@mallhive/api-client';
import { Button, Checkbox, ErrorState, SelectField, Skeleton, useI18n } from '@mallhive/ui';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { FullReview } from './FullReview.tsx';
import { ReviewForm } from './ReviewForm.tsx';
import { useReviewTexts } from './texts.ts';
import type { ReviewSort } from './types.ts';

const sorts: readonly ReviewSort[] = ['newest', 'helpful', 'highest', 'lowest'];

interface ReviewBrowserProps {
  productId: string;
  writing: boolean;
}

/** All reviews with filters and votes, and the form for an own one. Loaded when somebody asks for it. */
export default function ReviewBrowser({ productId, writing }: ReviewBrowserProps) {
  const api = useApi();
  const texts = useReviewTexts();
  const { say } = useI18n();
  const [sort, setSort] = useState<ReviewSort>('newest');
  const [stars, setStars] = useState(0);
  const [withPictures, setWithPictures] = useState(false);
  const mine = useQuery(api.catalog.myReview.queryOptions({ productId }, { staleTime: 0, retry: false }));
  const reviews = useInfiniteQuery(
    api.catalog.reviews.infiniteQueryOptions(
      { productId, sort, ...(stars && { stars }), ...(withPictures && { withPictures }), limit: 10 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const items = reviews.data?.pages.flatMap((page) => page.items) ?? [];
  const opinionOf = (id: string) =>
    mine.data && mine.data.review?.id !== id
      ? { voted: mine.data.votedFor.includes(id), reported: mine.data.reported.includes(id) }
      : null;
  return (
    <div className="grid gap-8">
      {writing ? <ReviewForm productId={productId} /> : null}
      <div className="flex flex-wrap items-end gap-4">
        <SelectField
          label={texts.sort}
          value={sort}
          options={sorts.map((value) => ({ value, label: texts[value] }))}
          onChange={(event) => setSort(sorts.find((known) => known === event.currentTarget.value) ?? 'newest')}
        />
        <SelectField
          label={texts.show}
          value={String(stars)}
          options={[
            { value: '0', label: texts.allStars },
            ...[5, 4, 3, 2, 1].map((count) => ({ value: String(count), label: say(texts.starsOnly, { count }) })),
          ]}
          onChange={(event) => setStars(Number(event.currentTarget.value))}
        />
        <Checkbox
          label={texts.withPictures}
          checked={withPictures}
          onChange={(event) => setWithPictures(event.currentTarget.checked)}
        />
      </div>
      {reviews.isPending ? (
        <div role="status" aria-label={texts.loading} className="grid gap-4">
          <Skeleton className="h-28" />
          <Skeleton className="h-28" />
        </div>
      ) : reviews.isError ? (
        <ErrorState title={texts.failed} onRetry={() => void reviews.refetch()} />
      ) : items.length === 0 ? (
        <p role="status" className="text-ink-soft">
          {texts.none}
        </p>
      ) : (
        <ul className="grid gap-8">
          {items.map((review) => (
            <FullReview key={review.id} review={review} opinion={opinionOf(review.id)} />
          ))}
        </ul>
      )}
      {reviews.hasNextPage ? (
        <div>
          <Button variant="secondary" busy={reviews.isFetchingNextPage} onClick={() => void reviews.fetchNextPage()}>
            {texts.more}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
