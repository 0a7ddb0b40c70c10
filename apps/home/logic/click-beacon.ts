import { tell } from '@mallhive/federation/tell';

const consentKey = 'mallhive-analytics';

/** Not for somebody who said no to figures, here or in the browser. */
function allowed(): boolean {
  const { doNotTrack, globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };
  if (doNotTrack === '1' || globalPrivacyControl) return false;
  return localStorage.getItem(consentKey) !== 'off';
}

/** Tells which result of a search was opened, and where it stood; nothing about who opened it. */
export function tellClick(query: string, productId: string, position: number): void {
  tell({ type: 'search_click', query, productId });
  try {
    if (!allowed()) return;
  } catch {
    return; // no storage: nothing is known of consent
  }
  // keepalive lets it finish after the page is gone.
  fetch('/api/trpc/search.click', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, productId, position }),
    keepalive: true,
  }).catch(() => undefined);
}
