import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { onPrivacyOpened, readConsent } from '../lib/consent.ts';

const ConsentQuestion = dynamic(() => import('./consent-question.tsx'), { ssr: false });

/** Late enough that the page is there first. */
const calmMs = 2_500;

/** Asks once, unless the browser has answered, and again whenever somebody wants to choose anew. */
export function ConsentOffer() {
  const [asked, setAsked] = useState<'first' | 'again' | null>(null);
  useEffect(() => {
    const timer = readConsent() === null ? setTimeout(() => setAsked('first'), calmMs) : undefined;
    const stop = onPrivacyOpened(() => setAsked('again'));
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, []);
  return asked ? <ConsentQuestion again={asked === 'again'} onDone={() => setAsked(null)} /> : null;
}
