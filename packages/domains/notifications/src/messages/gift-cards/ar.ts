import type { GiftCardWords } from './en.ts';

export const giftCardsAr: GiftCardWords = {
  card: {
    subject: (a: string) => `بطاقة هدية بقيمة ${a} لك`,
    preview: 'رمزها في هذه الرسالة.',
    heading: (a: string) => `${a} تنفقها كما تشاء`,
    text: 'أدخل الرمز عند الدفع. لست مضطرًا إلى إنفاقها دفعة واحدة: ما يتبقى يبقى في البطاقة.',
    code: 'الرمز',
    until: 'صالحة حتى',
    action: 'اختر شيئًا',
    because:
      'تصلك هذه الرسالة لأن شخصًا أهداك بطاقة هدية من MallHive. كل من لديه الرمز يستطيع إنفاقها، فاحتفظ به لنفسك.',
  },
  credit: {
    subject: (a: string) => `رصيد بقيمة ${a} لك`,
    preview: 'استخدمه في طلبك القادم.',
    text: 'تجده في حسابك. عند الدفع تختار إن كنت تريد الدفع به.',
    action: 'عرض رصيدي',
  },
};
