import type { Locale } from '@mallhive/kernel';

interface Words {
  invoice: string;
  creditNote: string;
  seller: string;
  buyer: string;
  forgotten: string;
  taxNumber: string;
  number: string;
  date: string;
  order: string;
  ordered: string;
  paidWith: string;
  onInvoice: string;
  item: string;
  units: string;
  unitPrice: string;
  discount: string;
  rate: string;
  amount: string;
  delivery: string;
  givenBack: string;
  sum: string;
  total: string;
  credit: string;
  taxes: string;
  base: string;
  tax: string;
  included: string;
  onTop: string;
  page: string;
  providers: Readonly<Record<string, string>>;
}

const providers = { stripe: 'Stripe', paypal: 'PayPal' };

/** What invoices and credit notes say, in the language of the order. */
export const words: Record<Locale, Words> = {
  en: {
    invoice: 'Invoice',
    creditNote: 'Credit note',
    seller: 'Sold by',
    buyer: 'Bought by',
    forgotten: 'Erased at the buyer’s request',
    taxNumber: 'Tax number',
    number: 'Number',
    date: 'Date',
    order: 'Order',
    ordered: 'Ordered',
    paidWith: 'Paid with',
    onInvoice: 'For invoice',
    item: 'Item',
    units: 'Units',
    unitPrice: 'Unit price',
    discount: 'Discount',
    rate: 'Tax rate',
    amount: 'Amount',
    delivery: 'Delivery',
    givenBack: 'Money given back',
    sum: 'Sum',
    total: 'Total',
    credit: 'Given back',
    taxes: 'Tax',
    base: 'Net',
    tax: 'Tax',
    included: 'Prices include the tax.',
    onTop: 'Prices are without tax; it is added below.',
    page: 'Page {page} of {pages}',
    providers: { ...providers, test: 'Test payment', gift_card: 'Gift card', credit: 'Store credit' },
  },
  de: {
    invoice: 'Rechnung',
    creditNote: 'Gutschrift',
    seller: 'Verkauft von',
    buyer: 'Gekauft von',
    forgotten: 'Auf Wunsch gelöscht',
    taxNumber: 'Steuernummer',
    number: 'Nummer',
    date: 'Datum',
    order: 'Bestellung',
    ordered: 'Bestellt am',
    paidWith: 'Bezahlt mit',
    onInvoice: 'Zu Rechnung',
    item: 'Artikel',
    units: 'Menge',
    unitPrice: 'Einzelpreis',
    discount: 'Rabatt',
    rate: 'Steuersatz',
    amount: 'Betrag',
    delivery: 'Versand',
    givenBack: 'Erstattung',
    sum: 'Summe',
    total: 'Gesamtbetrag',
    credit: 'Erstattet',
    taxes: 'Steuer',
    base: 'Netto',
    tax: 'Steuer',
    included: 'Die Preise enthalten die Steuer.',
    onTop: 'Die Preise sind ohne Steuer; sie kommt unten hinzu.',
    page: 'Seite {page} von {pages}',
    providers: { ...providers, test: 'Testzahlung', gift_card: 'Geschenkkarte', credit: 'Guthaben' },
  },
  fr: {
    invoice: 'Facture',
    creditNote: 'Avoir',
    seller: 'Vendu par',
    buyer: 'Acheté par',
    forgotten: 'Effacé à la demande de l’acheteur',
    taxNumber: 'Numéro fiscal',
    number: 'Numéro',
    date: 'Date',
    order: 'Commande',
    ordered: 'Commandé le',
    paidWith: 'Payé avec',
    onInvoice: 'Sur la facture',
    item: 'Article',
    units: 'Quantité',
    unitPrice: 'Prix unitaire',
    discount: 'Remise',
    rate: 'Taux',
    amount: 'Montant',
    delivery: 'Livraison',
    givenBack: 'Remboursement',
    sum: 'Somme',
    total: 'Total',
    credit: 'Remboursé',
    taxes: 'Taxe',
    base: 'Hors taxe',
    tax: 'Taxe',
    included: 'Les prix comprennent la taxe.',
    onTop: 'Les prix sont hors taxe ; elle s’ajoute ci-dessous.',
    page: 'Page {page} sur {pages}',
    providers: { ...providers, test: 'Paiement de test', gift_card: 'Carte cadeau', credit: 'Avoir du compte' },
  },
  ar: {
    invoice: 'فاتورة',
    creditNote: 'إشعار دائن',
    seller: 'البائع',
    buyer: 'المشتري',
    forgotten: 'حُذفت بناءً على طلب المشتري',
    taxNumber: 'الرقم الضريبي',
    number: 'الرقم',
    date: 'التاريخ',
    order: 'الطلب',
    ordered: 'تاريخ الطلب',
    paidWith: 'طريقة الدفع',
    onInvoice: 'عن الفاتورة',
    item: 'المنتج',
    units: 'الكمية',
    unitPrice: 'سعر الوحدة',
    discount: 'الخصم',
    rate: 'نسبة الضريبة',
    amount: 'المبلغ',
    delivery: 'التوصيل',
    givenBack: 'مبلغ مسترد',
    sum: 'المجموع',
    total: 'الإجمالي',
    credit: 'المبلغ المسترد',
    taxes: 'الضريبة',
    base: 'الصافي',
    tax: 'الضريبة',
    included: 'الأسعار تشمل الضريبة.',
    onTop: 'الأسعار بدون الضريبة، وتضاف أدناه.',
    page: 'صفحة {page} من {pages}',
    providers: { ...providers, test: 'دفع تجريبي', gift_card: 'بطاقة هدية', credit: 'رصيد المتجر' },
  },
};

/** With Latin digits everywhere, as the shop writes prices. */
export const tags: Record<Locale, string> = { en: 'en-GB', de: 'de-DE', fr: 'fr-FR', ar: 'ar-AE-u-nu-latn' };
