import type { Locale } from '@mallhive/ui';

interface ConsentTexts {
  title: string;
  text: string;
  accept: string;
  decline: string;
  more: string;
}

/** Comes with the question only, so that it burdens no page. */
export const consentTexts: Record<Locale, ConsentTexts> = {
  en: {
    title: 'May we follow your visit?',
    text: 'Under a random number that ends with your visit we would see how people find their way through the shop. Never your name, and for nobody else.',
    accept: 'Yes, that is fine',
    decline: 'No, thank you',
    more: 'What we count',
  },
  de: {
    title: 'Dürfen wir Ihren Besuch mitzählen?',
    text: 'Unter einer Zufallszahl, die mit Ihrem Besuch endet, sähen wir, wie man sich im Laden zurechtfindet. Nie Ihren Namen, und für niemanden sonst.',
    accept: 'Ja, einverstanden',
    decline: 'Nein, danke',
    more: 'Was wir zählen',
  },
  fr: {
    title: 'Pouvons-nous suivre votre visite ?',
    text: 'Sous un nombre aléatoire qui s’éteint avec votre visite, nous verrions comment on se repère dans la boutique. Jamais votre nom, et pour personne d’autre.',
    accept: 'Oui, d’accord',
    decline: 'Non, merci',
    more: 'Ce que nous comptons',
  },
  ar: {
    title: 'هل تسمح لنا بمتابعة زيارتك؟',
    text: 'تحت رقم عشوائي ينتهي بانتهاء زيارتك نرى كيف يجد الزوار طريقهم في المتجر. لا اسمك أبدًا، ولا لأحد غيرنا.',
    accept: 'نعم، موافق',
    decline: 'لا، شكرًا',
    more: 'ما نعدّه',
  },
};
