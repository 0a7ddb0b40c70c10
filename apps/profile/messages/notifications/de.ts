import type { Translation } from '@mallhive/ui/texts';
import type { notificationsEn } from './en.ts';

export const notificationsDe: Translation<typeof notificationsEn> = {
  notifications: {
    title: 'Nachrichten an Sie',
    lead: 'Worüber wir Ihnen schreiben. Eine Änderung gilt ab der nächsten Nachricht.',
    optional: 'Ganz wie Sie möchten',
    selling: 'Zu Ihrem Laden',
    always: 'Was immer kommt',
    alwaysLead:
      'Diese Nachrichten gehören zu dem, was Sie hier tun: Ohne sie wüssten Sie nicht, was mit Ihrem Geld und Ihrem Konto geschieht. Deshalb lassen sie sich nicht ausschalten.',
    alwaysOn: 'Immer an',
    channel: {
      email: 'Per E-Mail',
      inbox: 'In Ihrem Postfach hier',
      sms: 'Per SMS',
      push: 'Auf diesem Gerät',
    },
    kind: {
      account: {
        title: 'Konto und Sicherheit',
        text: 'Links, um die Sie gebeten haben, Änderungen an Ihrer Anmeldung, Ihre Daten und Ihr Konto.',
      },
      orders: { title: 'Ihre Bestellungen', text: 'Bestätigungen, Pakete, Stornierungen und Geld, das zurückkommt.' },
      reviews: {
        title: 'Bewertungen',
        text: 'Eine Woche nach der Ankunft einer Bestellung, wie sie Ihnen gefällt. Einmal zu jeder Bestellung.',
      },
      wishlist: { title: 'Ihr Merkzettel', text: 'Wenn etwas darauf günstiger wird oder wieder da ist.' },
      offers: {
        title: 'Angebote und Neuigkeiten',
        text: 'Ab und zu, was neu ist und was weniger kostet. Aus, bis Sie es möchten.',
      },
      daily: {
        title: 'Ihr Tag in Zahlen',
        text: 'Am Morgen: was der Tag davor brachte und was auf das Packen wartet.',
      },
      sales: {
        title: 'Neue Bestellungen',
        text: 'Eine E-Mail zu jeder bezahlten Bestellung. Ihr Dashboard zeigt sie in jedem Fall.',
      },
      stock: {
        title: 'Knapper Bestand',
        text: 'Eine E-Mail, wenn weniger da ist, als Sie haben möchten. Ihr Dashboard zeigt es in jedem Fall.',
      },
      shop: {
        title: 'Entscheidungen zu Ihrem Laden',
        text: 'Freigaben, und was fehlt, wenn etwas nicht gezeigt werden kann. Kommt immer.',
      },
    },
    times: {
      title: 'Wann wir schreiben dürfen',
      text: 'Was warten kann – Preise, was wieder da ist, ein verlassener Warenkorb – kommt am Tag. Was Bestellungen und Ihr Konto betrifft, kommt sofort.',
      zone: 'Zeitzone',
      from: 'Ruhe ab',
      until: 'Ruhe bis',
      hint: 'Nie Ruhe: beide auf dieselbe Zeit stellen.',
    },
    saved: 'Gespeichert.',
    failed: 'Das konnte nicht gespeichert werden, und es hat sich nichts geändert. Bitte versuchen Sie es noch einmal.',
    language: {
      title: 'Sprache unserer Nachrichten',
      label: 'Sprache',
      hint: 'Für das, was wir Ihnen schreiben. E-Mails zu einer Bestellung kommen in der Sprache, in der Sie bestellt haben.',
    },
  },
};
