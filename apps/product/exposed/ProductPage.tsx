import { Breadcrumbs, Container, Rating, useI18n } from '@mallhive/ui';
import Link from 'next/link';
import { BuyBox } from '../components/BuyBox.tsx';
import { Gallery } from '../components/Gallery.tsx';
import { Reviews } from '../components/Reviews.tsx';
import { Story } from '../components/Story.tsx';
import { useRecentlyViewed } from '../components/use-recently-viewed.ts';
import { useVariant } from '../components/use-variant.ts';
import { useTexts } from '../texts.ts';
import type { Product } from '../types.ts';
import ProductRail from './ProductRail.tsx';

export type ProductPageProps = { product: Product; taxIncluded?: boolean | null };

export default function ProductPage({ product, taxIncluded = null }: ProductPageProps) {
  // Another product starts afresh: quantity, gallery and choice belong to one product.
  return <Page key={product.id} product={product} taxIncluded={taxIncluded} />;
}

function Page({ product, taxIncluded = null }: ProductPageProps) {
  const texts = useTexts();
  const { say } = useI18n();
  const [variant, choose] = useVariant(product);
  const earlier = useRecentlyViewed(product.id);
  if (!variant) return null;
  const trail = [
    { label: texts.page.home, href: '/' },
    ...product.breadcrumbs.map((category) => ({ label: category.name, href: `/c/${category.path}` })),
    { label: product.title },
  ];
  return (
    <Container className="grid grid-cols-1 gap-14 pt-4 pb-20 lg:gap-20">
      <div>
        <Breadcrumbs items={trail} as={Link} className="mb-5" />
        <div className="grid grid-cols-1 gap-8 lg:grid-cols-[minmax(0,1.15fr)_minmax(0,1fr)] lg:gap-14">
          <Gallery title={product.title} images={product.images} shownIndex={variant.imageIndex} />
          <div className="lg:sticky lg:top-24 lg:self-start">
            <p className="mb-2 text-sm font-semibold text-accent-strong">
              <Link
                href={`/s/${product.seller.slug}`}
                prefetch={false}
                className="hover:underline hover:underline-offset-4"
              >
                {product.seller.name}
              </Link>
            </p>
            <h1 className="text-[clamp(1.875rem,1.5rem+1.6vw,2.75rem)]">{product.title}</h1>
            {product.subtitle ? <p className="mt-2 text-lg text-ink-soft">{product.subtitle}</p> : null}
            {product.rating.count > 0 ? (
              <a
                href="#reviews"
                className="mt-3 inline-flex items-center gap-2 py-1 hover:underline hover:underline-offset-4"
              >
                <Rating
                  average={product.rating.average}
                  count={product.rating.count}
                  showAverage
                  countLabel={say(texts.reviews.count, { count: product.rating.count })}
                />
              </a>
            ) : null}
            <div className="mt-6">
              <BuyBox product={product} variant={variant} taxIncluded={taxIncluded} onChoose={choose} />
            </div>
          </div>
        </div>
      </div>
      <Story product={product} variant={variant} />
      <ProductRail
        title={texts.sections.boughtTogether}
        recommend={{ kind: 'bought-together', productId: product.id, limit: 6 }}
      />
      <ProductRail
        title={texts.sections.alsoBought}
        recommend={{ kind: 'also-bought', productId: product.id, limit: 12 }}
      />
      <Reviews productId={product.id} rating={product.rating} reviews={product.reviews} />
      <ProductRail title={texts.sections.similar} recommend={{ kind: 'similar', productId: product.id, limit: 12 }} />
      {earlier.length > 0 ? (
        <ProductRail
          title={texts.sections.recentlyViewed}
          recommend={{ kind: 'recently-viewed', productIds: earlier, limit: 12 }}
        />
      ) : null}
    </Container>
  );
}
