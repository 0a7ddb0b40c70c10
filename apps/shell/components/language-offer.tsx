import { type Locale, locales, useI18n } from '@mallhive/ui';
import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { localeCookie, readCookie } from '../lib/cookies.ts';

const LanguageHint = dynamic(() => import('./language-hint.tsx'), { ssr: false });

/** On a first visit whose browser asks for another language than the page's: nobody is sent anywhere, they are asked. */
export function LanguageOffer() {
  const { locale } = useI18n();
  const [offered, setOffered] = useState<Locale | null>(null);
  useEffect(() => {
    if (readCookie(document.cookie, localeCookie)) return;
    const spoken = navigator.languages.map((tag) => locales.find((known) => tag.toLowerCase().split('-')[0] === known));
    const first = spoken.find((known) => known !== undefined);
    setOffered(first && first !== locale ? first : null);
  }, [locale]);
  return offered ? <LanguageHint offered={offered} current={locale} /> : null;
}
