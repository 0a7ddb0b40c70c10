import { createServerApi } from '@mallhive/api-client/server';
import { config } from '../config.ts';

export interface NavigationCategory {
  name: string;
  path: string;
}

const keepMs = 60_000;
let known: { categories: NavigationCategory[]; at: number } | undefined;
let asking: Promise<NavigationCategory[]> | undefined;

/** For the header and the footer of every page. Without the API: what was known last, or nothing. */
export async function topCategories(): Promise<NavigationCategory[]> {
  if (known && Date.now() - known.at < keepMs) return known.categories;
  asking ??= createServerApi({ url: config.apiUrl, timeoutMs: 2_000 })
    .catalog.categories.query()
    .then(({ categories }) => {
      const top = categories.filter(({ parentId }) => parentId === null).map(({ name, path }) => ({ name, path }));
      known = { categories: top, at: Date.now() };
      return top;
    })
    .catch(() => known?.categories ?? [])
    .finally(() => {
      asking = undefined;
    });
  return asking;
}
