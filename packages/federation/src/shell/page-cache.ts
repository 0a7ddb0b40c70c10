import type { PageRemotes } from '../pins.ts';
import { registry } from '../registry/global.ts';

/** About this much HTML and data stays in memory. */
const maxBytes = 128 * 1024 * 1024;

interface CachedPage {
  kind?: string;
  html?: unknown;
  pageData?: { pageProps?: { remotes?: PageRemotes; wanted?: string } };
}
interface Entry {
  lastModified: number;
  value: CachedPage | null;
  bytes: number;
}
interface State {
  entries: Map<string, Entry>;
  bytes: number;
}

const key = Symbol.for('mallhive.federation.pages');
const shared = globalThis as { [key]?: State };
function state(): State {
  shared[key] ??= { entries: new Map(), bytes: 0 };
  return shared[key];
}

/** Whether a visitor could be given this entry now. */
function isGood(entry: Entry): boolean {
  const { remotes, wanted } = entry.value?.pageData?.pageProps ?? {};
  return !wanted && (!remotes || (registry()?.isCurrent(remotes) ?? false));
}

function find(locale: string, path: string): Entry | undefined {
  const { entries } = state();
  const localised = `/${locale}${path === '/' ? '' : path}`;
  return entries.get(localised) ?? entries.get(path === '/' ? `${localised}/index` : path);
}

/** `path` without the language's prefix. */
export function pageCacheHas(locale: string, path: string): boolean {
  const entry = find(locale, path);
  return Boolean(entry?.value) && entry !== undefined && isGood(entry);
}

/** Whether the page was ever made: only then must it be made anew. */
export function pageCacheKnows(locale: string, path: string): boolean {
  return find(locale, path) !== undefined;
}

/**
 * Next's cache of regenerated pages. An entry counts only while the releases it was rendered with are the current
 * ones, so a remote's new release shows on the next request of every page; pages from the build and pages that show a
 * fallback never count.
 */
export default class PageCache {
  async get(path: string): Promise<{ lastModified: number; value: unknown } | null> {
    const { entries } = state();
    const entry = entries.get(path);
    if (!entry || !isGood(entry)) return null;
    entries.delete(path);
    entries.set(path, entry);
    return entry;
  }

  async set(path: string, value: CachedPage | null): Promise<void> {
    const current = state();
    const html = typeof value?.html === 'string' ? value.html : String(value?.html ?? '');
    const bytes = 2 * (html.length + JSON.stringify(value?.pageData ?? '').length) + 200;
    current.bytes += bytes - (current.entries.get(path)?.bytes ?? 0);
    current.entries.delete(path);
    current.entries.set(path, { lastModified: Date.now(), value, bytes });
    for (const [oldest, entry] of current.entries) {
      if (current.bytes <= maxBytes) break;
      current.entries.delete(oldest);
      current.bytes -= entry.bytes;
    }
  }

  async revalidateTag(): Promise<void> {}

  resetRequestCache(): void {}
}
