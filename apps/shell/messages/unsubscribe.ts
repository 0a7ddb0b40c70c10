import type { Locale } from '@mallhive/ui/texts';

export interface UnsubscribeTexts {
  title: string;
  lead: string;
  submit: string;
  done: string;
  doneLead: string;
  dead: string;
  deadLead: string;
  failed: string;
  failedLead: string;
  again: string;
  settings: string;
  shop: string;
  kinds: Record<'reviews' | 'wishlist' | 'offers' | 'sales' | 'stock', string>;
}

/** The page behind the link in mails that can be switched off. Only the server has all of them: a browser gets its own with the page. */
export const unsubscribeTexts: Record<Locale, UnsubscribeTexts> = {
  en: {
    title: 'No more of these mails?',
    lead: 'It is about:',
    submit: 'Yes, stop them',
    done: 'You will not get these mails any more',
    doneLead: 'Switched off:',
    dead: 'This link does not work',
    deadLead:
      'It may have been cut when the mail was shown. In your account you can switch every kind of mail on and off.',
    failed: 'That did not work just now',
    failedLead: 'Nothing has changed yet. Please try again in a moment.',
    again: 'Try again',
    settings: 'All settings for messages',
    shop: 'To the shop',
    kinds: {
      reviews: 'Requests to review what you bought',
      wishlist: 'News about what is on your wishlist',
      offers: 'Offers and news',
      sales: 'New orders of your shop',
      stock: 'Stock of your shop that runs low',
    },
  },
  de: {
    title: 'Diese E-Mails nicht mehr?',
    lead: 'Es geht um:',
    submit: 'Ja, abbestellen',
    done: 'Sie erhalten diese E-Mails nicht mehr',
    doneLead: 'Abbestellt:',
    dead: 'Dieser Link funktioniert nicht',
    deadLead:
      'Vielleicht wurde er beim Anzeigen der E-Mail abgeschnitten. In Ihrem Konto können Sie jede Art von E-Mail ein- und ausschalten.',
    failed: 'Das hat gerade nicht geklappt',
    failedLead: 'Noch hat sich nichts geändert. Bitte versuchen Sie es gleich noch einmal.',
    again: 'Noch einmal versuchen',
    settings: 'Alle Einstellungen für Nachrichten',
    shop: 'Zum Laden',
    kinds: {
      reviews: 'Bitten um eine Bewertung Ihrer Einkäufe',
      wishlist: 'Neues zu Ihrem Merkzettel',
      offers: 'Angebote und Neuigkeiten',
      sales: 'Neue Bestellungen in Ihrem Laden',
      stock: 'Knapper Bestand in Ihrem Laden',
    },
  },
  fr: {
    title: 'Ne plus recevoir ces e-mails ?',
    lead: 'Il s’agit de :',
    submit: 'Oui, les arrêter',
    done: 'Vous ne recevrez plus ces e-mails',
    doneLead: 'Désactivé :',
    dead: 'Ce lien ne fonctionne pas',
    deadLead:
      'Il a peut-être été coupé à l’affichage de l’e-mail. Dans votre compte, vous pouvez activer ou désactiver chaque type d’e-mail.',
    failed: 'Cela n’a pas fonctionné',
    failedLead: 'Rien n’a encore changé. Veuillez réessayer dans un instant.',
    again: 'Réessayer',
    settings: 'Tous les réglages des messages',
    shop: 'Vers la boutique',
    kinds: {
      reviews: 'Demandes d’avis sur vos achats',
      wishlist: 'Nouvelles de votre liste d’envies',
      offers: 'Offres et nouveautés',
      sales: 'Nouvelles commandes de votre boutique',
      stock: 'Stock bientôt épuisé de votre boutique',
    },
  },
  ar: {
    title: 'هل تريد إيقاف هذه الرسائل؟',
    lead: 'يتعلق الأمر بما يلي:',
    submit: 'نعم، أوقفها',
    done: 'لن تصلك هذه الرسائل بعد الآن',
    doneLead: 'تم إيقاف:',
    dead: 'هذا الرابط لا يعمل',
    deadLead: 'ربما اقتُطع جزء منه عند عرض الرسالة. يمكنك من حسابك تفعيل كل نوع من الرسائل أو إيقافه.',
    failed: 'تعذّر ذلك الآن',
    failedLead: 'لم يتغير شيء بعد. يرجى المحاولة مجددًا بعد قليل.',
    again: 'إعادة المحاولة',
    settings: 'جميع إعدادات الرسائل',
    shop: 'إلى المتجر',
    kinds: {
      reviews: 'طلبات تقييم ما اشتريته',
      wishlist: 'أخبار قائمة أمنياتك',
      offers: 'العروض والأخبار',
      sales: 'الطلبات الجديدة في متجرك',
      stock: 'مخزون متجرك الذي يوشك على النفاد',
    },
  },
};
