import type { MoneyValue } from '@mallhive/ui';
import type { Product } from '../types.ts';
import { availability } from './variants.ts';

const schemaState = {
  'in-stock': 'InStock',
  low: 'InStock',
  backorder: 'BackOrder',
  'sold-out': 'OutOfStock',
} as const;

/** Decimal as schema.org wants it: `12.50`. */
function decimal(value: MoneyValue): string {
  const digits = value.currency === 'JPY' ? 0 : 2;
  return (value.amount / 10 ** digits).toFixed(digits);
}

/** The product as schema.org Product and BreadcrumbList, for search engines. Relative addresses are made absolute by the shell. */
export function productJsonLd(product: Product, path = `/p/${product.slug}`): Record<string, unknown>[] {
  return [
    {
      '@context': 'https://schema.org',
      '@type': 'Product',
      name: product.title,
      description: product.subtitle || product.description.slice(0, 300),
      image: product.images.map((image) => image.url),
      sku: product.variants[0]?.sku,
      ...(product.brand ? { brand: { '@type': 'Brand', name: product.brand } } : {}),
      ...(product.rating.count > 0
        ? {
            aggregateRating: {
              '@type': 'AggregateRating',
              ratingValue: product.rating.average,
              reviewCount: product.rating.count,
            },
            review: product.reviews.map((review) => ({
              '@type': 'Review',
              reviewRating: { '@type': 'Rating', ratingValue: review.rating },
              author: { '@type': 'Person', name: review.authorName },
              datePublished: review.createdAt.slice(0, 10),
              name: review.title,
              reviewBody: review.body,
            })),
          }
        : {}),
      offers: product.variants.map((variant) => ({
        '@type': 'Offer',
        url: product.variants.length > 1 ? `${path}?variant=${variant.id}` : path,
        sku: variant.sku,
        price: decimal(variant.price.current),
        priceCurrency: variant.price.current.currency,
        availability: `https://schema.org/${schemaState[availability(variant).kind]}`,
        itemCondition: 'https://schema.org/NewCondition',
        seller: { '@type': 'Organization', name: product.seller.name },
      })),
    },
    {
      '@context': 'https://schema.org',
      '@type': 'BreadcrumbList',
      itemListElement: product.breadcrumbs.map((category, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: category.name,
        item: `/c/${category.path}`,
      })),
    },
  ];
}
