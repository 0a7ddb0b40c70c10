import type { Translation } from '@mallhive/ui/texts';
import type { inboxEn } from './en.ts';

export const inboxDe: Translation<typeof inboxEn> = {
  inbox: {
    title: 'Posteingang',
    lead: 'Was wir Ihnen geschrieben haben, das Neueste zuerst.',
    empty: 'Noch nichts da',
    emptyText: 'Neues zu Ihren Bestellungen erscheint hier, sobald es etwas gibt.',
    settings: 'Auswählen, was Sie bekommen',
    failedTitle: 'Ihr Posteingang konnte nicht geladen werden',
    failedText: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
    loading: 'Ihre Nachrichten werden geladen',
    more: 'Ältere anzeigen',
    allRead: 'Alle als gelesen markieren',
    unread: 'Neu',
    open: 'Öffnen',
  },
};
