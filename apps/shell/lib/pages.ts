import { createServerApi, forwardedHeaders } from '@mallhive/api-client/server';
import { createPages } from '@mallhive/federation/server';
import { config } from '../config.ts';
import { topCategories } from './top-categories.ts';

const { apiUrl, internalSecret } = config;

/** The shell's routes are made with these: regenerated pages, pages per request, and pages of the shell's own. */
export const { staticPage, requestPage, ownPage, ownRequestPage, onDemand } = createPages({
  layout: ['cart/MiniCart'],
  layoutData: async () => ({
    layout: { categories: await topCategories(), origin: config.shellUrl, sellerUrl: config.sellerUrl },
  }),
  api: (request) =>
    createServerApi({
      url: apiUrl,
      headers: request ? forwardedHeaders(request, internalSecret) : {},
      timeoutMs: 6_000,
    }),
});
