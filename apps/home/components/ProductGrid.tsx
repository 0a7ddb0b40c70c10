import { RemoteSlot } from '@mallhive/federation';
import { cx, Skeleton } from '@mallhive/ui';
import type { ProductCardData } from '../types.ts';
import { PlainCard } from './PlainCard.tsx';

type ProductGridProps = {
  items: ProductCardData[];
  /** Beside a column of filters there is room for one card less. */
  narrow?: boolean;
  /** So many pictures are seen at once and are loaded first. */
  eager?: number;
  /** Older items are shown while newer ones are on their way. */
  stale?: boolean;
  /** A product is about to be opened; `place` begins at 1. */
  onOpen?: ((productId: string, place: number) => void) | undefined;
};

const columns = (narrow?: boolean) =>
  cx('grid grid-cols-2 gap-x-4 gap-y-9 md:grid-cols-3 lg:gap-x-6', narrow ? 'xl:grid-cols-4' : 'lg:grid-cols-4');
const sizesFor = (narrow?: boolean) =>
  narrow
    ? '(min-width: 84rem) 14.5rem, (min-width: 80rem) 17vw, (min-width: 64rem) 20vw, (min-width: 48rem) 30vw, 45vw'
    : '(min-width: 84rem) 18.5rem, (min-width: 64rem) 22vw, (min-width: 48rem) 30vw, 45vw';

export function ProductGrid({ items, narrow, eager = 0, stale, onOpen }: ProductGridProps) {
  const sizes = sizesFor(narrow);
  return (
    <ul className={cx(columns(narrow), 'transition-opacity duration-200', stale && 'opacity-50')} aria-busy={stale}>
      {items.map((product, index) => (
        <li
          key={product.id}
          className="min-w-0"
          onClickCapture={
            onOpen &&
            (({ target }) => {
              if (target instanceof Element && target.closest('a')) onOpen(product.id, index + 1);
            })
          }
        >
          <RemoteSlot
            module="product/ProductCard"
            props={{ product, sizes, priority: index < eager }}
            fallback={<PlainCard product={product} sizes={sizes} priority={index < eager} />}
          />
        </li>
      ))}
    </ul>
  );
}

export function ProductGridSkeleton({ narrow, count = 8 }: { narrow?: boolean; count?: number }) {
  return (
    <div className={columns(narrow)} aria-hidden="true">
      {Array.from({ length: count }, (_, index) => `tile-${index}`).map((key) => (
        <div key={key}>
          <Skeleton className="aspect-square rounded-tile" />
          <Skeleton className="mt-3 h-5 w-4/5" />
          <Skeleton className="mt-1 h-5 w-2/5" />
          <Skeleton className="mt-2 h-6 w-1/3" />
        </div>
      ))}
    </div>
  );
}
