import type { Loader } from '@mallhive/federation';
import { productJsonLd } from '../logic/json-ld.ts';
import { isNotFound } from '../logic/not-found.ts';
import { messages } from '../messages.ts';
import type { ProductPageProps } from './ProductPage.tsx';

/** `params.slug`. An old slug leads to the new address; an unknown one to the shop's own "not found" page. */
export const loader: Loader<ProductPageProps> = async ({ api, params }) => {
  const slug = params.slug ?? '';
  try {
    const { product, redirectTo } = await api.catalog.product.query({ slug });
    if (redirectTo) return { redirect: { destination: `/p/${redirectTo}`, permanent: true } };
    return {
      props: { product },
      head: {
        title: messages.page.title(product.title),
        description: product.subtitle || messages.page.description(product.title, product.seller.name),
        canonicalPath: `/p/${product.slug}`,
        image: product.images[0]?.url,
        jsonLd: productJsonLd(product),
      },
      revalidateSeconds: 300,
    };
  } catch (error) {
    if (isNotFound(error)) return { notFound: true };
    throw error;
  }
};
