import { RemoteSlot } from '@mallhive/federation';
import type { ProductCardData, RecommendInput } from '../types.ts';
import { PlainCard } from './PlainCard.tsx';

export type ShelfProps = {
  title: string;
  subtitle?: string;
  href?: string;
  linkLabel?: string;
  items: ProductCardData[];
};

/** A rail of the product remote; a plain row of cards while that cannot be had. */
export function Shelf(props: ShelfProps) {
  if (props.items.length === 0) return null;
  return <RemoteSlot module="product/ProductRail" props={props} fallback={<PlainShelf {...props} />} />;
}

function PlainShelf({ title, subtitle, items }: ShelfProps) {
  return (
    <section>
      <h2>{title}</h2>
      {subtitle ? <p className="mt-1.5 text-ink-soft">{subtitle}</p> : null}
      <ul className="mt-5 grid grid-cols-2 gap-x-4 gap-y-8 md:grid-cols-4 lg:gap-x-6">
        {items.slice(0, 4).map((product) => (
          <li key={product.id}>
            <PlainCard product={product} sizes="(min-width: 48rem) 22vw, 45vw" />
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A rail that the browser asks for itself; without the product remote there is none. */
export function AskedShelf(props: { title: string; href?: string; linkLabel?: string; recommend: RecommendInput }) {
  return <RemoteSlot module="product/ProductRail" props={props} fallback={null} />;
}
