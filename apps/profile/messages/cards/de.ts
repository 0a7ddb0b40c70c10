import type { Translation } from '@mallhive/ui/texts';
import type { cardsEn } from './en.ts';

export const cardsDe: Translation<typeof cardsEn> = {
  cards: {
    title: 'Gespeicherte Karten',
    lead: 'Karten, die Sie beim Bezahlen behalten wollten. Ihre Nummern bleiben beim Zahlungsanbieter; wir kennen nur das Ende.',
    empty: 'Keine gespeicherten Karten',
    emptyText: 'Beim Bezahlen können Sie die Karte für das nächste Mal behalten.',
    failed: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
    first: 'Zuerst verwendet',
    expires: 'Gültig bis {date}',
    choose: 'Zuerst verwenden',
    chooseCard: 'Zuerst verwenden: {card}',
    remove: 'Entfernen',
    removeCard: '{card} entfernen',
    sure: '{card} entfernen?',
    removeIt: 'Ja, entfernen',
    keep: 'Behalten',
  },
};
