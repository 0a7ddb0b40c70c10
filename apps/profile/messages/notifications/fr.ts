import type { Translation } from '@mallhive/ui/texts';
import type { notificationsEn } from './en.ts';

export const notificationsFr: Translation<typeof notificationsEn> = {
  notifications: {
    title: 'Nos messages',
    lead: 'Ce dont nous vous parlons. Un changement vaut dès le prochain message.',
    optional: 'Comme vous voulez',
    selling: 'À propos de votre boutique',
    always: 'Ce qui arrive toujours',
    alwaysLead:
      'Ces messages font partie de ce que vous faites ici : sans eux, vous ne sauriez pas ce qu’il advient de votre argent et de votre compte. Ils ne peuvent donc pas être désactivés.',
    alwaysOn: 'Toujours activé',
    channel: {
      email: 'Par e-mail',
      inbox: 'Dans votre boîte de réception ici',
      sms: 'Par SMS',
      push: 'Sur cet appareil',
    },
    kind: {
      account: {
        title: 'Compte et sécurité',
        text: 'Les liens que vous avez demandés, les changements de connexion, vos données et votre compte.',
      },
      orders: { title: 'Vos commandes', text: 'Confirmations, colis, annulations et remboursements.' },
      reviews: {
        title: 'Avis',
        text: 'Une semaine après l’arrivée d’une commande, ce que vous en pensez. Une fois par commande.',
      },
      wishlist: {
        title: 'Votre liste d’envies',
        text: 'Quand un article devient moins cher ou est de nouveau en stock.',
      },
      offers: {
        title: 'Offres et nouveautés',
        text: 'De temps en temps, ce qui est nouveau et ce qui coûte moins cher. Désactivé jusqu’à ce que vous le vouliez.',
      },
      daily: {
        title: 'Votre journée en chiffres',
        text: 'Le matin : ce que la veille a rapporté et ce qui reste à emballer.',
      },
      sales: {
        title: 'Nouvelles commandes',
        text: 'Un e-mail pour chaque commande payée. Votre tableau de bord les montre de toute façon.',
      },
      stock: {
        title: 'Stock bientôt épuisé',
        text: 'Un e-mail quand il en reste moins que vous ne le souhaitez. Votre tableau de bord le montre de toute façon.',
      },
      shop: {
        title: 'Décisions sur votre boutique',
        text: 'Les validations, et ce qui manque quand un article ne peut pas être affiché. Arrive toujours.',
      },
    },
    times: {
      title: 'Quand nous pouvons écrire',
      text: 'Ce qui peut attendre – prix, retours en stock, un panier laissé – arrive pendant votre journée. Ce qui concerne vos commandes et votre compte arrive aussitôt.',
      zone: 'Fuseau horaire',
      from: 'Calme à partir de',
      until: 'Calme jusqu’à',
      hint: 'Jamais de calme : mettez la même heure aux deux.',
    },
    saved: 'Enregistré.',
    failed: 'L’enregistrement a échoué et rien n’a changé. Veuillez réessayer.',
    language: {
      title: 'Langue de nos messages',
      label: 'Langue',
      hint: 'Pour ce que nous vous écrivons. Les e-mails sur une commande arrivent dans la langue de la commande.',
    },
  },
};
