import { Picture, Price } from '@mallhive/ui';
import Link from 'next/link';
import { messages } from '../messages.ts';
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
          {product.available ? messages.card.by(product.seller.name) : messages.card.soldOut}
        </p>
        <div className="mt-auto pt-1">
          <Price current={product.price.current} compareAt={product.price.compareAt} from={product.fromPrice} />
        </div>
      </div>
    </article>
  );
}
