import { useApi } from '@mallhive/api-client';
import { useI18n } from '@mallhive/ui';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { readRecentlyViewed } from '../logic/recently-viewed.ts';
import { useTexts } from '../texts.ts';
import type { ProductCardData, RecommendInput } from '../types.ts';
import { Rail, type RailProps } from './Rail.tsx';
import { useNearView } from './use-near-view.ts';
import { useToldRail } from './use-told-rail.ts';

const none: ProductCardData[] = [];

export type RecommendedRailProps = Omit<RailProps, 'items' | 'loading'> & { recommend: RecommendInput };

/** Keeps its room while it waits; goes away when there is nothing to recommend or it cannot be had. Says why it is there. */
export function RecommendedRail({ recommend, ...head }: RecommendedRailProps) {
  const api = useApi();
  const { locale, currency } = useI18n();
  const reasons = useTexts().rail.reasons;
  const [ref, near] = useNearView<HTMLDivElement>();
  const answer = useQuery(
    api.search.recommend.queryOptions(
      { ...recommend, locale, currency },
      // What it is about may change (a cart): what was shown stays until the new answer is there.
      { enabled: near, staleTime: 60_000, placeholderData: (earlier) => earlier },
    ),
  );
  const { data, isPending } = answer;
  useToldRail(ref, data?.reason ?? null, data?.items ?? none);
  if (!isPending && !data?.items.length) return null;
  return (
    <div ref={ref}>
      <Rail subtitle={data && reasons[data.reason]} {...head} items={data?.items ?? []} loading={isPending} />
    </div>
  );
}

/**
 * For who is signed in, by what they bought; for others by what this browser looked at. Nothing at all for whom nothing
 * is known: what is popular has its own place.
 */
export function PersonalRail({ recommend, ...head }: RecommendedRailProps) {
  const api = useApi();
  const { locale, currency } = useI18n();
  const reasons = useTexts().rail.reasons;
  const [seen, setSeen] = useState<string[] | null>(null);
  useEffect(() => setSeen(readRecentlyViewed(() => localStorage)), []);
  const user = useQuery(api.identity.me.queryOptions(undefined, { staleTime: 60_000 })).data?.user;
  const [ref, near] = useNearView<HTMLDivElement>();
  const input = { limit: recommend.limit, productIds: seen ?? [], locale, currency };
  const ready = near && seen !== null;
  const own = useQuery(api.search.forYou.queryOptions(input, { enabled: ready && Boolean(user), staleTime: 60_000 }));
  const looked = useQuery(
    api.search.recommend.queryOptions(
      { ...input, kind: 'for-you' },
      { enabled: ready && user === null && input.productIds.length > 0, staleTime: 60_000 },
    ),
  );
  const { data, isPending } = user ? own : looked;
  useToldRail(ref, data?.reason ?? null, data?.items ?? none);
  if (user === null && seen !== null && seen.length === 0) return null;
  if (!isPending && (!data?.items.length || data.reason === 'trending')) return null;
  return (
    <div ref={ref}>
      <Rail subtitle={data && reasons[data.reason]} {...head} items={data?.items ?? []} loading={isPending} />
    </div>
  );
}

/** What this browser looked at; takes no room when that is nothing. */
export function SeenRail({ recommend, ...head }: RecommendedRailProps) {
  const [seen, setSeen] = useState<string[]>([]);
  useEffect(() => setSeen(readRecentlyViewed(() => localStorage)), []);
  if (seen.length === 0) return null;
  return <RecommendedRail {...head} recommend={{ ...recommend, productIds: seen }} />;
}
