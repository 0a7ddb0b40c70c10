import { Button, EmptyState, ErrorState, HeartIcon, LinkButton, Skeleton, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { useRef } from 'react';
import { useTexts } from '../../texts.ts';
import type { Wish } from '../../types.ts';
import { AccountLayout } from '../AccountLayout.tsx';
import { WishRow } from './WishRow.tsx';

export interface WishlistViewProps {
  /** What is loaded so far; undefined while nothing is. */
  wishes: readonly Wish[] | undefined;
  /** Of the whole list. */
  count: number;
  failed: boolean;
  hasMore: boolean;
  loadingMore: boolean;
  onMove: (wish: Wish, title: string) => Promise<unknown>;
  onRemove: (wish: Wish, title: string) => void;
  onMore: () => void;
  onRetry: () => void;
}

export function WishlistView(props: WishlistViewProps) {
  const { wishes, count, failed, hasMore, loadingMore, onMove, onRemove, onMore, onRetry } = props;
  const text = useTexts().wishlist;
  const { say } = useI18n();
  const heading = useRef<HTMLHeadingElement>(null);
  // The button that was pressed goes with its row: whoever uses the keyboard goes on from the top of the list.
  const stay = () => heading.current?.focus({ preventScroll: true });
  return (
    <AccountLayout current="wishlist">
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h1 ref={heading} tabIndex={-1} className="outline-none">
          {text.title}
        </h1>
        {count > 0 ? <p className="text-ink-soft">{say(text.count, { count })}</p> : null}
      </div>
      {!wishes && failed ? (
        <ErrorState title={text.failedTitle} onRetry={onRetry}>
          {text.failedText}
        </ErrorState>
      ) : null}
      {!wishes && !failed ? (
        <div role="status" aria-label={text.loading} className="grid gap-4">
          {['a', 'b', 'c'].map((key) => (
            <Skeleton key={key} className="h-36" />
          ))}
        </div>
      ) : null}
      {wishes?.length === 0 && !hasMore ? (
        <EmptyState
          icon={<HeartIcon />}
          title={text.empty}
          actions={
            <LinkButton as={Link} href="/">
              {text.shop}
            </LinkButton>
          }
        >
          {text.emptyText}
        </EmptyState>
      ) : null}
      {wishes && wishes.length > 0 ? (
        <ul className="grid gap-4">
          {wishes.map((wish) => {
            const title = wish.product?.title ?? text.gone;
            return (
              <WishRow
                key={wish.variantId}
                wish={wish}
                title={title}
                onMove={() => onMove(wish, title).then((moved) => (moved ? stay() : undefined))}
                onRemove={() => {
                  stay();
                  onRemove(wish, title);
                }}
              />
            );
          })}
        </ul>
      ) : null}
      {hasMore ? (
        <p className="mt-6 text-center">
          <Button variant="secondary" busy={loadingMore} onClick={onMore}>
            {text.more}
          </Button>
        </p>
      ) : null}
      {wishes && failed ? (
        <p role="alert" className="mt-4 text-center text-sm text-danger">
          {text.failedText}
        </p>
      ) : null}
    </AccountLayout>
  );
}
