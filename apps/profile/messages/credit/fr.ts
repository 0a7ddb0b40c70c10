import type { Translation } from '@mallhive/ui/texts';
import type { creditEn } from './en.ts';

export const creditFr: Translation<typeof creditEn> = {
  credit: {
    title: 'Avoir et cartes cadeaux',
    own: 'Votre avoir',
    empty: 'Vous n’avez pas d’avoir pour le moment.',
    emptyText:
      'Ce qui vous est rendu ou offert sous forme d’avoir s’affiche ici. Au moment de payer, vous choisissez de l’utiliser ou non.',
    waits: '{amount} sont réservés à une commande en attente de paiement.',
    history: 'Mouvements',
    balance: 'Ensuite {amount}',
    check: 'Que reste-t-il sur une carte cadeau ?',
    checkLead: 'Saisissez le code d’une carte cadeau pour voir ce qu’il en reste.',
    code: 'Code de la carte cadeau',
    ask: 'Voir',
    missing: 'Veuillez saisir le code.',
    unknown: 'Nous ne connaissons pas ce code, ou la carte n’est plus valable. Veuillez le vérifier.',
    tooMany: 'Trop d’essais. Veuillez patienter quelques minutes.',
    example: 'XXXX-XXXX-XXXX-XXXX-XXXX',
    failed: 'Cela n’a pas fonctionné. Veuillez réessayer.',
    worth: 'Il reste {amount} sur la carte se terminant par {last4}.',
    until: 'Elle est valable jusqu’au {day}.',
    kinds: {
      issue: 'Vous avez reçu un avoir',
      spend: 'Utilisé pour une commande',
      refund: 'Rendu par une commande',
      expire: 'Expiré',
      forfeit: 'Terminé',
    },
  },
  creditParts: {
    gift: 'Carte cadeau …{last4} : {amount}',
    credit: 'Avoir : {amount}',
  },
};
