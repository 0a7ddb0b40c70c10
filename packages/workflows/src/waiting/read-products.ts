import { type Currency, type Locale, localisedUrl } from '@mallhive/kernel';
import type { WorkflowDependencies } from '../dependencies.ts';

type Variants = Awaited<ReturnType<WorkflowDependencies['catalog']['variantsForCart']>>;
export type Product = Variants[number];

export interface Wanted {
  variantId: string;
  currency: Currency;
  locale: Locale;
}
export type ProductsOf = (wanted: Wanted) => Product | undefined;

const audienceOf = ({ currency, locale }: Wanted) => `${currency} ${locale}`;

/** One read of the catalog for each language and currency. What is not on sale is left out. */
export async function readProducts(
  { catalog }: Pick<WorkflowDependencies, 'catalog'>,
  wanted: readonly Wanted[],
): Promise<ProductsOf> {
  const reads = [...Map.groupBy(wanted, audienceOf)].map(async ([audience, own]) => {
    const [first] = own;
    if (!first) return [];
    const ids = [...new Set(own.map(({ variantId }) => variantId))];
    const variants = await catalog.variantsForCart(ids, first.currency, first.locale);
    return variants.flatMap((one) => (one.published ? [[`${one.variantId} ${audience}`, one] as const] : []));
  });
  const products = new Map((await Promise.all(reads)).flat());
  return (one) => products.get(`${one.variantId} ${audienceOf(one)}`);
}

/** What a message says of a product. */
export const describe = (
  { title, variantTitle, seller, unitPrice, slug, variantId }: Product,
  url: string,
  locale: Locale,
) => ({
  title,
  variantTitle,
  sellerName: seller.name,
  price: unitPrice,
  url: localisedUrl(url, locale, `/p/${slug}?variant=${variantId}`),
});
