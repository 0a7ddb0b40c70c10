import type { Translation } from '@mallhive/ui/texts';
import type { inboxEn } from './en.ts';

export const inboxAr: Translation<typeof inboxEn> = {
  inbox: {
    title: 'صندوق الرسائل',
    lead: 'ما كتبناه إليك، الأحدث أولًا.',
    empty: 'لا شيء هنا بعد',
    emptyText: 'تظهر أخبار طلباتك هنا فور توفرها.',
    settings: 'اختر ما يصلك',
    failedTitle: 'تعذّر تحميل صندوق رسائلك',
    failedText: 'لم ينجح ذلك. يرجى المحاولة مرة أخرى.',
    loading: 'يجري تحميل رسائلك',
    more: 'عرض الأقدم',
    allRead: 'تعليم الكل كمقروء',
    unread: 'جديد',
    open: 'فتح',
  },
};
