import { useHydrated } from '@mallhive/ui';
import { useRouter } from 'next/router';
import { useCallback, useState } from 'react';
import { initialVariant, variantInPath, variantPath } from '../logic/variants.ts';
import type { Product, Variant } from '../types.ts';

/**
 * The chosen variant. The page is rendered once for everybody, so the address is only looked at after hydration; choosing
 * puts the variant into the address without another history entry.
 */
export function useVariant(product: Product): [Variant | undefined, (variant: Variant) => void] {
  const router = useRouter();
  const [chosen, setChosen] = useState<{ productId: string; variantId: string } | null>(null);
  const hydrated = useHydrated();
  const inAddress = hydrated && router.isReady ? variantInPath(router.asPath) : null;
  const wanted = chosen?.productId === product.id ? chosen.variantId : inAddress;
  const choose = useCallback(
    (variant: Variant) => {
      setChosen({ productId: product.id, variantId: variant.id });
      void router.replace(variantPath(router.asPath, variant.id), undefined, { shallow: true, scroll: false });
    },
    [product.id, router],
  );
  return [initialVariant(product, wanted), choose];
}
