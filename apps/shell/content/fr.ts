import type { Content } from './topic.ts';

export const fr: Content = {
  about: {
    title: 'De petites boutiques, un seul panier',
    lead: 'MallHive est une place de marché pour boutiques indépendantes. Vous composez un panier avec toutes et payez une fois ; chaque boutique emballe et expédie sa part.',
    sections: [
      {
        heading: 'Pourquoi une ruche ?',
        paragraphs: [
          'Une ruche, ce sont beaucoup de petites cellules qui contiennent ensemble plus que chacune seule. Nos boutiques gardent leur caractère, leur stock et leurs prix. Nous nous occupons de la recherche, du paiement et de tout ce pour quoi personne n’ouvre une boutique.',
        ],
      },
      {
        heading: 'Ce sur quoi vous pouvez compter',
        paragraphs: [
          'Des prix TVA comprise qui ne changent pas au paiement. Un panier qui ne vend jamais ce qui n’est pas là. Trente jours pour changer d’avis. Des avis uniquement de personnes qui ont acheté le produit.',
        ],
      },
      {
        heading: 'Pour les boutiques',
        paragraphs: [
          'Les vendeurs disposent d’un tableau de bord avec les ventes du jour, les commandes à expédier, le stock et les prix, et sont payés pour chaque colis parti. Pour vendre avec nous, écrivez à shops@mallhive.example.',
        ],
      },
    ],
  },
  help: {
    delivery: {
      title: 'Livraison',
      lead: 'Chaque boutique de MallHive expédie ses propres colis. Vous voyez le prix et le délai avant de payer.',
      sections: [
        {
          heading: 'Combien de temps cela prend',
          paragraphs: [
            'La plupart des boutiques remettent un colis au transporteur sous un à deux jours ouvrés. Au Royaume-Uni, la livraison standard prend ensuite deux à quatre jours ouvrés, l’express un ; sur le continent, quatre à huit.',
            'Les produits de plusieurs boutiques arrivent en plusieurs colis. Chacun a son numéro de suivi, et vous les trouvez tous sur la page de votre commande.',
          ],
        },
        {
          heading: 'Ce que cela coûte',
          paragraphs: [
            'La livraison est comptée une fois par boutique dans votre panier, pas par produit. Le total est affiché avant le paiement ; rien ne s’ajoute ensuite.',
          ],
        },
        {
          heading: 'Où est mon colis ?',
          paragraphs: [
            'Connecté, ouvrez « Vos commandes ». Sans compte, utilisez « Retrouver une commande » avec le numéro et l’adresse e-mail de la confirmation.',
          ],
        },
      ],
    },
    returns: {
      title: 'Retours et remboursements',
      lead: 'Vous avez changé d’avis ? Vous avez 30 jours à partir de l’arrivée du colis.',
      sections: [
        {
          heading: 'Comment renvoyer un produit',
          paragraphs: [
            'Écrivez à la boutique depuis la page de votre commande et indiquez les produits à renvoyer. La boutique répond avec l’adresse de retour.',
            'Renvoyez les produits non utilisés et dans leur emballage. Les produits sur mesure et les produits d’hygiène ouverts ne sont repris que s’ils sont défectueux.',
          ],
        },
        {
          heading: 'Quand vous êtes remboursé',
          paragraphs: [
            'La boutique vous rembourse sous 14 jours après réception du colis, sur la carte ou le compte utilisé. Votre banque peut mettre quelques jours de plus à l’afficher.',
          ],
        },
        {
          heading: 'Produits défectueux ou erronés',
          paragraphs: ['La boutique paie le retour, et vous choisissez entre un remplacement et votre argent.'],
        },
      ],
    },
    payment: {
      title: 'Paiement',
      lead: 'Payez avec le moyen auquel vous faites confiance. MallHive ne conserve jamais votre numéro de carte.',
      sections: [
        {
          heading: 'Quand vous êtes débité',
          paragraphs: [
            'Votre paiement est confirmé au moment de la commande. S’il est refusé, aucune commande n’est passée et les produits restent dans votre panier.',
            'Certaines banques demandent une confirmation dans leur application. La page de paiement vous attend ; vous pouvez la fermer et revenir.',
          ],
        },
        {
          heading: 'Prix, devises et TVA',
          paragraphs: [
            'Vous choisissez entre livre sterling, euro, dollar américain et yen ; la commande est passée et débitée dans cette devise. Tous les prix comprennent la TVA. Votre confirmation l’indique.',
          ],
        },
      ],
    },
    account: {
      title: 'Votre compte',
      lead: 'Vous pouvez acheter sans compte. Avec un compte, vos adresses et commandes sont au même endroit.',
      sections: [
        {
          heading: 'Se connecter',
          paragraphs: [
            'Ce que vous avez mis au panier sans compte est toujours là après la connexion. Si vous aviez déjà un panier, les deux sont réunis.',
          ],
        },
        {
          heading: 'Rester en sécurité',
          paragraphs: [
            'Utilisez un mot de passe qui ne sert nulle part ailleurs. La page de votre compte montre où vous êtes connecté, et vous pouvez fermer chacune de ces sessions.',
          ],
        },
      ],
    },
  },
  legal: {
    terms: {
      title: 'Conditions de vente',
      lead: 'Votre contrat est conclu avec la boutique dont vous achetez le produit. MallHive exploite la place de marché et encaisse pour la boutique.',
      sections: [
        {
          heading: 'Commandes',
          paragraphs: [
            'En passant commande, vous faites une offre à chaque boutique concernée. Le contrat est conclu quand la commande est confirmée, c’est-à-dire dès que votre paiement l’est.',
            'Si un produit se révèle épuisé après votre paiement, la boutique vous rembourse intégralement et sans délai.',
          ],
        },
        {
          heading: 'Vos droits de consommateur',
          paragraphs: [
            'Vous pouvez vous rétracter dans les 14 jours suivant la livraison sans donner de motif. Les boutiques de MallHive vous accordent 30 jours. Vos droits légaux en cas de défaut restent entiers.',
          ],
        },
        {
          heading: 'Droit applicable',
          paragraphs: [
            'Le droit d’Angleterre et du pays de Galles s’applique. Vous pouvez aussi invoquer le droit impératif de votre lieu de résidence.',
          ],
        },
      ],
    },
    privacy: {
      title: 'Vie privée',
      lead: 'Nous gardons ce dont une commande a besoin, et peu de choses de plus.',
      sections: [
        {
          heading: 'Ce que nous gardons',
          paragraphs: [
            'Pour livrer une commande, nous gardons votre nom, votre adresse, votre e-mail et, si vous le donnez, votre téléphone, et les transmettons aux boutiques de la commande. Les factures sont conservées aussi longtemps que la loi fiscale l’exige.',
            'Un compte comporte aussi un mot de passe, conservé sous une forme irréversible, et la liste des appareils où vous êtes connecté.',
          ],
        },
        {
          heading: 'Ce que nous comptons',
          paragraphs: [
            'Nous comptons les pages et produits consultés, ce que l’on cherche, et si les visites mènent à un achat. Si vous êtes d’accord, votre visite porte un nombre aléatoire qui s’éteint après une demi-heure de calme ; sans réponse, nous comptons sans aucun nombre ; si vous refusez, nous ne comptons pas. Rien n’est donné à personne ; seule une commande dit de quelle visite elle vient, et cela figure alors dans votre export de données et s’efface avec elles.',
            'Nous ne comptons pas quand votre navigateur envoie « Do Not Track » ou « Global Privacy Control ». Votre réponse se change sous « Choix de confidentialité », au bas de chaque page. Les visites sont gardées 90 jours.',
          ],
        },
        {
          heading: 'Vos droits',
          paragraphs: [
            'Vous pouvez demander une copie de ce que nous gardons à votre sujet, le faire corriger ou, dans les limites de la loi, effacer. Écrivez à privacy@mallhive.example.',
          ],
        },
      ],
    },
    cookies: {
      title: 'Cookies',
      lead: 'Seulement les cookies dont la boutique ne peut se passer. Aucun pour la publicité.',
      sections: [
        {
          heading: 'La liste',
          paragraphs: [
            'mh_cart retient le panier d’un visiteur sans compte. Il dure 60 jours et les scripts ne peuvent pas le lire.',
            'mh_locale et mh_currency retiennent pendant un an la langue et la devise que vous avez choisies.',
            'next-auth.session-token vous garde connecté 30 jours. next-auth.csrf-token protège le formulaire de connexion contre les requêtes falsifiées, et next-auth.callback-url retient où vous ramener.',
            'Votre choix entre couleurs claires et sombres reste dans le navigateur et ne nous est jamais envoyé.',
          ],
        },
      ],
    },
    imprint: {
      title: 'Qui nous sommes',
      lead: 'MallHive Ltd exploite cette place de marché.',
      sections: [
        {
          heading: 'Contact',
          paragraphs: [
            'MallHive Ltd, 12 Honeycomb Yard, Bristol BS1 6XN, Royaume-Uni. hello@mallhive.example',
            'Ceci est une boutique de démonstration. Aucune vraie commande n’est prise et aucun colis n’est envoyé.',
          ],
        },
      ],
    },
  },
};
