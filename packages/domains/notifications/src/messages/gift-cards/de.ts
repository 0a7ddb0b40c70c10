import type { GiftCardWords } from './en.ts';

export const giftCardsDe: GiftCardWords = {
  card: {
    subject: (a: string) => `Ein Geschenkgutschein über ${a} für Sie`,
    preview: 'Der Code steht in dieser Mail.',
    heading: (a: string) => `${a}, wofür Sie möchten`,
    text: 'Geben Sie den Code an der Kasse ein. Sie müssen nicht alles auf einmal ausgeben: Was übrig ist, bleibt auf dem Gutschein.',
    code: 'Code',
    until: 'Gültig bis',
    action: 'Etwas finden',
    because:
      'Sie erhalten diese Mail, weil Ihnen jemand einen Gutschein von MallHive geschenkt hat. Wer den Code hat, kann ihn einlösen: Bitte behalten Sie ihn für sich.',
  },
  credit: {
    subject: (a: string) => `${a} Guthaben für Sie`,
    preview: 'Nutzen Sie es bei Ihrer nächsten Bestellung.',
    text: 'Es liegt in Ihrem Konto. An der Kasse entscheiden Sie, ob Sie damit bezahlen.',
    action: 'Mein Guthaben ansehen',
  },
};
