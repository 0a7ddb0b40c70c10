import { afterSaleFr } from './after-sale/fr.ts';
import type { Words } from './en.ts';
import { giftCardsFr } from './gift-cards/fr.ts';
import { shoppingFr } from './shopping/fr.ts';

export const fr: Words = {
  hello: (name) => (name ? `Bonjour ${name},` : 'Bonjour,'),
  unsubscribe: 'Ne plus recevoir ce type d’e-mails',
  settings: 'Tous les réglages des messages',

  account: {
    because: 'Vous recevez ce message parce qu’un compte MallHive existe avec cette adresse.',
    ignore: 'Si ce n’était pas vous, vous n’avez rien à faire : sans ce lien, rien ne change.',
    verify: {
      subject: 'Veuillez confirmer votre adresse e-mail',
      preview: 'Un clic, et votre compte est complet.',
      heading: 'Est-ce bien votre adresse ?',
      text: 'Montrez-nous que cette adresse est la vôtre. Le lien est valable trois jours. Si vous n’avez pas créé de compte, ignorez cet e-mail.',
      action: 'Confirmer mon adresse',
    },
    repeated: {
      subject: 'Vous avez déjà un compte',
      preview: 'Quelqu’un a voulu en créer un autre avec votre adresse.',
      text: 'Quelqu’un, sans doute vous, a voulu créer un compte avec cette adresse. Il en existe déjà un, et il n’a pas changé.',
      forgotten: (url) => `Si vous avez oublié votre mot de passe, vous pouvez en choisir un nouveau : ${url}`,
      action: 'Se connecter',
    },
    reset: {
      subject: 'Choisissez un nouveau mot de passe',
      preview: 'Le lien est valable une heure.',
      text: 'Ce lien vous permet de choisir un nouveau mot de passe. Il fonctionne une fois, pendant une heure.',
    },
    confirm: {
      subject: 'Veuillez confirmer votre nouvelle adresse e-mail',
      preview: 'Votre compte passera alors à cette adresse.',
      heading: 'Utiliser désormais cette adresse ?',
      text: 'Quelqu’un, sans doute vous, veut utiliser cette adresse pour un compte MallHive. Le lien est valable un jour.',
      action: 'Confirmer cette adresse',
      because: 'Vous recevez ce message parce que quelqu’un a saisi cette adresse sur MallHive.',
    },
    moved: {
      subject: 'Votre adresse e-mail a été modifiée',
      preview: 'Votre compte a maintenant une autre adresse.',
      text: 'Votre compte MallHive a maintenant une autre adresse e-mail, et celle-ci ne permet plus d’y accéder. Si ce n’était pas vous, prévenez-nous tout de suite.',
      action: 'Ce n’était pas moi',
    },
    security: {
      subject: 'Votre façon de vous connecter a changé',
      heading: 'Un changement sur votre compte',
      changes: {
        password_changed: 'Votre mot de passe a été modifié. Les autres appareils connectés doivent se reconnecter.',
        password_reset:
          'Votre mot de passe a été redéfini par le lien d’un e-mail. Tous les appareils doivent se reconnecter.',
        second_factor_on:
          'La connexion en deux étapes a été activée. Un code de votre application d’authentification est désormais nécessaire.',
        second_factor_off: 'La connexion en deux étapes a été désactivée. Votre mot de passe suffit maintenant.',
        recovery_codes_renewed: 'De nouveaux codes de secours ont été créés. Les anciens ne fonctionnent plus.',
        recovery_code_used:
          'Un code de secours a été utilisé à la place d’un code de votre application d’authentification. Il ne fonctionnera plus.',
        account_linked: 'Un compte d’un autre service a été associé au vôtre et permet maintenant de se connecter',
        account_unlinked: 'Un compte d’un autre service a été dissocié du vôtre et ne permet plus de se connecter',
        tokens_reused:
          'Un jeton d’une application ayant accès à votre compte a été utilisé deux fois. Par prudence, nous avons mis fin à cet accès.',
      },
      organisation: 'votre organisation',
      notYou:
        'Si ce n’était pas vous, choisissez tout de suite un nouveau mot de passe et vérifiez les appareils connectés.',
      when: 'Quand',
      action: 'Voir mon compte',
    },
    welcome: {
      subject: 'Bienvenue sur MallHive',
      preview: 'Votre compte est prêt.',
      text: 'Votre compte est prêt. Vos commandes, vos adresses et votre panier vous suivent sur chaque appareil.',
      action: 'Découvrir la boutique',
      because:
        'Vous recevez ce message parce que quelqu’un a créé un compte MallHive avec cette adresse. Si ce n’était pas vous, répondez-nous simplement.',
    },
  },

  invitation: {
    subject: (shop) => `${shop} vous invite dans son équipe`,
    preview: (shop) => `Rejoignez ${shop} sur MallHive.`,
    heading: (shop) => `Rejoignez ${shop}`,
    roles: { owner: 'propriétaire', manager: 'responsable', fulfilment: 'préparation et envoi des colis' },
    text: (shop, role, days) =>
      `${shop} vend sur MallHive et aimerait vous avoir dans son équipe (rôle : ${role}). Le lien est valable ${days} jours, uniquement avec cette adresse e-mail.`,
    action: 'Voir l’invitation',
    because: 'Vous ne les connaissez pas ? Alors vous n’avez rien à faire.',
  },

  data: {
    because:
      'Vous recevez ce message en raison de votre compte MallHive. Ce n’était pas vous ? Changez alors votre mot de passe et répondez-nous.',
    ready: {
      subject: 'Vos données sont prêtes à être téléchargées',
      preview: (day) => `Jusqu’au ${day}.`,
      heading: 'Vos données sont prêtes',
      text: (day) =>
        `Tout ce que nous savons de vous se trouve dans un fichier. Vous pouvez le télécharger, une fois connecté(e), jusqu’au ${day}.`,
      action: 'Vers le téléchargement',
    },
    planned: {
      subject: 'Votre compte va être supprimé',
      preview: (day) => `Le ${day}, sauf si vous changez d’avis.`,
      text: (day) =>
        `Comme vous l’avez souhaité, nous supprimons votre compte le ${day} : adresses, listes et tout ce qui porte votre nom. Vos achats restent dans nos livres sans votre nom, comme la loi l’exige.`,
      until: 'Jusque-là, vous pouvez changer d’avis en un clic.',
      action: 'Garder mon compte',
    },
    erased: {
      subject: 'Votre compte est supprimé',
      preview: 'Au revoir, et merci.',
      text: 'Votre compte et ce que nous savions de vous sont supprimés. Merci d’être venu(e).',
      action: 'Vers la boutique',
      because: 'C’est le dernier message que vous recevez de nous.',
    },
  },

  order: {
    because:
      'Vous recevez ce message en raison d’une commande sur MallHive. Répondez simplement si quelque chose ne va pas.',
    quantity: (count) => `Quantité ${count}`,
    see: 'Voir votre commande',
    confirmed: {
      subject: (number) => `Votre commande ${number}`,
      preview: (total) => `Merci. Nous avons reçu votre paiement de ${total}.`,
      heading: 'Merci pour votre commande',
      coming: (parcels) =>
        parcels === 1 ? 'Elle arrive en un colis' : `Elle arrive en ${parcels} colis de ${parcels} vendeurs`,
      text: (number, coming) =>
        `Nous avons reçu votre paiement, et la commande ${number} est en préparation. ${coming} ; nous vous écrirons dès qu’un envoi part.`,
      goods: 'Articles',
      delivery: 'Livraison',
      discount: 'Remise',
      tax: 'TVA incluse',
      taxOnTop: 'Taxes en sus',
      total: 'Total',
    },
    shipped: {
      subject: (number) => `En route : un colis de votre commande ${number}`,
      preview: (seller, carrier) => `${seller} l’a envoyé avec ${carrier}.`,
      heading: 'Votre colis est en route',
      text: (seller, number, carrier) => `${seller} a remis un colis de la commande ${number} à ${carrier}.`,
      carrier: 'Transporteur',
      tracking: 'Numéro de suivi',
      track: 'Suivre le colis',
    },
    cancelled: {
      subject: (number) => `Votre commande ${number} a été annulée`,
      heading: 'Votre commande a été annulée',
      text: (number) => `La commande ${number} a été annulée.`,
      reasons: {
        expired: 'Le paiement n’est pas arrivé à temps, les articles sont donc de nouveau en rayon.',
        payment_failed: 'Le paiement n’a pas abouti, les articles sont donc de nouveau en rayon.',
        stock_lost: 'À l’arrivée de votre paiement, les derniers exemplaires étaient vendus. Nous en sommes désolés.',
      },
      refunded: 'Ce que vous avez payé vous est en cours de remboursement.',
      notCharged: 'Rien n’a été débité.',
      action: 'Retour à la boutique',
    },
  },

  afterSale: afterSaleFr,
  giftCards: giftCardsFr,
  shopping: shoppingFr,

  review: {
    subject: 'Que pensez-vous de votre achat ?',
    preview: 'Quelques mots aident les autres à choisir.',
    heading: 'Qu’en pensez-vous ?',
    text: (number) =>
      `Votre commande ${number} est arrivée il y a quelques jours. Qu’en pensez-vous ? Quelques mots aident les autres à choisir, et les vendeurs à s’améliorer.`,
    write: (title) => `Donner un avis sur « ${title} »`,
    because: 'Vous recevez ce message une fois par commande sur MallHive.',
  },
};
