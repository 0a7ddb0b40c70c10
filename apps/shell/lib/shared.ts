import { ApiProvider, refusalOf, statusOf, useApi } from '@mallhive/api-client';
import { provideShared } from '@mallhive/federation/shell';
import {
  keepPreviousData,
  QueryClient,
  QueryClientProvider,
  skipToken,
  useInfiniteQuery,
  useMutation,
  useQueries,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';

/**
 * What remotes use of the shell's one copy of these packages. Named one by one, so that the rest is not sent to every
 * visitor; a test checks that no remote imports anything else.
 */
export const sharedExports = {
  '@mallhive/api-client': { ApiProvider, refusalOf, statusOf, useApi },
  '@tanstack/react-query': {
    keepPreviousData,
    QueryClient,
    QueryClientProvider,
    skipToken,
    useInfiniteQuery,
    useMutation,
    useQueries,
    useQuery,
    useQueryClient,
  },
};

provideShared(sharedExports);
