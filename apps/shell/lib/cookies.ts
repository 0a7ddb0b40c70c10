/** What a visitor chose, kept for a year. Not secret: the page itself writes them. */
export const localeCookie = 'mh_locale';
export const currencyCookie = 'mh_currency';

/** Reads one cookie out of a `Cookie` header or `document.cookie`. */
export function readCookie(cookies: string | undefined, name: string): string | undefined {
  for (const part of (cookies ?? '').split(';')) {
    const [key, value] = part.trim().split('=');
    if (key === name) return value;
  }
  return undefined;
}

export function rememberChoice(name: string, value: string): void {
  const secure = location.protocol === 'https:' ? '; secure' : '';
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
  document.cookie = `${name}=${value}; path=/; max-age=31536000; samesite=lax${secure}`;
}
