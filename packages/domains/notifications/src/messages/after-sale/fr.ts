import type { AfterSaleWords } from './en.ts';

export const afterSaleFr: AfterSaleWords = {
  cancelled: {
    subject: (number) => `Annulation : articles de votre commande ${number}`,
    heading: 'Des articles de votre commande ont été annulés',
    byYou: (seller, number) =>
      `Comme vous l’avez souhaité, ${seller} n’envoie pas ces articles de la commande ${number} :`,
    byShop: (seller, number) =>
      `${seller} ne peut pas envoyer ces articles de la commande ${number}. Nous en sommes désolés :`,
    refund: (amount) =>
      `${amount} vous sont remboursés sur votre moyen de paiement. Cela prend en général quelques jours.`,
    nothing: 'Il n’y avait rien à rembourser.',
    note: 'Message du vendeur',
  },
  lost: {
    subject: (number: string) => `Un colis de votre commande ${number} a été perdu`,
    heading: 'Un colis pour vous a été perdu',
    text: (seller: string, number: string) =>
      `Le colis que ${seller} a envoyé pour la commande ${number} n’est pas arrivé et le transporteur ne le retrouve pas. Nous en sommes désolés. Il contenait :`,
    again: (seller: string) =>
      `${seller} l’envoie de nouveau. Vous recevrez le nouveau numéro de suivi dès son départ.`,
  },
  refunded: {
    subject: (amount, number) => `${amount} remboursés pour votre commande ${number}`,
    heading: (amount) => `${amount} vous sont remboursés`,
    text: (seller, number) =>
      `Le remboursement est parti vers votre moyen de paiement, pour votre achat chez ${seller} dans la commande ${number}.`,
    patience: 'Selon votre banque, il apparaît après quelques jours.',
  },
  returned: {
    subject: (number, state) => `Retour ${number} : ${state}`,
    states: {
      approved: 'vous pouvez l’envoyer',
      refused: 'non accepté',
      received: 'arrivé',
      inspected: 'vérifié',
      exchanged: 'votre échange est en préparation',
    },
    texts: {
      approved: (seller) => `${seller} reprend ces articles. Merci de les envoyer ainsi :`,
      refused: (seller) => `${seller} ne reprend pas ces articles.`,
      received: (seller) => `${seller} a reçu votre colis et le vérifie.`,
      inspected: (seller) => `${seller} a vérifié votre retour.`,
      exchanged: (seller) => `${seller} a vérifié votre retour et prépare l’article de remplacement.`,
    },
    reason: 'Message du vendeur',
    instructions: 'Comment renvoyer les articles',
    refund: (amount) => `${amount} vous sont remboursés sur votre moyen de paiement.`,
  },
};
