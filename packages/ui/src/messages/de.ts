import type { Translation } from '../i18n/texts.ts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  close: 'Schließen',
  optional: 'freiwillig',
  dismiss: 'Ausblenden',
  decrease: 'Menge verringern',
  increase: 'Menge erhöhen',
  quantity: 'Menge',
  priceNow: 'Jetzt',
  priceBefore: 'Vorher',
  priceFrom: 'ab',
  save: '{percent} % gespart',
  stars: '{average} von 5 Sternen',
  rating: {
    none: 'Noch keine Bewertungen',
    one: '{average} von 5 Sternen, {count} Bewertung',
    other: '{average} von 5 Sternen, {count} Bewertungen',
  },
  breadcrumbs: 'Brotkrumen',
  shown: '{shown} von {total} gezeigt',
  loadMore: 'Mehr zeigen',
  loading: 'Wird geladen',
  previous: 'Zurück',
  next: 'Weiter',
  page: 'Seite {page} von {pages}',
  retry: 'Noch einmal versuchen',
  tableOf: '{label} als Tabelle',
  notifications: 'Hinweise',
};
