import type { AppRouter } from '@mallhive/api-contract';
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createTRPCClient } from '@trpc/client';
import { createTRPCContext } from '@trpc/tanstack-react-query';
import { type ReactNode, useState } from 'react';
import { createLinks } from './links.ts';
import { createQueryClient } from './query-client.ts';

const key = Symbol.for('mallhive.api-client.context');
const shared = globalThis as { [key]?: ReturnType<typeof createTRPCContext<AppRouter>> };
// One context for the provider and whoever asks, also when a rebuilt page evaluates this file a second time.
shared[key] ??= createTRPCContext<AppRouter>();
const { TRPCProvider, useTRPC } = shared[key];

/** Options for TanStack Query, typed by the API: `useQuery(useApi().catalog.product.queryOptions({ slug }))`. */
export const useApi = useTRPC;

export interface ApiProviderProps {
  children: ReactNode;
  /** Same origin by default; the web apps forward it to the API. */
  url?: string;
  /** For tests that look into the cache. */
  queryClient?: QueryClient;
}

/** Once around the whole app. On the server each render makes its own cache, so that no visitor sees another's. */
export function ApiProvider({ children, url = '/api/trpc', queryClient }: ApiProviderProps) {
  const [queries] = useState(() => queryClient ?? createQueryClient());
  const [client] = useState(() => createTRPCClient<AppRouter>({ links: createLinks(url) }));
  return (
    <QueryClientProvider client={queries}>
      <TRPCProvider trpcClient={client} queryClient={queries}>
        {children}
      </TRPCProvider>
    </QueryClientProvider>
  );
}
