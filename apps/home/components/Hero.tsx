import { cx, LinkButton, Picture, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { heroPicks } from '../logic/hero.ts';
import { useTexts } from '../texts.ts';
import type { HomeData, ProductCardData } from '../types.ts';

/** Words on the left, a small arrangement of real products on the right. */
export function Hero({ home }: { home: HomeData }) {
  const texts = useTexts().home;
  const { say } = useI18n();
  const picks = heroPicks(home);
  return (
    <section className="grid items-center gap-10 lg:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)] lg:gap-16">
      <div className="max-w-xl">
        <p className="mb-4 inline-flex items-center gap-2.5 text-sm font-semibold text-accent-strong">
          <span
            aria-hidden="true"
            className="h-3.5 w-3 bg-accent [clip-path:polygon(50%_0,100%_25%,100%_75%,50%_100%,0_75%,0_25%)]"
          />
          {texts.eyebrow}
        </p>
        <h1 className="text-[clamp(2.5rem,1.5rem+4.2vw,4.5rem)] leading-[1.02]">{texts.heading}</h1>
        <p className="mt-5 text-lg leading-relaxed text-ink-soft">{texts.lead}</p>
        <div className="mt-8 flex flex-wrap gap-3">
          <LinkButton href="/sale" as={Link} variant="accent" size="large">
            {texts.shopSale}
          </LinkButton>
          <LinkButton href="/search?sort=newest" as={Link} variant="secondary" size="large">
            {texts.shopNew}
          </LinkButton>
        </div>
        <ul className="mt-8 flex flex-wrap gap-x-6 gap-y-2 text-sm text-ink-soft">
          {home.sellers.length > 0 ? <li>{say(texts.figures.sellers, { count: home.sellers.length })}</li> : null}
          <li>{texts.figures.one}</li>
          <li>{texts.figures.returns}</li>
        </ul>
      </div>
      {picks.length > 0 ? (
        <ul className="grid grid-cols-6 grid-rows-[repeat(6,1fr)] gap-3 lg:gap-4" style={{ aspectRatio: '1.12' }}>
          {picks.map((product, index) => (
            <Pick key={product.id} product={product} place={index} />
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** One large tile, a wide one above a tall one, and a small one: never a plain grid. */
const places = [
  { className: 'col-[1/5] row-[1/5] rounded-panel', sizes: '(min-width: 84rem) 27rem, (min-width: 64rem) 33vw, 64vw' },
  { className: 'col-[5/7] row-[1/3] rounded-tile', sizes: '(min-width: 84rem) 13rem, (min-width: 64rem) 16vw, 31vw' },
  { className: 'col-[5/7] row-[3/7] rounded-tile', sizes: '(min-width: 84rem) 13rem, (min-width: 64rem) 16vw, 60vw' },
  { className: 'col-[1/3] row-[5/7] rounded-tile', sizes: '(min-width: 84rem) 13rem, (min-width: 64rem) 16vw, 31vw' },
  { className: 'col-[3/5] row-[5/7] rounded-tile', sizes: '(min-width: 84rem) 13rem, (min-width: 64rem) 16vw, 31vw' },
] as const;

function Pick({ product, place }: { product: ProductCardData; place: number }) {
  const { money } = useI18n();
  const spot = places[place];
  if (!spot) return null;
  return (
    <li className={cx('group relative min-h-0 min-w-0 overflow-hidden', spot.className)}>
      <Picture image={product.image} sizes={spot.sizes} priority={place === 0} alt="" className="h-full w-full" />
      <Link
        href={`/p/${product.slug}`}
        prefetch={false}
        className="absolute inset-0 flex items-end rounded-[inherit] p-3 focus-visible:-outline-offset-4 focus-visible:rounded-[inherit]"
      >
        {place === 0 ? (
          <span className="flex max-w-full items-baseline gap-3 rounded-full bg-surface px-4 py-2 text-sm shadow-soft">
            <span className="truncate font-semibold">{product.title}</span>
            <span className="shrink-0 text-ink-soft">{money(product.price.current)}</span>
          </span>
        ) : (
          <span className="sr-only">{product.title}</span>
        )}
      </Link>
    </li>
  );
}
