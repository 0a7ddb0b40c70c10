import { QueryClient } from '@tanstack/react-query';
import { retryDelay, shouldRetry } from './retry.ts';

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: shouldRetry,
        retryDelay,
        refetchOnWindowFocus: true,
        networkMode: 'offlineFirst',
      },
      // A write that may have arrived is repeated by the person, or by code that knows it to be idempotent.
      mutations: { retry: false, networkMode: 'offlineFirst' },
    },
  });
}
