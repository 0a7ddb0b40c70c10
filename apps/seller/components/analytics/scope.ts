import { type RouterOutputs, useApi } from '@mallhive/api-client';
import { useQuery } from '@tanstack/react-query';
import type { Period } from '../../logic/period.ts';

/** Whose figures: a seller's own, or with null those of the whole shop. */
export interface Scope extends Period {
  sellerId: string | null;
}

export type Sales = RouterOutputs['analytics']['shopSales'];
export type ProductSales = RouterOutputs['analytics']['shopProductSales'];
export type Shoppers = RouterOutputs['analytics']['shopShoppers'];
export type Live = RouterOutputs['analytics']['shopLive'];
export type Funnel = RouterOutputs['analytics']['shopFunnel'];
export type ViewedProducts = RouterOutputs['analytics']['shopProducts'];

const old = { staleTime: 60_000 };
const live = { refetchInterval: 15_000 };
const timeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || 'Europe/London';

/** Sellers and administrators ask different procedures for the same figures; one of the two is asked. */
function useInputs({ sellerId, from, to }: Scope) {
  const { analytics } = useApi();
  return {
    analytics,
    isShop: sellerId === null,
    own: { sellerId: sellerId ?? '', from, to },
    shop: { from, to },
  };
}

export function useSales(scope: Scope) {
  const { analytics, isShop, own, shop } = useInputs(scope);
  const ofSeller = useQuery(analytics.sellerSales.queryOptions(own, { ...old, enabled: !isShop }));
  const ofShop = useQuery(analytics.shopSales.queryOptions(shop, { ...old, enabled: isShop }));
  return isShop ? ofShop : ofSeller;
}

export function useProductSales(scope: Scope) {
  const { analytics, isShop, own, shop } = useInputs(scope);
  const ofSeller = useQuery(analytics.sellerProductSales.queryOptions(own, { ...old, enabled: !isShop }));
  const ofShop = useQuery(analytics.shopProductSales.queryOptions(shop, { ...old, enabled: isShop }));
  return isShop ? ofShop : ofSeller;
}

export function useShoppers(scope: Scope) {
  const { analytics, isShop, own, shop } = useInputs(scope);
  const ofSeller = useQuery(analytics.sellerShoppers.queryOptions(own, { ...old, enabled: !isShop }));
  const ofShop = useQuery(analytics.shopShoppers.queryOptions(shop, { ...old, enabled: isShop }));
  return isShop ? ofShop : ofSeller;
}

export function useLive(scope: Scope) {
  const { analytics, isShop, own } = useInputs(scope);
  const zone = { timeZone: timeZone() };
  const seller = { sellerId: own.sellerId, ...zone };
  const ofSeller = useQuery(analytics.sellerLive.queryOptions(seller, { ...live, enabled: !isShop }));
  const ofShop = useQuery(analytics.shopLive.queryOptions(zone, { ...live, enabled: isShop }));
  return isShop ? ofShop : ofSeller;
}

export function useFunnel(scope: Scope, by: 'device' | 'source') {
  const { analytics, isShop, own, shop } = useInputs(scope);
  const ofSeller = useQuery(analytics.sellerFunnel.queryOptions({ ...own, by }, { ...old, enabled: !isShop }));
  const ofShop = useQuery(analytics.shopFunnel.queryOptions({ ...shop, by }, { ...old, enabled: isShop }));
  return isShop ? ofShop : ofSeller;
}

export function useViewed(scope: Scope) {
  const { analytics, isShop, own, shop } = useInputs(scope);
  const ofSeller = useQuery(analytics.sellerProducts.queryOptions(own, { ...old, enabled: !isShop }));
  const ofShop = useQuery(analytics.shopProducts.queryOptions(shop, { ...old, enabled: isShop }));
  return isShop ? ofShop : ofSeller;
}
