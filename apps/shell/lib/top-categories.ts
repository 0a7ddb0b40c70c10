import { createServerApi } from '@mallhive/api-client/server';
import type { Locale } from '@mallhive/ui/texts';
import { config } from '../config.ts';

export interface NavigationCategory {
  name: string;
  path: string;
}

const keepMs = 60_000;
const known = new Map<Locale, { categories: NavigationCategory[]; at: number }>();
const asking = new Map<Locale, Promise<NavigationCategory[]>>();

/** For the header and the footer of every page. Without the API: what was known last, or nothing. */
export async function topCategories(locale: Locale): Promise<NavigationCategory[]> {
  const last = known.get(locale);
  if (last && Date.now() - last.at < keepMs) return last.categories;
  const running = asking.get(locale) ?? ask(locale).finally(() => asking.delete(locale));
  asking.set(locale, running);
  return running;
}

async function ask(locale: Locale): Promise<NavigationCategory[]> {
  try {
    const api = createServerApi({ url: config.apiUrl, timeoutMs: 2_000 });
    const { categories } = await api.catalog.categories.query({ locale });
    const top = categories.filter(({ parentId }) => parentId === null).map(({ name, path }) => ({ name, path }));
    known.set(locale, { categories: top, at: Date.now() });
    return top;
  } catch {
    return known.get(locale)?.categories ?? [];
  }
}
