import type { Loader } from '@mallhive/federation';
import { localisedPath, speech } from '@mallhive/ui/texts';
import { productJsonLd } from '../logic/json-ld.ts';
import { isNotFound } from '../logic/not-found.ts';
import { texts } from '../messages/index.ts';
import type { ProductPageProps } from './ProductPage.tsx';

/** `params.slug`. An old slug leads to the new address; an unknown one to the shop's own "not found" page. */
export const loader: Loader<ProductPageProps> = async ({ api, params, locale, currency }) => {
  const slug = params.slug ?? '';
  try {
    const { product, redirectTo, taxIncluded } = await api.catalog.product.query({ slug, locale, currency });
    if (redirectTo) return { redirect: { destination: localisedPath(locale, `/p/${redirectTo}`), permanent: true } };
    const text = texts(locale).head;
    const { say } = speech(locale);
    return {
      props: { product, taxIncluded },
      head: {
        title: say(text.title, { title: product.title }),
        description: product.subtitle || say(text.description, { title: product.title, seller: product.seller.name }),
        canonicalPath: `/p/${product.slug}`,
        image: product.images[0]?.url,
        jsonLd: productJsonLd(product, localisedPath(locale, `/p/${product.slug}`)),
      },
      revalidateSeconds: 300,
    };
  } catch (error) {
    if (isNotFound(error)) return { notFound: true };
    throw error;
  }
};
