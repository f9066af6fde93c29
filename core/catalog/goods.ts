/** One category a line, below the line above that is indented less: id, English name, Arabic name. An id is never given to another one. */
export const GOODS = `
goods | Goods | سلع
  fashion | Fashion and clothing | أزياء وملابس
    womens-clothing | Women's clothing | ملابس نسائية
    mens-clothing | Men's clothing | ملابس رجالية
    childrens-clothing | Children's clothing | ملابس أطفال
    abayas-and-modest-wear | Abayas and modest wear | عباءات وملابس محتشمة
    saris-and-ethnic-wear | Saris and ethnic wear | ساري وملابس تراثية
    shoes | Shoes | أحذية
    bags-and-luggage | Bags and luggage | حقائب وأمتعة
    scarves-and-headwear | Scarves and headwear | أوشحة وأغطية رأس
    belts-and-wallets | Belts and wallets | أحزمة ومحافظ
    sunglasses | Sunglasses | نظارات شمسية
    sportswear | Sportswear | ملابس رياضية
    underwear-and-sleepwear | Underwear and sleepwear | ملابس داخلية وملابس نوم
    uniforms-and-workwear | Uniforms and workwear | أزياء موحدة وملابس عمل
  jewellery | Jewellery and watches | مجوهرات وساعات
    gold-jewellery | Gold jewellery | مجوهرات ذهبية
    silver-jewellery | Silver jewellery | مجوهرات فضية
    gemstones-and-pearls | Gemstones and pearls | أحجار كريمة ولآلئ
    fashion-jewellery | Fashion jewellery | إكسسوارات
    wristwatches | Wristwatches | ساعات يد
    watch-parts-and-straps | Watch parts and straps | قطع الساعات وأحزمتها
    prayer-beads | Prayer beads | سبحات
  electronics | Electronics | إلكترونيات
    mobile-phones | Mobile phones | هواتف محمولة
    phone-accessories | Phone accessories | ملحقات الهواتف
    laptops | Laptops | حواسيب محمولة
    desktop-computers | Desktop computers | حواسيب مكتبية
    tablets | Tablets | أجهزة لوحية
    computer-parts | Computer parts | قطع الحاسوب
    storage-and-memory | Storage and memory | وحدات تخزين وذاكرة
    networking-equipment | Networking equipment | معدات شبكات
    printers-and-scanners | Printers and scanners | طابعات وماسحات ضوئية
    televisions | Televisions | أجهزة تلفاز
    headphones-and-speakers | Headphones and speakers | سماعات ومكبرات صوت
    cameras-and-lenses | Cameras and lenses | كاميرات وعدسات
    drones | Drones | طائرات مسيرة
    game-consoles | Game consoles | أجهزة ألعاب
    smart-home-devices | Smart home devices | أجهزة المنزل الذكي
    wearable-devices | Wearable devices | أجهزة قابلة للارتداء
    electronic-components | Electronic components | مكونات إلكترونية
  home | Home and living | المنزل والمعيشة
    furniture | Furniture | أثاث
    bedding | Bedding | مفارش وأغطية
    curtains-and-blinds | Curtains and blinds | ستائر
    rugs-and-carpets | Rugs and carpets | سجاد
    lighting | Lighting | إضاءة
    home-decoration | Home decoration | ديكور المنزل
    candles-and-incense | Candles and incense | شموع وبخور
    storage-and-shelves | Storage and shelves | تخزين ورفوف
    bathroom-items | Bathroom items | مستلزمات الحمام
    cleaning-supplies | Cleaning supplies | مواد تنظيف
    clocks-and-mirrors | Clocks and mirrors | ساعات حائط ومرايا
    party-and-seasonal-items | Party and seasonal items | مستلزمات الحفلات والمواسم
  kitchen | Kitchen and dining | المطبخ والمائدة
    cookware | Cookware | أواني الطهي
    tableware | Tableware | أواني المائدة
    knives-and-tools | Knives and tools | سكاكين وأدوات مطبخ
    coffee-and-tea-ware | Coffee and tea ware | أدوات القهوة والشاي
    small-kitchen-appliances | Small kitchen appliances | أجهزة مطبخ صغيرة
    large-appliances | Large appliances | أجهزة منزلية كبيرة
    bakeware | Bakeware | أدوات الخبز
    food-containers | Food containers | حافظات طعام
  food | Food and drink | أغذية ومشروبات
    dates-and-dried-fruit | Dates and dried fruit | تمور وفواكه مجففة
    honey | Honey | عسل
    spices-and-herbs | Spices and herbs | بهارات وأعشاب
    coffee | Coffee | قهوة
    tea | Tea | شاي
    rice-and-grains | Rice and grains | أرز وحبوب
    nuts-and-seeds | Nuts and seeds | مكسرات وبذور
    oils-and-ghee | Oils and ghee | زيوت وسمن
    sweets-and-chocolate | Sweets and chocolate | حلويات وشوكولاتة
    pickles-and-sauces | Pickles and sauces | مخللات وصلصات
    bakery | Bakery | مخبوزات
    juices-and-soft-drinks | Juices and soft drinks | عصائر ومشروبات غازية
  beauty | Beauty and care | الجمال والعناية
    skin-care | Skin care | العناية بالبشرة
    hair-care | Hair care | العناية بالشعر
    make-up | Make-up | مستحضرات تجميل
    perfume-and-oud | Perfume and oud | عطور وعود
    bath-and-body | Bath and body | العناية بالجسم
    mens-grooming | Men's grooming | عناية الرجال
    nail-care | Nail care | العناية بالأظافر
    henna | Henna | حناء
    beauty-tools | Beauty tools | أدوات التجميل
  health | Health and wellbeing | الصحة والعافية
    vitamins-and-supplements | Vitamins and supplements | فيتامينات ومكملات
    medical-devices | Medical devices | أجهزة طبية
    first-aid | First aid | إسعافات أولية
    mobility-aids | Mobility aids | وسائل مساعدة على الحركة
    spectacles-and-lenses | Spectacles and lenses | نظارات وعدسات طبية
    massage-and-relaxation | Massage and relaxation | تدليك واسترخاء
    personal-protection | Personal protection | معدات وقاية شخصية
  baby | Baby and toys | الأطفال والألعاب
    baby-clothing | Baby clothing | ملابس رضع
    nursing-and-feeding | Nursing and feeding | رضاعة وتغذية
    prams-and-car-seats | Prams and car seats | عربات ومقاعد سيارة للأطفال
    nappies-and-care | Nappies and care | حفاضات وعناية
    nursery-furniture | Nursery furniture | أثاث غرف الأطفال
    building-toys | Building toys | ألعاب تركيب
    dolls-and-soft-toys | Dolls and soft toys | دمى وألعاب قماشية
    puzzles-and-board-games | Puzzles and board games | أحاجي وألعاب لوحية
    learning-toys | Learning toys | ألعاب تعليمية
    outdoor-toys | Outdoor toys | ألعاب خارجية
  sports | Sports and outdoors | الرياضة والهواء الطلق
    fitness-equipment | Fitness equipment | معدات لياقة
    cycling | Cycling | دراجات هوائية
    camping-and-hiking | Camping and hiking | تخييم ومشي
    football | Football | كرة القدم
    cricket | Cricket | كريكيت
    swimming-and-diving | Swimming and diving | سباحة وغوص
    fishing | Fishing | صيد الأسماك
    horse-riding | Horse riding | فروسية
    martial-arts | Martial arts | فنون قتالية
    racket-sports | Racket sports | رياضات المضرب
    falconry | Falconry | صقارة
  crafts | Arts and crafts | فنون وحرف
    paintings-and-prints | Paintings and prints | لوحات ومطبوعات
    sculpture | Sculpture | منحوتات
    calligraphy | Calligraphy | خط عربي
    pottery-and-ceramics | Pottery and ceramics | فخار وخزف
    handwoven-textiles | Handwoven textiles | منسوجات يدوية
    leather-goods | Leather goods | منتجات جلدية
    wood-carving | Wood carving | نحت على الخشب
    metalwork | Metalwork | مشغولات معدنية
    basketry | Basketry | سلال وخوص
    glass-art | Glass art | فنون الزجاج
    art-supplies | Art supplies | مستلزمات الرسم
    sewing-and-knitting | Sewing and knitting | خياطة وحياكة
    fabric-by-the-metre | Fabric by the metre | أقمشة بالمتر
  books | Books and stationery | كتب وقرطاسية
    fiction | Fiction | روايات وقصص
    non-fiction | Non-fiction | كتب غير روائية
    childrens-books | Children's books | كتب أطفال
    textbooks | Textbooks | كتب دراسية
    religious-books | Religious books | كتب دينية
    rare-and-antique-books | Rare and antique books | كتب نادرة وقديمة
    notebooks-and-paper | Notebooks and paper | دفاتر وورق
    pens-and-writing | Pens and writing | أقلام وأدوات كتابة
    office-supplies | Office supplies | لوازم مكتبية
    musical-instruments | Musical instruments | آلات موسيقية
  vehicles | Vehicles and parts | مركبات وقطع غيار
    cars | Cars | سيارات
    motorcycles | Motorcycles | دراجات نارية
    car-parts | Car parts | قطع غيار سيارات
    motorcycle-parts | Motorcycle parts | قطع غيار دراجات نارية
    tyres-and-wheels | Tyres and wheels | إطارات وعجلات
    car-electronics | Car electronics | إلكترونيات السيارات
    car-care | Car care | العناية بالسيارة
    boats-and-marine-parts | Boats and marine parts | قوارب وقطع بحرية
    electric-scooters | Electric scooters | سكوترات كهربائية
  garden | Garden and tools | الحديقة والأدوات
    plants-and-seeds | Plants and seeds | نباتات وبذور زراعية
    garden-furniture | Garden furniture | أثاث حدائق
    irrigation | Irrigation | ري
    hand-tools | Hand tools | أدوات يدوية
    power-tools | Power tools | أدوات كهربائية
    paint-and-wall-coverings | Paint and wall coverings | دهانات وأغطية جدران
    plumbing-supplies | Plumbing supplies | لوازم سباكة
    electrical-supplies | Electrical supplies | لوازم كهربائية
    doors-and-locks | Doors and locks | أبواب وأقفال
    building-materials | Building materials | مواد بناء
  pets | Pets and livestock | حيوانات أليفة ومواش
    pet-food | Pet food | طعام حيوانات أليفة
    pet-accessories | Pet accessories | مستلزمات حيوانات أليفة
    aquariums | Aquariums | أحواض أسماك
    bird-supplies | Bird supplies | مستلزمات طيور
    horse-and-camel-gear | Horse and camel gear | عدة الخيل والإبل
    livestock-feed | Livestock feed | أعلاف
  business | Business and industry | أعمال وصناعة
    packaging | Packaging | تغليف
    raw-textiles | Raw textiles | خامات نسيج
    industrial-machinery | Industrial machinery | آلات صناعية
    laboratory-equipment | Laboratory equipment | معدات مختبرات
    restaurant-equipment | Restaurant equipment | معدات مطاعم
    shop-fittings | Shop fittings | تجهيزات متاجر
    safety-equipment | Safety equipment | معدات سلامة
    agricultural-machinery | Agricultural machinery | آلات زراعية
    metals-and-alloys | Metals and alloys | معادن وسبائك
    chemicals | Chemicals | مواد كيميائية
    solar-energy | Solar energy | طاقة شمسية
    medical-supplies | Medical supplies | مستلزمات طبية
    wholesale-lots | Wholesale lots | بضائع بالجملة
  collectibles | Antiques and collectibles | تحف ومقتنيات
    coins | Coins | عملات معدنية
    stamps | Stamps | طوابع
    antique-furniture | Antique furniture | أثاث عتيق
    trading-cards | Trading cards | بطاقات مقتنيات
    model-kits | Model kits | مجسمات
    memorabilia | Memorabilia | تذكارات
`;
