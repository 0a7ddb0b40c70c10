import type { Translation } from '@mallhive/ui/texts';
import type { cardsEn } from './en.ts';

export const cardsFr: Translation<typeof cardsEn> = {
  cards: {
    title: 'Cartes enregistrées',
    lead: 'Les cartes que vous avez choisi de garder lors du paiement. Leurs numéros restent chez le prestataire ; nous n’en connaissons que la fin.',
    empty: 'Aucune carte enregistrée',
    emptyText: 'Au moment de payer, vous pouvez garder la carte pour la prochaine fois.',
    failed: 'Cela n’a pas fonctionné. Veuillez réessayer.',
    first: 'Utilisée en premier',
    expires: 'Expire le {date}',
    choose: 'Utiliser en premier',
    chooseCard: 'Utiliser en premier : {card}',
    remove: 'Retirer',
    removeCard: 'Retirer {card}',
    sure: 'Retirer {card} ?',
    removeIt: 'Oui, retirer',
    keep: 'Garder',
  },
};
