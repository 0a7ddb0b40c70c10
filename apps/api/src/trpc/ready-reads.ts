import type { Catalog } from '@mallhive/catalog';
import type { TrpcOptions } from './register-trpc.ts';

/** The shop's most frequent reads, each with what answers it as JSON. */
export function readyReads({ catalog }: { catalog: Catalog }): TrpcOptions['ready'] {
  return { 'catalog.product': catalog.productJson, 'catalog.products': catalog.productsJson };
}
