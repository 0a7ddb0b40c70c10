import type { AfterSaleWords } from './en.ts';

/** Names and numbers run from left to right; isolated, they do not move what stands beside them. */
const apart = (text: string) => `\u2068${text}\u2069`;

export const afterSaleAr: AfterSaleWords = {
  cancelled: {
    subject: (number) => `أُلغيت منتجات من طلبك ${apart(number)}`,
    heading: 'أُلغيت منتجات من طلبك',
    byYou: (seller, number) => `كما رغبت، لن يرسل ${apart(seller)} هذه المنتجات من الطلب ${apart(number)}:`,
    byShop: (seller, number) => `لا يستطيع ${apart(seller)} إرسال هذه المنتجات من الطلب ${apart(number)}. نأسف لذلك:`,
    refund: (amount) => `يعود إليك مبلغ ${apart(amount)} بطريقة الدفع نفسها. يستغرق ذلك عادةً بضعة أيام.`,
    nothing: 'لا يوجد مبلغ يُردّ عنها.',
    note: 'رسالة البائع',
  },
  lost: {
    subject: (number: string) => `ضاع طرد من طلبك ${number}`,
    heading: 'ضاع طرد كان في طريقه إليك',
    text: (seller: string, number: string) =>
      `الطرد الذي أرسله ${seller} للطلب ${number} لم يصل، ولا تجده شركة الشحن. نأسف لذلك. كان فيه:`,
    again: (seller: string) => `سيرسله ${seller} مرة أخرى. سيصلك رقم التتبع الجديد فور إرساله.`,
  },
  refunded: {
    subject: (amount, number) => `استرداد ${apart(amount)} من طلبك ${apart(number)}`,
    heading: (amount) => `مبلغ ${apart(amount)} في طريقه إليك`,
    text: (seller, number) =>
      `أعدنا المبلغ بطريقة الدفع نفسها، عمّا اشتريته من ${apart(seller)} في الطلب ${apart(number)}.`,
    patience: 'قد يستغرق ظهوره بضعة أيام بحسب مصرفك.',
  },
  returned: {
    subject: (number, state) => `الإرجاع ${apart(number)}: ${state}`,
    states: {
      approved: 'يرجى إرساله',
      refused: 'لم يُقبل',
      received: 'وصل',
      inspected: 'فُحص',
      exchanged: 'يجري تجهيز البديل',
    },
    texts: {
      approved: (seller) => `يقبل ${apart(seller)} إرجاع هذه المنتجات. يرجى إرسالها كما يلي:`,
      refused: (seller) => `لا يقبل ${apart(seller)} إرجاع هذه المنتجات.`,
      received: (seller) => `استلم ${apart(seller)} طردك ويفحصه الآن.`,
      inspected: (seller) => `فحص ${apart(seller)} ما أرجعته.`,
      exchanged: (seller) => `فحص ${apart(seller)} ما أرجعته ويجهّز الآن ما تريده بدلًا منه.`,
    },
    reason: 'رسالة البائع',
    instructions: 'طريقة الإرجاع',
    refund: (amount) => `يعود إليك مبلغ ${apart(amount)} بطريقة الدفع نفسها.`,
  },
};
