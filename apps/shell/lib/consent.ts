/** `on`: a visit may be followed from page to page; `off`: nothing is told at all; null: not asked yet. */
export type Consent = 'on' | 'off' | null;

const key = 'mallhive-analytics';
const changed = 'mallhive-consent';
const opened = 'mallhive-privacy';

/** A browser that says no for its owner, and a program that is no visitor, are not asked. */
export function mayAsk(): boolean {
  const { doNotTrack, globalPrivacyControl, webdriver } = navigator as Navigator & { globalPrivacyControl?: boolean };
  return doNotTrack !== '1' && !globalPrivacyControl && !webdriver;
}

/** What holds now. Without storage nothing can be remembered, so that is a no. */
export function readConsent(): Consent {
  if (!mayAsk()) return 'off';
  try {
    const kept = localStorage.getItem(key);
    return kept === 'on' || kept === 'off' ? kept : null;
  } catch {
    return 'off';
  }
}

export function saveConsent(consent: 'on' | 'off'): void {
  try {
    localStorage.setItem(key, consent);
  } catch {
    // Then it stays a no.
  }
  window.dispatchEvent(new Event(changed));
}

export function onConsent(listener: () => void): () => void {
  window.addEventListener(changed, listener);
  return () => window.removeEventListener(changed, listener);
}

/** From the footer: lets the visitor choose anew. */
export const openPrivacy = () => window.dispatchEvent(new Event(opened));

export function onPrivacyOpened(listener: () => void): () => void {
  window.addEventListener(opened, listener);
  return () => window.removeEventListener(opened, listener);
}
