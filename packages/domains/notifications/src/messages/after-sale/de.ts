import type { AfterSaleWords } from './en.ts';

export const afterSaleDe: AfterSaleWords = {
  cancelled: {
    subject: (number) => `Storniert: Artikel Ihrer Bestellung ${number}`,
    heading: 'Artikel Ihrer Bestellung wurden storniert',
    byYou: (seller, number) => `Wie gewünscht sendet ${seller} diese Artikel der Bestellung ${number} nicht:`,
    byShop: (seller, number) => `${seller} kann diese Artikel der Bestellung ${number} nicht senden. Das tut uns leid:`,
    refund: (amount) => `${amount} gehen auf Ihren Zahlungsweg zurück. Das dauert meist einige Tage.`,
    nothing: 'Dafür war nichts zu erstatten.',
    note: 'Das schreibt der Händler',
  },
  lost: {
    subject: (number: string) => `Ein Paket Ihrer Bestellung ${number} ging verloren`,
    heading: 'Ein Paket an Sie ging verloren',
    text: (seller: string, number: string) =>
      `Das Paket, das ${seller} zu Bestellung ${number} geschickt hat, ist nicht angekommen, und der Zusteller findet es nicht. Das tut uns leid. Darin war:`,
    again: (seller: string) =>
      `${seller} schickt es noch einmal. Die neue Sendungsnummer bekommen Sie, sobald es unterwegs ist.`,
  },
  refunded: {
    subject: (amount, number) => `${amount} zurück für Ihre Bestellung ${number}`,
    heading: (amount) => `${amount} sind auf dem Weg zu Ihnen`,
    text: (seller, number) =>
      `Wir haben den Betrag auf Ihren Zahlungsweg zurückgesendet, für Ihren Einkauf bei ${seller} in der Bestellung ${number}.`,
    patience: 'Je nach Bank dauert es einige Tage, bis Sie ihn sehen.',
  },
  returned: {
    subject: (number, state) => `Rücksendung ${number}: ${state}`,
    states: {
      approved: 'bitte senden Sie sie ein',
      refused: 'nicht angenommen',
      received: 'angekommen',
      inspected: 'geprüft',
      exchanged: 'Ihr Umtausch wird gepackt',
    },
    texts: {
      approved: (seller) => `${seller} nimmt diese Artikel zurück. Bitte senden Sie sie so ein:`,
      refused: (seller) => `${seller} nimmt diese Artikel nicht zurück.`,
      received: (seller) => `${seller} hat Ihr Paket erhalten und prüft es jetzt.`,
      inspected: (seller) => `${seller} hat Ihre Rücksendung geprüft.`,
      exchanged: (seller) => `${seller} hat Ihre Rücksendung geprüft und packt nun, was Sie stattdessen möchten.`,
    },
    reason: 'Das schreibt der Händler',
    instructions: 'So senden Sie es zurück',
    refund: (amount) => `${amount} gehen auf Ihren Zahlungsweg zurück.`,
  },
};
