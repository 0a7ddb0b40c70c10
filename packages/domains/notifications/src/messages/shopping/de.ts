import type { ShoppingWords } from './en.ts';

export const shoppingDe: ShoppingWords = {
  backInStock: {
    subject: (title, count) => (count === 1 ? `Wieder da: ${title}` : `Wieder da: ${title} und ${count - 1} weitere`),
    preview: 'Es sind nicht immer viele. Wer zuerst kommt, bekommt es.',
    heading: (count) => (count === 1 ? 'Es ist wieder da' : 'Sie sind wieder da'),
    text: (count) =>
      count === 1
        ? 'Worauf Sie gewartet haben, ist wieder zu kaufen.'
        : 'Worauf Sie gewartet haben, ist wieder zu kaufen:',
    action: 'Ansehen',
    link: (title) => `„${title}“ ansehen`,
    because: 'Sie erhalten das, weil Sie darum gebeten haben oder weil es auf Ihrer Wunschliste steht.',
  },
  priceDrop: {
    subject: (title, count) =>
      count === 1 ? `Jetzt günstiger: ${title}` : `Jetzt günstiger: ${title} und ${count - 1} weitere`,
    preview: 'Ein niedrigerer Preis auf Ihrer Wunschliste.',
    heading: (count) => (count === 1 ? 'Es kostet jetzt weniger' : 'Sie kosten jetzt weniger'),
    text: 'Auf Ihrer Wunschliste ist ein Preis gesunken:',
    before: (price) => `vorher ${price}`,
    action: 'Zur Wunschliste',
    because: 'Sie erhalten das, weil es auf Ihrer Wunschliste steht. Jede Senkung wird einmal gemeldet.',
  },
  abandonedCart: {
    subject: (title) => `Noch in Ihrem Warenkorb: ${title}`,
    preview: 'Wir haben ihn für Sie aufgehoben.',
    heading: 'Ihr Warenkorb ist noch da',
    text: 'Diese Artikel liegen noch in Ihrem Warenkorb. Mit dem Link finden Sie ihn auf jedem Gerät wieder. Reserviert ist nichts, und es gelten die Preise des Tages.',
    total: 'Zusammen jetzt',
    action: 'Zu meinem Warenkorb',
    because: 'Sie erhalten das, weil Sie Angebote wünschen. Zu einem Warenkorb kommt nur eine solche E-Mail.',
  },
  delivered: {
    subject: (number) => `Angekommen: ein Paket Ihrer Bestellung ${number}`,
    preview: (seller) => `Das Paket von ${seller} wurde zugestellt.`,
    heading: 'Ihr Paket ist angekommen',
    text: (seller, number) => `Das Paket von ${seller} zur Bestellung ${number} wurde zugestellt.`,
    help: 'Es ist nicht da, oder etwas stimmt nicht? Öffnen Sie die Bestellung, um es zurückzusenden oder dem Händler zu schreiben.',
  },
  newDevice: {
    subject: 'Ein neues Gerät hat sich in Ihrem Konto angemeldet',
    preview: 'Das waren Sie? Dann ist nichts zu tun.',
    heading: 'Waren Sie das?',
    text: 'Jemand hat sich mit einem Gerät in Ihrem Konto angemeldet, das wir noch nicht kennen.',
    device: 'Gerät',
    unknown: 'nicht bekannt',
    when: 'Wann',
    notYou: 'Wenn Sie es nicht waren, melden Sie dieses Gerät ab und wählen Sie sofort ein neues Passwort.',
    action: 'Meine Geräte ansehen',
  },
};
