/** One category a line, below the line above that is indented less: id, English name, Arabic name. An id is never given to another one. */
export const DIGITAL = `
digital | Digital goods | منتجات رقمية
  software | Software | برمجيات
    desktop-applications | Desktop applications | تطبيقات سطح المكتب
    mobile-applications | Mobile applications | تطبيقات الجوال
    browser-extensions | Browser extensions | إضافات المتصفح
    developer-tools | Developer tools | أدوات المطورين
    accounting-software | Accounting software | برامج محاسبة
    security-software | Security software | برامج حماية
    automation-scripts | Automation scripts | نصوص أتمتة
    source-code | Source code | شيفرات مصدرية
    plug-ins-and-add-ons | Plug-ins and add-ons | إضافات برمجية
  web-templates | Websites and templates | مواقع وقوالب
    website-themes | Website themes | قوالب مواقع
    shop-themes | Shop themes | قوالب متاجر
    landing-pages | Landing pages | صفحات هبوط
    email-templates | Email templates | قوالب رسائل بريدية
    interface-kits | Interface kits | حزم واجهات
    dashboard-templates | Dashboard templates | قوالب لوحات تحكم
    domain-names | Domain names | أسماء نطاقات
  graphics | Graphics | رسومات
    logos | Logos | شعارات
    icons | Icons | أيقونات
    illustrations | Illustrations | رسوم توضيحية
    patterns-and-textures | Patterns and textures | زخارف وخامات
    social-media-templates | Social media templates | قوالب التواصل الاجتماعي
    print-templates | Print templates | قوالب طباعة
    mock-ups | Mock-ups | نماذج عرض
    invitation-cards | Invitation cards | بطاقات دعوة
    infographics | Infographics | رسوم معلوماتية
  fonts | Fonts | خطوط طباعية
    arabic-fonts | Arabic fonts | خطوط عربية
    latin-fonts | Latin fonts | خطوط لاتينية
    indic-fonts | Indic fonts | خطوط هندية
    handwritten-fonts | Handwritten fonts | خطوط يدوية
    display-fonts | Display fonts | خطوط عناوين
  photos | Photos and video | صور وفيديو
    stock-photos | Stock photos | صور جاهزة
    stock-video | Stock video | مقاطع فيديو جاهزة
    aerial-footage | Aerial footage | لقطات جوية
    video-templates | Video templates | قوالب فيديو
    photo-presets | Photo presets | إعدادات صور
    motion-graphics | Motion graphics | رسوم متحركة
    backgrounds | Backgrounds | خلفيات
  audio | Audio | صوتيات
    music-tracks | Music tracks | مقطوعات موسيقية
    sound-effects | Sound effects | مؤثرات صوتية
    nasheeds | Nasheeds | أناشيد
    voice-samples | Voice samples | عينات صوتية
    audiobooks | Audiobooks | كتب صوتية
    podcasts | Podcasts | بودكاست
  e-books | E-books and documents | كتب ووثائق إلكترونية
    e-book-fiction | E-book fiction | روايات إلكترونية
    guides-and-handbooks | Guides and handbooks | أدلة إرشادية
    recipes | Recipes | وصفات طعام
    comics | Comics | قصص مصورة
    research-reports | Research reports | تقارير بحثية
    legal-templates | Legal templates | نماذج قانونية
    business-plans | Business plans | خطط أعمال
    spreadsheet-templates | Spreadsheet templates | قوالب جداول
    presentation-templates | Presentation templates | قوالب عروض
    planners-and-printables | Planners and printables | مخططات قابلة للطباعة
    sewing-patterns | Sewing patterns | باترونات خياطة
  courses | Courses | دورات تعليمية
    programming-courses | Programming courses | دورات برمجة
    design-courses | Design courses | دورات تصميم
    language-courses | Language courses | دورات لغات
    business-courses | Business courses | دورات أعمال
    marketing-courses | Marketing courses | دورات تسويق
    photography-courses | Photography courses | دورات تصوير
    exam-preparation | Exam preparation | تحضير للاختبارات
    quran-and-arabic-studies | Quran and Arabic studies | دراسات القرآن والعربية
    cooking-courses | Cooking courses | دورات طبخ
    music-lessons-on-video | Music lessons on video | دروس موسيقى مصورة
    worksheets-for-teachers | Worksheets for teachers | أوراق عمل للمعلمين
  games | Games and 3D | ألعاب وثلاثي الأبعاد
    computer-games | Computer games | ألعاب حاسوب
    game-assets | Game assets | عناصر ألعاب
    3d-models | 3D models | نماذج ثلاثية الأبعاد
    3d-printing-files | 3D printing files | ملفات طباعة ثلاثية الأبعاد
    virtual-reality-content | Virtual reality content | محتوى واقع افتراضي
    characters-and-sprites | Characters and sprites | شخصيات ورسوم ألعاب
  data | Data and engineering files | بيانات وملفات هندسية
    data-sets | Data sets | مجموعات بيانات
    maps-and-geodata | Maps and geodata | خرائط وبيانات جغرافية
    cad-drawings | CAD drawings | رسومات هندسية
    floor-plans | Floor plans | مخططات معمارية
    circuit-designs | Circuit designs | تصاميم دوائر
    machine-learning-models | Machine learning models | نماذج تعلم آلي
    embroidery-files | Embroidery files | ملفات تطريز
    laser-cutting-files | Laser cutting files | ملفات قص بالليزر
  memberships | Licences and memberships | تراخيص وعضويات
    software-licences | Software licences | تراخيص برامج
    gift-cards | Gift cards | بطاقات هدايا
    online-memberships | Online memberships | عضويات إلكترونية
    event-tickets | Event tickets | تذاكر فعاليات
`;
