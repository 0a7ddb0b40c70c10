import { useApi } from '@mallhive/api-client';
import { useI18n } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';
import { Rail, type RailProps } from '../components/Rail.tsx';
import { useNearView } from '../components/use-near-view.ts';
import type { ProductCardData } from '../types.ts';

export type RecommendInput = {
  kind: 'trending' | 'also-bought' | 'similar' | 'recently-viewed';
  productId?: string;
  productIds?: string[];
  limit?: number;
};

export type ProductRailProps = Omit<RailProps, 'items' | 'loading'> & {
  /** Shown as they are. */
  items?: ProductCardData[];
  /** Without items: asks for recommendations once the rail comes near the screen. */
  recommend?: RecommendInput;
};

export default function ProductRail({ items, recommend, ...head }: ProductRailProps) {
  if (items) return items.length > 0 ? <Rail {...head} items={items} /> : null;
  return recommend ? <RecommendedRail {...head} recommend={recommend} /> : null;
}

/** Keeps its room while it waits; goes away when there is nothing to recommend or it cannot be had. */
function RecommendedRail({ recommend, ...head }: Omit<ProductRailProps, 'items'> & { recommend: RecommendInput }) {
  const api = useApi();
  const { locale, currency } = useI18n();
  const [ref, near] = useNearView<HTMLDivElement>();
  const answer = useQuery(
    api.search.recommend.queryOptions({ ...recommend, locale, currency }, { enabled: near, staleTime: 60_000 }),
  );
  const waiting = answer.isPending;
  if (!waiting && !answer.data?.items.length) return null;
  return (
    <div ref={ref}>
      <Rail {...head} items={answer.data?.items ?? []} loading={waiting} />
    </div>
  );
}
