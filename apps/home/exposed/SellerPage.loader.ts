import type { Loader } from '@mallhive/federation';
import { speech } from '@mallhive/ui/texts';
import { itemListJsonLd } from '../logic/json-ld.ts';
import { listingRequest } from '../logic/listing-request.ts';
import { emptyState } from '../logic/listing-state.ts';
import { isNotFound } from '../logic/not-found.ts';
import { texts } from '../messages/index.ts';
import type { SellerPageProps } from './SellerPage.tsx';

/** `params.slug`. */
export const loader: Loader<SellerPageProps> = async ({ api, params, locale, currency }) => {
  const slug = params.slug ?? '';
  try {
    const [{ seller }, answer] = await Promise.all([
      api.catalog.seller.query({ slug }),
      api.search.products.query({ ...listingRequest({ kind: 'seller', slug }, emptyState), locale, currency }),
    ]);
    return {
      props: { seller, start: { state: emptyState, answer } },
      head: {
        title: speech(locale).say(texts(locale).head.title, { name: seller.name }),
        description: seller.tagline || seller.description.slice(0, 160),
        canonicalPath: `/s/${seller.slug}`,
        image: seller.bannerUrl || seller.logoUrl,
        jsonLd: itemListJsonLd(seller.name, answer.items, locale),
      },
      revalidateSeconds: 300,
    };
  } catch (error) {
    if (isNotFound(error)) return { notFound: true };
    throw error;
  }
};
