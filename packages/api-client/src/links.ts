import type { AppRouter } from '@mallhive/api-contract';
import { httpBatchLink, splitLink, type TRPCLink } from '@trpc/client';

/** What everybody gets alike. Kept out of batches with personal reads, so that the API can answer it from memory. */
const shared = /^(catalog\.(product|products|categories|home|seller)|search\.\w+|payments\.providers)$/;

/** Kept below what the API accepts in one batch. */
const maximumBatch = 10;

export function createLinks(url: string): TRPCLink<AppRouter>[] {
  const batch = httpBatchLink<AppRouter>({ url, maxItems: maximumBatch, maxURLLength: 4_000 });
  const sharedBatch = httpBatchLink<AppRouter>({ url, maxItems: maximumBatch, maxURLLength: 4_000 });
  return [
    splitLink({
      condition: ({ type, path }) => type === 'query' && shared.test(path),
      true: sharedBatch,
      false: batch,
    }),
  ];
}
