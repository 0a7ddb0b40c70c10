import { cookieIn } from './cookie.ts';

const names = ['__Secure-next-auth.callback-url', 'next-auth.callback-url'];

export interface WayBack {
  /** `/de` where the page that began had that language, empty otherwise. */
  language: string;
  /** Path and query where the person wanted to be afterwards. */
  target: string | null;
}

/**
 * What the browser left behind when it went to an outside issuer: NextAuth keeps the call-back address in a cookie. Only
 * path and query are taken, and whoever goes there checks them again.
 */
export function wayBack(cookieHeader: string, languages: readonly string[]): WayBack {
  const kept = names.map((name) => cookieIn(cookieHeader, name)).find(Boolean);
  const nowhere = { language: '', target: null };
  if (!kept) return nowhere;
  try {
    const { pathname, search } = new URL(decodeURIComponent(kept), 'http://here.invalid');
    const first = pathname.split('/')[1] ?? '';
    return { language: languages.includes(first) ? `/${first}` : '', target: pathname + search };
  } catch {
    return nowhere;
  }
}
