import type { GiftCardWords } from './en.ts';

export const giftCardsFr: GiftCardWords = {
  card: {
    subject: (a: string) => `Une carte cadeau de ${a} pour vous`,
    preview: 'Son code se trouve dans ce message.',
    heading: (a: string) => `${a} à dépenser comme vous voulez`,
    text: 'Saisissez le code au moment de payer. Vous n’avez pas à tout dépenser d’un coup : le reste demeure sur la carte.',
    code: 'Code',
    until: 'Valable jusqu’au',
    action: 'Trouver quelque chose',
    because:
      'Vous recevez ce message parce que quelqu’un vous a offert une carte cadeau MallHive. Quiconque a le code peut la dépenser : gardez-le pour vous.',
  },
  credit: {
    subject: (a: string) => `${a} d’avoir pour vous`,
    preview: 'À utiliser lors de votre prochaine commande.',
    text: 'Il est dans votre compte. Au moment de payer, vous choisissez de l’utiliser ou non.',
    action: 'Voir mon avoir',
  },
};
