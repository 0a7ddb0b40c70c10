import { Badge, cx, Picture, Price, Rating, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { useTexts } from '../texts.ts';
import type { ProductCardData } from '../types.ts';

export type CardProps = {
  product: ProductCardData;
  /** How wide the card is shown, as for the `sizes` attribute of its picture. */
  sizes?: string;
  /** Among the first that are seen: its picture is not left for later. */
  priority?: boolean;
  /** Level of the title in the page's outline. */
  level?: 2 | 3;
};

const badgeTone = { sale: 'sale', new: 'inverse', bestseller: 'accent', 'low-stock': 'caution' } as const;

/** One link over the whole tile; the title is its name, everything else follows it. */
export function Card({
  product,
  sizes = '(min-width: 64rem) 18rem, (min-width: 40rem) 30vw, 45vw',
  priority,
  level = 3,
}: CardProps) {
  const texts = useTexts();
  const { say } = useI18n();
  const Heading = `h${level}` as const;
  const { image, hoverImage } = product;
  return (
    <article className="group relative flex h-full min-w-0 flex-col">
      <div className="relative overflow-hidden rounded-tile">
        <Picture
          image={image}
          sizes={sizes}
          priority={priority}
          ratio={1}
          alt=""
          className={cx(
            'transition-transform duration-500 ease-house group-hover:scale-[1.03]',
            !product.available && 'opacity-55',
          )}
        />
        {hoverImage ? (
          <span className="absolute inset-0 hidden opacity-0 transition-opacity duration-300 group-hover:opacity-100 [@media(hover:hover)]:block">
            <Picture image={hoverImage} sizes={sizes} ratio={1} alt="" />
          </span>
        ) : null}
        <span className="absolute top-2.5 start-2.5 flex flex-wrap gap-1.5">
          {product.available ? (
            product.badges.slice(0, 2).map((badge) => (
              <Badge key={badge} tone={badgeTone[badge]}>
                {texts.card.badges[badge]}
              </Badge>
            ))
          ) : (
            <Badge tone="inverse">{texts.card.soldOut}</Badge>
          )}
        </span>
      </div>
      <div className="flex flex-1 flex-col gap-1 px-0.5 pt-3">
        <Heading className="line-clamp-2 font-sans text-[0.9375rem] leading-snug font-medium tracking-normal">
          <Link
            href={`/p/${product.slug}`}
            prefetch={false}
            className="after:absolute after:inset-0 after:rounded-tile group-hover:underline group-hover:decoration-1 group-hover:underline-offset-4"
          >
            {product.title}
          </Link>
        </Heading>
        <p className="truncate text-sm text-ink-soft">{say(texts.card.from, { seller: product.seller.name })}</p>
        <div className="mt-auto flex flex-wrap items-center justify-between gap-x-3 gap-y-0.5 pt-1">
          <Price current={product.price.current} compareAt={product.price.compareAt} from={product.fromPrice} />
          {product.rating.count > 0 ? (
            <Rating
              average={product.rating.average}
              count={product.rating.count}
              countLabel={say(texts.card.reviews, { number: product.rating.count })}
              className="text-[0.8125rem]"
            />
          ) : null}
        </div>
      </div>
    </article>
  );
}
