import { afterSaleAr } from './after-sale/ar.ts';
import type { Words } from './en.ts';
import { giftCardsAr } from './gift-cards/ar.ts';
import { shoppingAr } from './shopping/ar.ts';

/** Names and numbers run from left to right; isolated, they do not move what stands beside them. */
const apart = (text: string | number) => `\u2068${text}\u2069`;

export const ar: Words = {
  hello: (name) => (name ? `مرحبًا ${apart(name)}،` : 'مرحبًا،'),
  unsubscribe: 'إيقاف الرسائل من هذا النوع',
  settings: 'جميع إعدادات الرسائل',

  account: {
    because: 'تصلك هذه الرسالة لوجود حساب في MallHive بهذا العنوان.',
    ignore: 'إذا لم تكن أنت من طلب ذلك فلا حاجة إلى أي إجراء: لا يتغير شيء من دون هذا الرابط.',
    verify: {
      subject: 'يرجى تأكيد عنوان بريدك الإلكتروني',
      preview: 'نقرة واحدة ويكتمل حسابك.',
      heading: 'هل هذا عنوانك؟',
      text: 'يرجى أن تؤكد لنا أن هذا العنوان لك. الرابط صالح لثلاثة أيام. إذا لم تنشئ حسابًا فتجاهل هذه الرسالة.',
      action: 'تأكيد عنواني',
    },
    repeated: {
      subject: 'لديك حساب بالفعل',
      preview: 'حاول أحدهم إنشاء حساب آخر بعنوانك.',
      text: 'حاول أحدهم، ولعله أنت، إنشاء حساب بهذا العنوان. يوجد حساب بالفعل، ولم يتغير فيه شيء.',
      forgotten: (url) => `إذا نسيت كلمة المرور فيمكنك اختيار كلمة جديدة: ${apart(url)}`,
      action: 'تسجيل الدخول',
    },
    reset: {
      subject: 'اختر كلمة مرور جديدة',
      preview: 'الرابط صالح لساعة واحدة.',
      text: 'بهذا الرابط تختار كلمة مرور جديدة. يعمل مرة واحدة ولمدة ساعة.',
    },
    confirm: {
      subject: 'يرجى تأكيد عنوان بريدك الإلكتروني الجديد',
      preview: 'بعد ذلك ينتقل حسابك إلى هذا العنوان.',
      heading: 'هل تريد استخدام هذا العنوان من الآن؟',
      text: 'يريد أحدهم، ولعله أنت، استخدام هذا العنوان لحساب في MallHive. الرابط صالح ليوم واحد.',
      action: 'تأكيد هذا العنوان',
      because: 'تصلك هذه الرسالة لأن أحدهم أدخل هذا العنوان في MallHive.',
    },
    moved: {
      subject: 'تم تغيير عنوان بريدك الإلكتروني',
      preview: 'أصبح لحسابك عنوان آخر.',
      text: 'أصبح لحسابك في MallHive عنوان بريد آخر، ولم يعد هذا العنوان يفتحه. إذا لم تكن أنت من فعل ذلك فأخبرنا فورًا.',
      action: 'لم أكن أنا',
    },
    security: {
      subject: 'تغيّر شيء في طريقة تسجيل دخولك',
      heading: 'تغيير في حسابك',
      changes: {
        password_changed: 'تم تغيير كلمة مرورك. على الأجهزة الأخرى تسجيل الدخول من جديد.',
        password_reset: 'تم تعيين كلمة مرور جديدة برابط في رسالة. على جميع الأجهزة تسجيل الدخول من جديد.',
        second_factor_on: 'تم تفعيل تسجيل الدخول بخطوتين. من الآن يلزم رمز من تطبيق المصادقة.',
        second_factor_off: 'تم إيقاف تسجيل الدخول بخطوتين. تكفي الآن كلمة المرور وحدها.',
        recovery_codes_renewed: 'تم إنشاء رموز استرداد جديدة. لم تعد الرموز القديمة تعمل.',
        recovery_code_used: 'استُخدم رمز استرداد بدلًا من رمز تطبيق المصادقة. لن يعمل مرة أخرى.',
        account_linked: 'تم ربط حساب في خدمة أخرى بحسابك ويمكن الآن تسجيل الدخول به',
        account_unlinked: 'تم فك ربط حساب في خدمة أخرى عن حسابك ولم يعد تسجيل الدخول به ممكنًا',
        tokens_reused: 'استُخدم مرتين مفتاح تطبيق له وصول إلى حسابك. أنهينا وصوله احتياطًا.',
      },
      organisation: 'مؤسستك',
      notYou: 'إذا لم تكن أنت من فعل ذلك فاختر كلمة مرور جديدة فورًا وراجع الأجهزة المسجّلة الدخول.',
      when: 'متى',
      action: 'عرض حسابي',
    },
    welcome: {
      subject: 'أهلًا بك في MallHive',
      preview: 'حسابك جاهز.',
      text: 'حسابك جاهز. طلباتك وعناوينك وسلتك معك على كل جهاز.',
      action: 'تصفّح المتجر',
      because:
        'تصلك هذه الرسالة لأن أحدهم أنشأ حسابًا في MallHive بهذا العنوان. إذا لم تكن أنت فما عليك إلا الرد علينا.',
    },
  },

  invitation: {
    subject: (shop) => `دعوة من ${apart(shop)} للانضمام إلى فريقهم`,
    preview: (shop) => `انضم إلى ${apart(shop)} في MallHive.`,
    heading: (shop) => `انضم إلى ${apart(shop)}`,
    roles: { owner: 'مالك', manager: 'مدير', fulfilment: 'التعبئة والشحن' },
    text: (shop, role, days) =>
      `يبيع ${apart(shop)} في MallHive ويود انضمامك إلى الفريق (الدور: ${role}). مدة صلاحية الرابط بالأيام: ${apart(days)}، وهو لهذا العنوان وحده.`,
    action: 'عرض الدعوة',
    because: 'لا تعرفهم؟ إذن لا حاجة إلى أي إجراء.',
  },

  data: {
    because: 'تصلك هذه الرسالة بسبب حسابك في MallHive. لم تكن أنت؟ إذن غيّر كلمة مرورك وردّ علينا.',
    ready: {
      subject: 'بياناتك جاهزة للتنزيل',
      preview: (day) => `حتى ${apart(day)}.`,
      heading: 'بياناتك جاهزة',
      text: (day) => `كل ما نعرفه عنك في ملف واحد. يمكنك تنزيله بعد تسجيل الدخول حتى ${apart(day)}.`,
      action: 'إلى التنزيل',
    },
    planned: {
      subject: 'سيُحذف حسابك',
      preview: (day) => `في ${apart(day)}، ما لم تغيّر رأيك.`,
      text: (day) =>
        `بناءً على رغبتك نحذف حسابك في ${apart(day)}: العناوين والقوائم وكل ما يحمل اسمك. تبقى مشترياتك في دفاترنا من دون اسمك كما يطلب القانون.`,
      until: 'حتى ذلك الحين يمكنك تغيير رأيك بنقرة واحدة.',
      action: 'الاحتفاظ بحسابي',
    },
    erased: {
      subject: 'تم حذف حسابك',
      preview: 'إلى اللقاء، وشكرًا لك.',
      text: 'تم حذف حسابك وكل ما كنا نعرفه عنك. شكرًا لوجودك معنا.',
      action: 'إلى المتجر',
      because: 'هذه آخر رسالة تصلك منا.',
    },
  },

  order: {
    because: 'تصلك هذه الرسالة بسبب طلب في MallHive. ما عليك إلا الرد إن لم يكن شيء ما على ما يرام.',
    quantity: (count) => `الكمية ${apart(count)}`,
    see: 'عرض طلبك',
    confirmed: {
      subject: (number) => `طلبك ${apart(number)}`,
      preview: (total) => `شكرًا لك. وصلتنا دفعتك بقيمة ${apart(total)}.`,
      heading: 'شكرًا لطلبك',
      coming: (parcels) =>
        parcels === 1 ? 'يصلك في طرد واحد' : `يصلك في عدة طرود من بائعين مختلفين (عددها ${apart(parcels)})`,
      text: (number, coming) =>
        `وصلتنا دفعتك، ويجري تجهيز الطلب ${apart(number)}. ${coming}؛ نكتب إليك مجددًا حين يصبح شيء في الطريق.`,
      goods: 'المنتجات',
      delivery: 'التوصيل',
      discount: 'الخصم',
      tax: 'ضريبة القيمة المضافة المشمولة',
      taxOnTop: 'الضريبة المضافة',
      total: 'الإجمالي',
    },
    shipped: {
      subject: (number) => `في الطريق: طرد من طلبك ${apart(number)}`,
      preview: (seller, carrier) => `أرسله ${apart(seller)} عبر ${apart(carrier)}.`,
      heading: 'طردك في الطريق',
      text: (seller, number, carrier) => `سلّم ${apart(seller)} طردًا من الطلب ${apart(number)} إلى ${apart(carrier)}.`,
      carrier: 'شركة الشحن',
      tracking: 'رقم التتبع',
      track: 'تتبع الطرد',
    },
    cancelled: {
      subject: (number) => `تم إلغاء طلبك ${apart(number)}`,
      heading: 'تم إلغاء طلبك',
      text: (number) => `تم إلغاء الطلب ${apart(number)}.`,
      reasons: {
        expired: 'لم تصل الدفعة في الوقت المحدد، فعادت المنتجات إلى الرف.',
        payment_failed: 'لم تتم عملية الدفع، فعادت المنتجات إلى الرف.',
        stock_lost: 'عند وصول دفعتك كانت آخر القطع قد بيعت. نأسف لذلك.',
      },
      refunded: 'ما دفعته في طريقه إليك.',
      notCharged: 'لم يُخصم منك شيء.',
      action: 'العودة إلى المتجر',
    },
  },

  afterSale: afterSaleAr,
  giftCards: giftCardsAr,
  shopping: shoppingAr,

  review: {
    subject: 'ما رأيك فيما اشتريته؟',
    preview: 'بضع كلمات تساعد الآخرين على الاختيار.',
    heading: 'ما رأيك؟',
    text: (number) =>
      `وصل طلبك ${apart(number)} قبل أيام. ما رأيك فيه؟ بضع كلمات تساعد الآخرين على الاختيار والبائعين على التحسن.`,
    write: (title) => `تقييم ${apart(title)}`,
    because: 'تصلك هذه الرسالة مرة واحدة لكل طلب في MallHive.',
  },
};
