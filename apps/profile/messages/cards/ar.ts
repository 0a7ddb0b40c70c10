import type { Translation } from '@mallhive/ui/texts';
import type { cardsEn } from './en.ts';

export const cardsAr: Translation<typeof cardsEn> = {
  cards: {
    title: 'البطاقات المحفوظة',
    lead: 'البطاقات التي اخترت الاحتفاظ بها عند الدفع. تبقى أرقامها لدى مزوّد الدفع، ونحن لا نعرف إلا آخرها.',
    empty: 'لا توجد بطاقات محفوظة',
    emptyText: 'عند الدفع يمكنك الاحتفاظ بالبطاقة للمرة القادمة.',
    failed: 'لم ينجح ذلك. حاول مرة أخرى.',
    first: 'تُستخدم أولًا',
    expires: 'تنتهي في {date}',
    choose: 'استخدمها أولًا',
    chooseCard: 'استخدمها أولًا: {card}',
    remove: 'إزالة',
    removeCard: 'إزالة {card}',
    sure: 'هل تريد إزالة {card}؟',
    removeIt: 'نعم، أزلها',
    keep: 'الاحتفاظ بها',
  },
};
