import type { Translation } from '@mallhive/ui/texts';
import type { en } from './en.ts';

export const fr: Translation<typeof en> = {
  card: {
    from: 'par {seller}',
    soldOut: 'Épuisé',
    badges: { sale: 'Promo', new: 'Nouveau', bestseller: 'Très demandé', 'low-stock': 'Derniers' },
    reviews: '({number})',
  },
  rail: { previous: 'Défiler en arrière', next: 'Défiler plus loin', region: '{title}, défile sur le côté' },
  gallery: {
    label: 'Images',
    show: 'Afficher l’image {number} sur {total}',
    zoom: 'Voir de plus près',
    previous: 'Image précédente',
    next: 'Image suivante',
    none: 'Pas encore d’image',
  },
  options: {
    unavailable: 'épuisé',
    notMade: 'n’existe pas dans cette combinaison',
    chosen: '{name} : {value}',
  },
  buy: {
    quantity: 'Quantité',
    inStock: 'En stock, prêt à partir',
    low: { one: 'Plus que {count}', other: 'Plus que {count}' },
    soldOut: 'Épuisé',
    soldOutHint:
      'Épuisé pour le moment. Un autre choix est peut-être disponible, ou regardez les produits proches ci-dessous.',
    taxIncluded: 'TVA comprise',
    fallbackTitle: 'Le panier fait une petite pause',
    fallbackText: 'Il revient tout seul dans un instant. Le reste de la page fonctionne.',
    delivery: 'Livraison en quelques jours ouvrés',
    deliveryHint: '{seller} emballe et expédie. Dates et prix exacts au paiement.',
    returns: '30 jours pour changer d’avis',
    returnsHint: 'Renvoyez-le non utilisé et soyez remboursé.',
    secure: 'Payé via MallHive',
    secureHint: 'Le vendeur ne voit jamais votre carte.',
  },
  sections: {
    highlights: 'Pourquoi il pourrait vous plaire',
    description: 'À propos de ce produit',
    details: 'Détails',
    reviews: 'Avis',
    seller: 'Vendu par',
    visitSeller: 'Voir la boutique',
    similar: 'Vous aimerez peut-être aussi',
    alsoBought: 'Souvent achetés ensemble',
    recentlyViewed: 'Vus récemment',
  },
  reviews: {
    count: { one: '{count} avis', other: '{count} avis' },
    none: 'Pas encore d’avis',
    noneHint: 'Les avis sont écrits par des personnes qui ont acheté le produit ici.',
    outOf: 'sur 5',
    stars: '{stars} étoiles : {number}',
    verified: 'Achat vérifié',
    newest: 'Les avis les plus récents',
  },
  page: { home: 'Accueil', brand: 'Marque', sku: 'Référence' },
  head: {
    description: '{title} de {seller}. Achetez-le sur MallHive avec protection de l’acheteur.',
    title: '{title} | MallHive',
  },
  alone: {
    missing: 'Ce produit n’est pas ici',
    missingHint: 'Son vendeur l’a peut-être retiré.',
    failed: 'Le produit n’a pas pu être chargé',
    failedHint: 'Veuillez réessayer dans un instant.',
  },
};
