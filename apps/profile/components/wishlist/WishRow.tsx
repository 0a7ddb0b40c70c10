import { Badge, Button, Picture, Price, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { useState } from 'react';
import { dayFormat } from '../../logic/dates.ts';
import { priceChange } from '../../logic/wishlist.ts';
import { useTexts } from '../../texts.ts';
import type { Wish } from '../../types.ts';

export interface WishRowProps {
  wish: Wish;
  title: string;
  /** Resolves when the cart has it or has refused it. */
  onMove: () => Promise<unknown>;
  onRemove: () => void;
}

const fewLeft = 5;

function State({ wish }: { wish: Wish }) {
  const text = useTexts().wishlist;
  const { say } = useI18n();
  if (wish.state === 'withdrawn') return wish.product ? <Badge>{text.withdrawn}</Badge> : null;
  if (wish.state === 'sold-out') return <Badge tone="inverse">{text.soldOut}</Badge>;
  if (wish.availableQuantity > fewLeft) return null;
  return <Badge tone="caution">{say(text.onlyLeft, { count: wish.availableQuantity })}</Badge>;
}

/** What it costs, and how that differs from the day it was saved. */
function PriceNow({ wish }: { wish: Wish }) {
  const text = useTexts().wishlist;
  const { say } = useI18n();
  const change = priceChange(wish);
  if (!wish.product || wish.state === 'withdrawn') return null;
  return (
    <>
      <p className="font-semibold">
        <Price current={wish.product.unitPrice} compareAt={wish.product.compareAt} />
      </p>
      {change ? (
        <p className={change.less ? 'text-sm font-medium text-positive' : 'text-sm text-ink-soft'}>
          {say(change.less ? text.less : text.dearer, { amount: change.by })} (
          {say(text.was, { price: wish.priceWhenAdded })})
        </p>
      ) : null}
    </>
  );
}

export function WishRow({ wish, title, onMove, onRemove }: WishRowProps) {
  const text = useTexts().wishlist;
  const { say, date } = useI18n();
  const [moving, setMoving] = useState(false);
  const { product, state } = wish;
  const href = product && state !== 'withdrawn' ? `/p/${product.slug}?variant=${wish.variantId}` : null;
  const picture = (
    <Picture
      image={product?.imageUrl ? { url: product.imageUrl, alt: '', width: 320, height: 320 } : null}
      alt=""
      sizes="(min-width: 40rem) 8rem, 5.5rem"
      ratio={1}
      rounded
      className={state === 'available' ? '' : 'opacity-55'}
    />
  );
  return (
    <li className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-4 gap-y-4 rounded-tile border border-line bg-surface p-4 sm:grid-cols-[8rem_minmax(0,1fr)_auto] sm:gap-x-5">
      {href ? (
        <Link href={href} prefetch={false} tabIndex={-1} aria-hidden="true">
          {picture}
        </Link>
      ) : (
        <span aria-hidden="true">{picture}</span>
      )}
      <div className="flex min-w-0 flex-col items-start gap-1">
        <h2 className="font-sans text-base leading-snug font-semibold tracking-normal">
          {href ? (
            <Link href={href} prefetch={false} className="hover:underline">
              {title}
            </Link>
          ) : (
            title
          )}
        </h2>
        {product ? (
          <p className="text-sm text-ink-soft">
            {product.variantTitle ? (
              <>
                <bdi>{product.variantTitle}</bdi> ·{' '}
              </>
            ) : null}
            {say(text.soldBy, { seller: product.seller.name })}
          </p>
        ) : null}
        <PriceNow wish={wish} />
        <State wish={wish} />
        <p className="mt-auto pt-1 text-sm text-ink-soft">{say(text.since, { day: date(wish.addedAt, dayFormat) })}</p>
      </div>
      <div className="col-span-2 flex flex-wrap items-center justify-between gap-3 sm:col-span-1 sm:flex-col sm:items-end sm:justify-start">
        {state === 'available' ? (
          <Button
            size="small"
            busy={moving}
            aria-label={say(text.moveName, { title })}
            onClick={() => {
              setMoving(true);
              void onMove().finally(() => setMoving(false));
            }}
          >
            {text.move}
          </Button>
        ) : null}
        <Button
          size="small"
          variant="link"
          className="ms-auto"
          disabled={moving}
          aria-label={say(text.removeName, { title })}
          onClick={onRemove}
        >
          {text.remove}
        </Button>
      </div>
    </li>
  );
}
