import { CheckIcon, Monogram, Rating } from '@mallhive/ui';
import Link from 'next/link';
import { paragraphs } from '../logic/paragraphs.ts';
import { useTexts } from '../texts.ts';
import type { Product, Variant } from '../types.ts';

/** What the product is: highlights, description, and its attributes as a list of terms. */
export function Story({ product, variant }: { product: Product; variant: Variant }) {
  const texts = useTexts();
  const attributes = [
    ...(product.brand ? [{ name: texts.page.brand, value: product.brand }] : []),
    ...product.attributes,
    { name: texts.page.sku, value: variant.sku },
  ];
  return (
    <div className="grid grid-cols-1 gap-10 lg:grid-cols-[minmax(0,1.35fr)_minmax(0,1fr)] lg:gap-16">
      <div className="grid content-start gap-10">
        {product.highlights.length > 0 ? (
          <section>
            <h2 className="mb-5">{texts.sections.highlights}</h2>
            <ul className="grid gap-3 sm:grid-cols-2">
              {product.highlights.map((highlight) => (
                <li key={highlight} className="flex gap-3 rounded-tile bg-surface p-4 shadow-soft">
                  <CheckIcon className="mt-0.5 text-accent-strong" />
                  {highlight}
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        {product.description ? (
          <section>
            <h2 className="mb-4">{texts.sections.description}</h2>
            <div className="grid max-w-prose gap-4 text-[1.0625rem] leading-relaxed">
              {paragraphs(product.description).map((text) => (
                <p key={text}>{text}</p>
              ))}
            </div>
          </section>
        ) : null}
      </div>
      <div className="grid content-start gap-10">
        <section>
          <h2 className="mb-4">{texts.sections.details}</h2>
          <dl className="divide-y divide-line border-y border-line">
            {attributes.map(({ name, value }) => (
              <div key={name} className="grid grid-cols-[9rem_1fr] gap-4 py-3 text-[0.9375rem]">
                <dt className="text-ink-soft">{name}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
        <SellerBox seller={product.seller} />
      </div>
    </div>
  );
}

function SellerBox({ seller }: Pick<Product, 'seller'>) {
  const texts = useTexts();
  return (
    <section aria-label={texts.sections.seller} className="relative flex items-center gap-4 rounded-tile bg-sunken p-5">
      <Monogram name={seller.name} size={56} />
      <div className="min-w-0">
        <p className="text-sm text-ink-soft">{texts.sections.seller}</p>
        <h3>
          <Link
            href={`/s/${seller.slug}`}
            prefetch={false}
            className="after:absolute after:inset-0 after:rounded-tile hover:underline hover:underline-offset-4"
          >
            {seller.name}
          </Link>
        </h3>
        <p className="text-sm text-ink-soft">{seller.tagline}</p>
        {seller.rating.count > 0 ? (
          <Rating average={seller.rating.average} count={seller.rating.count} showAverage className="mt-1" />
        ) : null}
      </div>
    </section>
  );
}
