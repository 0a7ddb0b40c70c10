import type { Locale } from '@mallhive/ui';

interface ConsentTexts {
  title: string;
  text: string;
  accept: string;
  decline: string;
  more: string;
  /** What holds now, when somebody chooses anew. */
  isOn: string;
  isOff: string;
  /** When the browser says no for its owner: there is nothing to choose. */
  refusedTitle: string;
  refused: string;
  close: string;
}

/** Comes with the question only, so that it burdens no page. */
export const consentTexts: Record<Locale, ConsentTexts> = {
  en: {
    title: 'May we follow your visit?',
    text: 'Under a random number that ends with your visit we would see how people find their way through the shop. Never your name, and for nobody else.',
    accept: 'Yes, that is fine',
    decline: 'No, thank you',
    more: 'What we count',
    isOn: 'At the moment: yes.',
    isOff: 'At the moment: no.',
    refusedTitle: 'Your visit is not followed',
    refused:
      'Your browser tells every site that you do not want to be followed. We keep to that: nothing of your visit is counted.',
    close: 'Close',
  },
  de: {
    title: 'Dürfen wir Ihren Besuch mitzählen?',
    text: 'Unter einer Zufallszahl, die mit Ihrem Besuch endet, sähen wir, wie man sich im Laden zurechtfindet. Nie Ihren Namen, und für niemanden sonst.',
    accept: 'Ja, einverstanden',
    decline: 'Nein, danke',
    more: 'Was wir zählen',
    isOn: 'Zurzeit: ja.',
    isOff: 'Zurzeit: nein.',
    refusedTitle: 'Ihr Besuch wird nicht mitgezählt',
    refused:
      'Ihr Browser sagt jeder Seite, dass Sie nicht mitgezählt werden möchten. Daran halten wir uns: Von Ihrem Besuch wird nichts gezählt.',
    close: 'Schließen',
  },
  fr: {
    title: 'Pouvons-nous suivre votre visite ?',
    text: 'Sous un nombre aléatoire qui s’éteint avec votre visite, nous verrions comment on se repère dans la boutique. Jamais votre nom, et pour personne d’autre.',
    accept: 'Oui, d’accord',
    decline: 'Non, merci',
    more: 'Ce que nous comptons',
    isOn: 'Pour le moment : oui.',
    isOff: 'Pour le moment : non.',
    refusedTitle: 'Votre visite n’est pas suivie',
    refused:
      'Votre navigateur dit à chaque site que vous ne voulez pas être suivi. Nous nous y tenons : rien de votre visite n’est compté.',
    close: 'Fermer',
  },
  ar: {
    title: 'هل تسمح لنا بمتابعة زيارتك؟',
    text: 'تحت رقم عشوائي ينتهي بانتهاء زيارتك نرى كيف يجد الزوار طريقهم في المتجر. لا اسمك أبدًا، ولا لأحد غيرنا.',
    accept: 'نعم، موافق',
    decline: 'لا، شكرًا',
    more: 'ما نعدّه',
    isOn: 'حاليًا: نعم.',
    isOff: 'حاليًا: لا.',
    refusedTitle: 'زيارتك لا تُتابَع',
    refused: 'يخبر متصفحك كل موقع بأنك لا تريد أن تُتابَع. ونحن نلتزم بذلك: لا يُعدّ شيء من زيارتك.',
    close: 'إغلاق',
  },
};
