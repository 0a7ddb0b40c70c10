import type { Loader } from '@mallhive/federation';
import { itemListJsonLd } from '../logic/json-ld.ts';
import { listingRequest } from '../logic/listing-request.ts';
import { emptyState } from '../logic/listing-state.ts';
import { isNotFound } from '../logic/not-found.ts';
import { messages } from '../messages.ts';
import type { SellerPageProps } from './SellerPage.tsx';

/** `params.slug`. */
export const loader: Loader<SellerPageProps> = async ({ api, params }) => {
  const slug = params.slug ?? '';
  try {
    const [{ seller }, answer] = await Promise.all([
      api.catalog.seller.query({ slug }),
      api.search.products.query(listingRequest({ kind: 'seller', slug }, emptyState)),
    ]);
    return {
      props: { seller, start: { state: emptyState, answer } },
      head: {
        title: messages.seller.title(seller.name),
        description: seller.tagline || seller.description.slice(0, 160),
        canonicalPath: `/s/${seller.slug}`,
        image: seller.bannerUrl || seller.logoUrl,
        jsonLd: itemListJsonLd(seller.name, answer.items),
      },
      revalidateSeconds: 300,
    };
  } catch (error) {
    if (isNotFound(error)) return { notFound: true };
    throw error;
  }
};
