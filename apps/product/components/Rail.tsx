import { ArrowRightIcon, ChevronLeftIcon, ChevronRightIcon, IconButton, Skeleton, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { useEffect, useId, useRef, useState } from 'react';
import { useTexts } from '../texts.ts';
import type { ProductCardData } from '../types.ts';
import { Card } from './Card.tsx';

export type RailProps = {
  title: string;
  subtitle?: string;
  /** Where all of them are; with `linkLabel` as its words. */
  href?: string;
  linkLabel?: string;
  items: ProductCardData[];
  loading?: boolean;
};

const sizes = '(min-width: 64rem) 17rem, (min-width: 40rem) 14rem, 62vw';
const slide = 'w-[62vw] max-w-64 shrink-0 snap-start sm:w-56 lg:w-[17rem]';

/** A row of cards that scrolls sideways: by touch, wheel, keyboard, or the two buttons. */
export function Rail({ title, subtitle, href, linkLabel, items, loading }: RailProps) {
  const texts = useTexts();
  const { say, dir } = useI18n();
  const id = useId();
  const track = useRef<HTMLUListElement>(null);
  const [ends, setEnds] = useState({ start: true, end: false });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other items have another width.
  useEffect(() => {
    const element = track.current;
    if (!element) return;
    const measure = () =>
      setEnds({
        start: Math.abs(element.scrollLeft) < 8,
        end: Math.abs(element.scrollLeft) + element.clientWidth > element.scrollWidth - 8,
      });
    measure();
    element.addEventListener('scroll', measure, { passive: true });
    window.addEventListener('resize', measure);
    return () => {
      element.removeEventListener('scroll', measure);
      window.removeEventListener('resize', measure);
    };
  }, [items, loading]);
  const move = (direction: number) =>
    track.current?.scrollBy({
      left: (dir === 'rtl' ? -direction : direction) * track.current.clientWidth * 0.85,
      behavior: 'smooth',
    });
  return (
    <section aria-labelledby={id} aria-busy={loading}>
      <div className="mb-5 flex items-end justify-between gap-4">
        <div>
          <h2 id={id}>{title}</h2>
          {subtitle ? <p className="mt-1.5 text-ink-soft">{subtitle}</p> : null}
        </div>
        <div className="flex shrink-0 items-center gap-2">
          {href && linkLabel ? (
            <Link
              href={href}
              prefetch={false}
              className="inline-flex min-h-11 items-center gap-1.5 font-semibold text-accent-strong hover:underline hover:underline-offset-4"
            >
              {linkLabel}
              <ArrowRightIcon />
            </Link>
          ) : null}
          <span className="hidden gap-2 md:flex">
            <IconButton label={texts.rail.previous} variant="surface" disabled={ends.start} onClick={() => move(-1)}>
              <ChevronLeftIcon />
            </IconButton>
            <IconButton label={texts.rail.next} variant="surface" disabled={ends.end} onClick={() => move(1)}>
              <ChevronRightIcon />
            </IconButton>
          </span>
        </div>
      </div>
      <ul
        ref={track}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label={say(texts.rail.region, { title })}
        className="-mx-gutter scroll-px-gutter px-gutter flex snap-x snap-proximity gap-4 overflow-x-auto pb-2 [scrollbar-width:none] lg:gap-6"
      >
        {loading
          ? [1, 2, 3, 4, 5].map((key) => (
              <li key={key} className={slide}>
                <CardSkeleton />
              </li>
            ))
          : items.map((product) => (
              <li key={product.id} className={slide}>
                <Card product={product} sizes={sizes} />
              </li>
            ))}
      </ul>
    </section>
  );
}

/** As tall as a card, so that nothing moves when it comes. */
export function CardSkeleton() {
  return (
    <div aria-hidden="true">
      <Skeleton className="aspect-square rounded-tile" />
      <Skeleton className="mt-3 h-5 w-4/5" />
      <Skeleton className="mt-1 h-5 w-2/5" />
      <Skeleton className="mt-2 h-6 w-1/3" />
    </div>
  );
}
