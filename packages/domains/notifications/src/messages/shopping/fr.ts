import type { ShoppingWords } from './en.ts';

export const shoppingFr: ShoppingWords = {
  backInStock: {
    subject: (title, count) =>
      count === 1 ? `De nouveau en stock : ${title}` : `De nouveau en stock : ${title} et ${count - 1} de plus`,
    preview: 'Il n’y en a pas toujours beaucoup. Premier arrivé, premier servi.',
    heading: (count) => (count === 1 ? 'Il est de retour' : 'Ils sont de retour'),
    text: (count) =>
      count === 1
        ? 'L’article que vous attendiez peut de nouveau être acheté.'
        : 'Les articles que vous attendiez peuvent de nouveau être achetés :',
    action: 'Le voir',
    link: (title) => `Voir « ${title} »`,
    because: 'Vous recevez ce message parce que vous l’avez demandé ou parce que l’article est dans votre liste.',
  },
  priceDrop: {
    subject: (title, count) =>
      count === 1 ? `Moins cher : ${title}` : `Moins cher : ${title} et ${count - 1} de plus`,
    preview: 'Un prix plus bas dans votre liste d’envies.',
    heading: (count) => (count === 1 ? 'Son prix a baissé' : 'Leurs prix ont baissé'),
    text: 'Un prix a baissé dans votre liste d’envies :',
    before: (price) => `avant ${price}`,
    action: 'Voir ma liste',
    because:
      'Vous recevez ce message parce que ces articles sont dans votre liste. Chaque baisse est annoncée une fois.',
  },
  abandonedCart: {
    subject: (title) => `Toujours dans votre panier : ${title}`,
    preview: 'Nous l’avons gardé pour vous.',
    heading: 'Votre panier est toujours là',
    text: 'Ces articles sont restés dans votre panier. Le lien ci-dessous le rouvre sur n’importe quel appareil. Rien n’est réservé, et les prix sont ceux du jour.',
    total: 'Total actuel',
    action: 'Retrouver mon panier',
    because: 'Vous recevez ce message parce que vous souhaitez des offres. Il n’y en a qu’un par panier.',
  },
  delivered: {
    subject: (number) => `Livré : un colis de votre commande ${number}`,
    preview: (seller) => `Le colis de ${seller} a été livré.`,
    heading: 'Votre colis est arrivé',
    text: (seller, number) => `Le colis de ${seller} pour la commande ${number} a été livré.`,
    help: 'Il n’est pas là, ou quelque chose ne va pas ? Ouvrez la commande pour le renvoyer ou écrire au vendeur.',
  },
  newDevice: {
    subject: 'Un nouvel appareil s’est connecté à votre compte',
    preview: 'C’était vous ? Alors il n’y a rien à faire.',
    heading: 'Était-ce vous ?',
    text: 'Quelqu’un s’est connecté à votre compte avec un appareil que nous n’avions jamais vu.',
    device: 'Appareil',
    unknown: 'inconnu',
    when: 'Quand',
    notYou: 'Si ce n’était pas vous, déconnectez cet appareil et choisissez tout de suite un nouveau mot de passe.',
    action: 'Voir mes appareils',
  },
};
