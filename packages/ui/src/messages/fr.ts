import type { Translation } from '../i18n/texts.ts';
import type { en } from './en.ts';

export const fr: Translation<typeof en> = {
  close: 'Fermer',
  optional: 'facultatif',
  dismiss: 'Masquer',
  decrease: 'Diminuer la quantité',
  increase: 'Augmenter la quantité',
  quantity: 'Quantité',
  priceNow: 'Maintenant',
  priceBefore: 'Avant',
  priceFrom: 'dès',
  save: '−{percent} %',
  stars: '{average} étoiles sur 5',
  rating: {
    none: 'Pas encore d’avis',
    one: '{average} étoiles sur 5, {count} avis',
    other: '{average} étoiles sur 5, {count} avis',
  },
  breadcrumbs: 'Fil d’Ariane',
  shown: '{shown} sur {total} affichés',
  loadMore: 'Afficher plus',
  loading: 'Chargement',
  previous: 'Précédent',
  next: 'Suivant',
  page: 'Page {page} sur {pages}',
  retry: 'Réessayer',
  tableOf: '{label}, sous forme de tableau',
  notifications: 'Notifications',
};
