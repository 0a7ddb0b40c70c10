import type { Locale } from '@mallhive/ui';

/** Said in the language that is offered, so it comes with no page: only with the offer itself. */
export const languageHint: Record<Locale, { offer: string; accept: string; decline: string }> = {
  en: { offer: 'This shop also speaks English.', accept: 'Continue in English', decline: 'No, thank you' },
  de: { offer: 'Diesen Laden gibt es auch auf Deutsch.', accept: 'Auf Deutsch weiter', decline: 'Nein, danke' },
  fr: { offer: 'Cette boutique existe aussi en français.', accept: 'Continuer en français', decline: 'Non, merci' },
  ar: { offer: 'هذا المتجر متاح بالعربية أيضًا.', accept: 'المتابعة بالعربية', decline: 'لا، شكرًا' },
};
