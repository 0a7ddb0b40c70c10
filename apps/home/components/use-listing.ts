import { useApi } from '@mallhive/api-client';
import { useHydrated, useI18n } from '@mallhive/ui';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useRouter } from 'next/router';
import { useCallback, useMemo, useState } from 'react';
import { type ListingScope, listingRequest } from '../logic/listing-request.ts';
import { type ListingState, listingSearch, parseListing, sameListing } from '../logic/listing-state.ts';
import type { SearchAnswer } from '../types.ts';

export type ListingStart = {
  /** What the server rendered: nothing chosen on pages that everybody gets. */
  state: ListingState;
  answer: SearchAnswer;
};

/** The choice lives in the address alone: back, forward, reload and sharing a link all work because of that. */
export function useListing(scope: ListingScope, start: ListingStart) {
  const router = useRouter();
  const api = useApi();
  const { locale, currency } = useI18n();
  const hydrated = useHydrated();
  const path = hydrated && router.isReady ? router.asPath.split('#')[0] : null;
  // A choice shows at once; from the moment the address has changed, by whatever, the address alone counts again.
  const [ahead, setAhead] = useState<ListingState | null>(null);
  const [seenPath, setSeenPath] = useState(path);
  if (seenPath !== path) {
    setSeenPath(path);
    setAhead(null);
  }
  const addressed = useMemo(
    () => (path === null || path === undefined ? start.state : parseListing(new URLSearchParams(path.split('?')[1]))),
    [path, start.state],
  );
  const state = ahead ?? addressed;
  const answer = useInfiniteQuery(
    api.search.products.infiniteQueryOptions(
      { ...listingRequest(scope, state), locale, currency },
      {
        getNextPageParam: (page) => page.nextCursor,
        initialData: sameListing(state, start.state) ? { pages: [start.answer], pageParams: [null] } : undefined,
        placeholderData: keepPreviousData,
        staleTime: 60_000,
      },
    ),
  );
  const setState = useCallback(
    (next: ListingState) => {
      setAhead(next);
      const pathname = router.asPath.split(/[?#]/)[0] ?? '';
      void router.push(`${pathname}${listingSearch(next)}`, undefined, { shallow: true, scroll: false });
    },
    [router],
  );
  return { state, setState, answer };
}
