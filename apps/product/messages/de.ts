import type { Translation } from '@mallhive/ui/texts';
import type { en } from './en.ts';

export const de: Translation<typeof en> = {
  card: {
    from: 'von {seller}',
    soldOut: 'Ausverkauft',
    badges: { sale: 'Angebot', new: 'Neu', bestseller: 'Beliebt', 'low-stock': 'Nur wenige' },
    reviews: '({number})',
  },
  rail: { previous: 'Zurückblättern', next: 'Weiterblättern', region: '{title}, seitlich zu blättern' },
  gallery: {
    label: 'Bilder',
    show: 'Bild {number} von {total} zeigen',
    zoom: 'Genauer ansehen',
    previous: 'Voriges Bild',
    next: 'Nächstes Bild',
    none: 'Noch kein Bild',
  },
  options: {
    unavailable: 'ausverkauft',
    notMade: 'in dieser Kombination nicht erhältlich',
    chosen: '{name}: {value}',
  },
  buy: {
    quantity: 'Menge',
    inStock: 'Vorrätig und versandbereit',
    low: { other: 'Nur noch {count} da' },
    soldOut: 'Ausverkauft',
    soldOutHint:
      'Das ist gerade ausverkauft. Vielleicht ist eine andere Ausführung da, oder sehen Sie unten Ähnliches an.',
    taxIncluded: 'inkl. MwSt.',
    fallbackTitle: 'Der Warenkorb macht eine kurze Pause',
    fallbackText: 'Er kommt gleich von selbst zurück. Alles andere auf dieser Seite funktioniert.',
    delivery: 'Lieferung in wenigen Werktagen',
    deliveryHint: '{seller} verpackt und verschickt. Genaue Tage und Preise an der Kasse.',
    returns: '30 Tage Bedenkzeit',
    returnsHint: 'Unbenutzt zurückschicken und Geld zurückbekommen.',
    secure: 'Bezahlt über MallHive',
    secureHint: 'Der Laden sieht Ihre Karte nie.',
  },
  sections: {
    highlights: 'Warum es gefallen könnte',
    description: 'Über dieses Produkt',
    details: 'Einzelheiten',
    reviews: 'Bewertungen',
    seller: 'Verkauft von',
    visitSeller: 'Zum Laden',
    similar: 'Das könnte auch gefallen',
    alsoBought: 'Oft zusammen gekauft',
    recentlyViewed: 'Zuletzt angesehen',
  },
  reviews: {
    count: { one: '{count} Bewertung', other: '{count} Bewertungen' },
    none: 'Noch keine Bewertungen',
    noneHint: 'Bewertungen schreiben Menschen, die das Produkt hier gekauft haben.',
    outOf: 'von 5',
    stars: '{stars} Sterne: {number}',
    verified: 'Bestätigter Kauf',
    newest: 'Die neuesten Bewertungen',
  },
  page: { home: 'Start', brand: 'Marke', sku: 'Artikelnummer' },
  head: {
    description: '{title} von {seller}. Auf MallHive mit Käuferschutz kaufen.',
    title: '{title} | MallHive',
  },
  alone: {
    missing: 'Dieses Produkt gibt es hier nicht',
    missingHint: 'Vielleicht hat der Laden es zurückgezogen.',
    failed: 'Das Produkt konnte nicht geladen werden',
    failedHint: 'Bitte versuchen Sie es gleich noch einmal.',
  },
};
