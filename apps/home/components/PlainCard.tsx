import { Picture, Price, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { useTexts } from '../texts.ts';
import type { ProductCardData } from '../types.ts';

/** Stands in for the product remote's card while that cannot be had: the shopper can still see, compare and go on. */
export function PlainCard({
  product,
  sizes,
  priority,
}: {
  product: ProductCardData;
  sizes: string;
  priority?: boolean;
}) {
  const texts = useTexts();
  const { say } = useI18n();
  return (
    <article className="relative flex h-full min-w-0 flex-col">
      <Picture image={product.image} sizes={sizes} priority={priority} ratio={1} alt="" rounded />
      <div className="flex flex-1 flex-col gap-1 px-0.5 pt-3">
        <h3 className="line-clamp-2 font-sans text-[0.9375rem] leading-snug font-medium tracking-normal">
          <Link href={`/p/${product.slug}`} prefetch={false} className="after:absolute after:inset-0">
            {product.title}
          </Link>
        </h3>
        <p className="truncate text-sm text-ink-soft">
          {product.available ? say(texts.card.by, { seller: product.seller.name }) : texts.card.soldOut}
        </p>
        <div className="mt-auto pt-1">
          <Price current={product.price.current} compareAt={product.price.compareAt} from={product.fromPrice} />
        </div>
      </div>
    </article>
  );
}
