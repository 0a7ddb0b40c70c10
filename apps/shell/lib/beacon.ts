import { useRouter } from 'next/router';
import { useEffect } from 'react';

interface BehaviourEvent {
  id: string;
  type: 'page_view' | 'product_view';
  at: string;
  path: string;
  productId?: string;
}

const visitorKey = 'mallhive-visitor';
const consentKey = 'mallhive-analytics';
const batch: BehaviourEvent[] = [];
const maximumBatch = 20;

/** Ids that sort by time, as the API makes them (UUID version 7). */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const time = Date.now();
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(time / 2 ** (8 * (5 - i))) & 0xff;
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** Nothing is counted for somebody who said no here, or whose browser says no for them. */
function allowed(): boolean {
  const { doNotTrack, globalPrivacyControl } = navigator as Navigator & { globalPrivacyControl?: boolean };
  if (doNotTrack === '1' || globalPrivacyControl) return false;
  return localStorage.getItem(consentKey) !== 'off';
}

function visitorId(): string {
  const known = sessionStorage.getItem(visitorKey);
  if (known) return known;
  const made = newId();
  sessionStorage.setItem(visitorKey, made);
  return made;
}

function send(): void {
  if (batch.length === 0) return;
  const body = JSON.stringify({ visitorId: visitorId(), events: batch.splice(0) });
  // keepalive lets it finish after the page is gone; sendBeacon could not say that this is JSON without a preflight.
  fetch('/api/trpc/analytics.track', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
    keepalive: true,
  }).catch(() => undefined);
}

/** Counts views and hands them over in batches when the page is hidden. A visitor lasts as long as the browser tab. */
export function usePageViews(productId: string | undefined): void {
  const { asPath } = useRouter();
  const path = asPath.split(/[?#]/)[0] ?? '/';
  useEffect(() => {
    try {
      if (!allowed()) return;
      const at = new Date().toISOString();
      batch.push({ id: newId(), type: 'page_view', at, path });
      if (productId) batch.push({ id: newId(), type: 'product_view', at, path, productId });
      if (batch.length >= maximumBatch) send();
    } catch {
      // Storage may be switched off: then nothing is counted.
    }
  }, [path, productId]);
  useEffect(() => {
    const hidden = () => document.visibilityState === 'hidden' && send();
    document.addEventListener('visibilitychange', hidden);
    return () => document.removeEventListener('visibilitychange', hidden);
  }, []);
}
