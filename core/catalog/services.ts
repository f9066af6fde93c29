/** One category a line, below the line above that is indented less: id, English name, Arabic name. An id is never given to another one. */
export const SERVICES = `
services | Services and projects | خدمات ومشاريع
  development | Software development | تطوير البرمجيات
    web-development | Web development | تطوير مواقع
    mobile-development | Mobile development | تطوير تطبيقات الجوال
    online-shops | Online shops | متاجر إلكترونية
    backend-and-interfaces | Backend and interfaces | خوادم وواجهات برمجية
    desktop-development | Desktop development | تطوير برامج سطح المكتب
    game-development | Game development | تطوير ألعاب
    embedded-systems | Embedded systems | أنظمة مدمجة
    blockchain-development | Blockchain development | تطوير سلاسل الكتل
    software-testing | Software testing | اختبار البرمجيات
    bug-fixing | Bug fixing | إصلاح أخطاء
    code-review | Code review | مراجعة شيفرات
    website-maintenance | Website maintenance | صيانة مواقع
    databases | Databases | قواعد بيانات
    chatbots | Chatbots | روبوتات محادثة
  it-services | IT and cloud | تقنية المعلومات والسحابة
    cloud-setup | Cloud setup | إعداد السحابة
    server-administration | Server administration | إدارة خوادم
    network-setup | Network setup | إعداد شبكات
    cyber-security | Cyber security | أمن سيبراني
    technical-support | Technical support | دعم تقني
    data-migration | Data migration | ترحيل بيانات
    backups-and-recovery | Backups and recovery | نسخ احتياطي واستعادة
    system-integration | System integration | تكامل الأنظمة
  ai-services | Data and artificial intelligence | بيانات وذكاء اصطناعي
    data-analysis | Data analysis | تحليل بيانات
    data-entry | Data entry | إدخال بيانات
    data-visualization | Data visualization | تصوير البيانات
    machine-learning | Machine learning | تعلم آلي
    data-labelling | Data labelling | وسم البيانات
    web-research | Web research | بحث على الشبكة
    statistics | Statistics | إحصاء
    process-automation | Process automation | أتمتة العمليات
  design-services | Design | تصميم
    logo-design | Logo design | تصميم شعارات
    brand-identity | Brand identity | هوية تجارية
    interface-design | Interface design | تصميم واجهات
    print-design | Print design | تصميم مطبوعات
    packaging-design | Packaging design | تصميم عبوات
    illustration-work | Illustration work | رسم توضيحي
    presentation-design | Presentation design | تصميم عروض تقديمية
    fashion-design | Fashion design | تصميم أزياء
    jewellery-design | Jewellery design | تصميم مجوهرات
    product-design | Product design | تصميم منتجات
    arabic-lettering | Arabic lettering | خط ولوحات حروف عربية
    social-media-design | Social media design | تصميم منشورات
    photo-editing | Photo editing | تعديل صور
  architecture | Architecture and engineering | عمارة وهندسة
    architectural-design | Architectural design | تصميم معماري
    interior-design | Interior design | تصميم داخلي
    landscape-design | Landscape design | تصميم حدائق
    structural-engineering | Structural engineering | هندسة إنشائية
    electrical-engineering | Electrical engineering | هندسة كهربائية
    mechanical-engineering | Mechanical engineering | هندسة ميكانيكية
    3d-rendering | 3D rendering | إظهار ثلاثي الأبعاد
    surveying | Surveying | مساحة
    quantity-surveying | Quantity surveying | حصر كميات
  writing | Writing and translation | كتابة وترجمة
    translation-into-arabic | Translation into Arabic | ترجمة إلى العربية
    translation-into-english | Translation into English | ترجمة إلى الإنجليزية
    translation-into-hindi | Translation into Hindi | ترجمة إلى الهندية
    translation-into-other-languages | Translation into other languages | ترجمة إلى لغات أخرى
    certified-translation | Certified translation | ترجمة معتمدة
    proofreading | Proofreading | تدقيق لغوي
    article-writing | Article writing | كتابة مقالات
    copywriting | Copywriting | كتابة إعلانية
    technical-writing | Technical writing | كتابة تقنية
    creative-writing | Creative writing | كتابة إبداعية
    script-writing | Script writing | كتابة سيناريو
    resumes-and-cover-letters | Résumés and cover letters | سير ذاتية ورسائل تقديم
    transcription | Transcription | تفريغ نصوص
    product-descriptions | Product descriptions | أوصاف منتجات
    subtitling | Subtitling | ترجمة مرئية
  marketing | Marketing and sales | تسويق ومبيعات
    search-engine-optimization | Search engine optimization | تحسين محركات البحث
    social-media-management | Social media management | إدارة حسابات التواصل
    online-advertising | Online advertising | إعلانات إلكترونية
    email-marketing | Email marketing | تسويق بالبريد
    content-strategy | Content strategy | استراتيجية محتوى
    market-research | Market research | أبحاث سوق
    lead-generation | Lead generation | توليد عملاء محتملين
    public-relations | Public relations | علاقات عامة
    telesales | Telesales | مبيعات هاتفية
    marketing-analytics | Marketing analytics | تحليلات تسويق
    marketplace-management | Marketplace management | إدارة متاجر الأسواق
  video-services | Video and animation | فيديو ورسوم متحركة
    video-editing | Video editing | مونتاج فيديو
    explainer-videos | Explainer videos | فيديوهات توضيحية
    2d-animation | 2D animation | تحريك ثنائي الأبعاد
    3d-animation | 3D animation | تحريك ثلاثي الأبعاد
    videography | Videography | تصوير فيديو
    drone-filming | Drone filming | تصوير جوي
    short-videos | Short videos | فيديوهات قصيرة
    live-streaming | Live streaming | بث مباشر
  photography | Photography | تصوير فوتوغرافي
    product-photography | Product photography | تصوير منتجات
    event-photography | Event photography | تصوير مناسبات
    portraits | Portraits | صور شخصية
    real-estate-photography | Real estate photography | تصوير عقارات
    food-photography | Food photography | تصوير أطعمة
  audio-services | Music and audio | موسيقى وصوت
    voice-over-in-arabic | Voice-over in Arabic | تعليق صوتي بالعربية
    voice-over-in-english | Voice-over in English | تعليق صوتي بالإنجليزية
    dubbing | Dubbing | دبلجة
    audio-editing | Audio editing | تحرير صوتي
    music-composition | Music composition | تأليف موسيقي
    mixing-and-mastering | Mixing and mastering | مزج وإتقان صوتي
    podcast-production | Podcast production | إنتاج بودكاست
  business-services | Business and administration | أعمال وإدارة
    virtual-assistance | Virtual assistance | مساعدة افتراضية
    business-consulting | Business consulting | استشارات أعمال
    feasibility-studies | Feasibility studies | دراسات جدوى
    project-management | Project management | إدارة مشاريع
    customer-service | Customer service | خدمة عملاء
    human-resources | Human resources | موارد بشرية
    recruitment | Recruitment | توظيف
    company-formation | Company formation | تأسيس شركات
    government-paperwork | Government paperwork | معاملات حكومية
    sourcing-and-procurement | Sourcing and procurement | توريد ومشتريات
    import-and-export-advice | Import and export advice | استشارات استيراد وتصدير
  finance-services | Finance and accounting | مالية ومحاسبة
    bookkeeping | Bookkeeping | مسك دفاتر
    tax-filing | Tax filing | إقرارات ضريبية
    auditing | Auditing | تدقيق حسابات
    financial-modelling | Financial modelling | نماذج مالية
    payroll | Payroll | رواتب
    zakat-calculation | Zakat calculation | حساب الزكاة
    valuation | Valuation | تقييم
  legal-services | Legal | خدمات قانونية
    contract-drafting | Contract drafting | صياغة عقود
    legal-advice | Legal advice | استشارات قانونية
    trademark-registration | Trademark registration | تسجيل علامات تجارية
    intellectual-property | Intellectual property | ملكية فكرية
    mediation | Mediation | وساطة
    compliance | Compliance | امتثال
  education | Teaching and coaching | تعليم وتدريب
    school-tutoring | School tutoring | دروس مدرسية
    university-tutoring | University tutoring | دروس جامعية
    arabic-lessons | Arabic lessons | دروس عربية
    english-lessons | English lessons | دروس إنجليزية
    other-language-lessons | Other language lessons | دروس لغات أخرى
    quran-lessons | Quran lessons | دروس قرآن
    music-lessons | Music lessons | دروس موسيقى
    career-coaching | Career coaching | إرشاد مهني
    fitness-coaching | Fitness coaching | تدريب لياقة
    programming-lessons | Programming lessons | دروس برمجة
    corporate-training | Corporate training | تدريب شركات
  local-services | Home and local services | خدمات منزلية ومحلية
    house-cleaning | House cleaning | تنظيف منازل
    plumbing-work | Plumbing work | أعمال سباكة
    electrical-work | Electrical work | أعمال كهرباء
    air-conditioning | Air conditioning | تكييف
    painting-and-decorating | Painting and decorating | دهان وتزيين
    carpentry | Carpentry | نجارة
    moving-and-transport | Moving and transport | نقل أثاث
    appliance-repair | Appliance repair | إصلاح أجهزة
    phone-repair | Phone repair | إصلاح هواتف
    car-repair | Car repair | إصلاح سيارات
    tailoring | Tailoring | خياطة وتفصيل
    gardening | Gardening | بستنة
    pest-control | Pest control | مكافحة حشرات
    renovation | Renovation | ترميم
  events | Events and hospitality | فعاليات وضيافة
    event-planning | Event planning | تنظيم فعاليات
    catering | Catering | ضيافة وإعاشة
    wedding-planning | Wedding planning | تنظيم أعراس
    event-decoration | Event decoration | تزيين مناسبات
    equipment-hire | Equipment hire | تأجير معدات
    hosts-and-interpreters | Hosts and interpreters | مضيفون ومترجمون فوريون
  lifestyle | Lifestyle and travel | أسلوب حياة وسفر
    travel-planning | Travel planning | تخطيط سفر
    hajj-and-umrah-guidance | Hajj and Umrah guidance | إرشاد الحج والعمرة
    nutrition-advice | Nutrition advice | استشارات تغذية
    personal-shopping | Personal shopping | تسوق شخصي
    make-up-artists | Make-up artists | خبراء تجميل
  manufacturing | Making to order | تصنيع حسب الطلب
    garment-production | Garment production | إنتاج ملابس
    3d-printing | 3D printing | طباعة ثلاثية الأبعاد
    machining | Machining | تشغيل معادن
    wood-products-to-order | Wood products to order | منتجات خشبية حسب الطلب
    printing | Printing | طباعة
    embroidery | Embroidery | تطريز
    prototypes | Prototypes | نماذج أولية
    quality-inspection | Quality inspection | فحص جودة
`;
