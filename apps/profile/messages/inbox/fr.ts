import type { Translation } from '@mallhive/ui/texts';
import type { inboxEn } from './en.ts';

export const inboxFr: Translation<typeof inboxEn> = {
  inbox: {
    title: 'Boîte de réception',
    lead: 'Ce que nous vous avons écrit, le plus récent d’abord.',
    empty: 'Rien pour le moment',
    emptyText: 'Les nouvelles de vos commandes apparaissent ici dès qu’il y en a.',
    settings: 'Choisir ce que vous recevez',
    failedTitle: 'Votre boîte de réception n’a pas pu être chargée',
    failedText: 'Cela n’a pas fonctionné. Veuillez réessayer.',
    loading: 'Chargement de vos messages',
    more: 'Afficher les plus anciens',
    allRead: 'Tout marquer comme lu',
    unread: 'Nouveau',
    open: 'Ouvrir',
  },
};
