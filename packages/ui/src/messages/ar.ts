import type { Translation } from '../i18n/texts.ts';
import type { en } from './en.ts';

export const ar: Translation<typeof en> = {
  close: 'إغلاق',
  optional: 'اختياري',
  dismiss: 'إخفاء',
  decrease: 'تقليل الكمية',
  increase: 'زيادة الكمية',
  quantity: 'الكمية',
  priceNow: 'الآن',
  priceBefore: 'قبل',
  priceFrom: 'من',
  save: 'وفّر {percent}%',
  stars: '{average} من 5 نجوم',
  rating: {
    none: 'لا توجد تقييمات بعد',
    one: '{average} من 5 نجوم، تقييم واحد',
    two: '{average} من 5 نجوم، تقييمان',
    few: '{average} من 5 نجوم، {count} تقييمات',
    many: '{average} من 5 نجوم، {count} تقييمًا',
    other: '{average} من 5 نجوم، {count} تقييم',
  },
  breadcrumbs: 'مسار التنقل',
  shown: 'عُرض {shown} من {total}',
  loadMore: 'عرض المزيد',
  loading: 'جارٍ التحميل',
  previous: 'السابق',
  next: 'التالي',
  page: 'صفحة {page} من {pages}',
  retry: 'إعادة المحاولة',
  tableOf: '{label} في جدول',
  notifications: 'الإشعارات',
};
