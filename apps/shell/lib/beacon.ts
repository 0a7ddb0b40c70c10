import type { Waiting } from '@mallhive/federation/tell';
import { onConsent, readConsent } from './consent.ts';
import { endVisit, newId, visit } from './visit.ts';

type Sent = Waiting & { id: string };

/** So many at most are kept while the shop cannot be reached. */
const most = 200;
const batchSize = 50;
const everyMs = 15_000;
const soonAt = 20;

let kept: Sent[] = [];
let notBefore = 0;
let sending = false;

/** Ids in addresses (orders, carts, secret links) are nobody's business here. */
const withoutIds = (path: string) =>
  path.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22,27}|[\w-]{40,}/gi, ':id').slice(0, 500);

function take(event: Waiting): void {
  const consent = readConsent();
  if (consent === 'off') return;
  // Without consent nothing may tie this to a visit, and an order would.
  if (consent === null && event.type === 'order_placed') return;
  kept.push({ ...event, path: withoutIds(event.path), id: newId() });
  if (kept.length > most) kept = kept.slice(-most);
  if (kept.length >= soonAt) void send();
}

/** What was not taken is sent again later with the same ids, so that nothing counts twice. */
async function send(): Promise<void> {
  if (kept.length === 0 || sending || Date.now() < notBefore) return;
  const consent = readConsent();
  if (consent === 'off') {
    kept = [];
    return;
  }
  sending = true;
  const events = kept.splice(0, batchSize);
  const about = consent === 'on' ? visit() : { visitorId: null };
  try {
    // keepalive lets it finish after the page is gone.
    const answer = await fetch('/api/events', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'omit',
      body: JSON.stringify({ v: 1, ...about, events }),
      keepalive: true,
    });
    if (answer.status === 429 || answer.status >= 500) {
      notBefore = Date.now() + 1_000 * Number(answer.headers.get('retry-after') ?? 10);
      kept = [...events, ...kept].slice(-most);
    }
  } catch {
    kept = [...events, ...kept].slice(-most);
  }
  sending = false;
}

/** Takes over what modules have told so far, and everything they tell from now on. */
export function startBeacon(): void {
  const before = Array.isArray(window.mallhiveTold) ? (window.mallhiveTold as Waiting[]) : [];
  window.mallhiveTold = { push: take };
  before.forEach(take);
  setInterval(() => void send(), everyMs);
  document.addEventListener('visibilitychange', () => document.visibilityState === 'hidden' && void send());
  window.addEventListener('pagehide', () => void send());
  onConsent(() => {
    if (readConsent() !== 'on') {
      kept = [];
      endVisit();
    } else void send();
  });
}
