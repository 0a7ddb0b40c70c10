import type { Translation } from '@mallhive/ui/texts';
import type { creditEn } from './en.ts';

export const creditAr: Translation<typeof creditEn> = {
  credit: {
    title: 'الرصيد وبطاقات الهدايا',
    own: 'رصيدك',
    empty: 'ليس لديك رصيد الآن.',
    emptyText: 'ما يعود إليك كرصيد أو يُمنح لك يظهر هنا. عند الدفع تختار إن كنت تريد الدفع به.',
    waits: 'منه {amount} محجوز لطلب ينتظر الدفع.',
    history: 'الحركات',
    balance: 'ثم {amount}',
    check: 'كم بقي في بطاقة هدية؟',
    checkLead: 'أدخل رمز بطاقة هدية لترى ما يمكن إنفاقه منها.',
    code: 'رمز بطاقة الهدية',
    ask: 'عرض',
    missing: 'يرجى إدخال الرمز.',
    unknown: 'لا نعرف هذا الرمز، أو لم تعد البطاقة صالحة. يرجى التحقق منه.',
    tooMany: 'محاولات كثيرة. يرجى الانتظار بضع دقائق.',
    example: 'XXXX-XXXX-XXXX-XXXX-XXXX',
    failed: 'لم ينجح ذلك. يرجى المحاولة مرة أخرى.',
    worth: 'يمكن إنفاق {amount} بالبطاقة التي تنتهي بـ {last4}.',
    until: 'يمكن استخدامها حتى {day}.',
    kinds: {
      issue: 'مُنحت رصيدًا',
      spend: 'استُخدم في طلب',
      refund: 'عاد من طلب',
      expire: 'انتهت صلاحيته',
      forfeit: 'انتهى',
    },
  },
  creditParts: {
    gift: 'بطاقة هدية …{last4}: {amount}',
    credit: 'رصيد: {amount}',
  },
};
