import { BASIC, FULL, STANDARD } from "../facts.ts";
import { type Service, type Shop, service } from "../offer.ts";

const SERVICES: readonly Service[] = [
  {
    ...{ picture: "translate-arabic", category: "translation-into-arabic" },
    title: ["English to Arabic translation", "ترجمة من الإنجليزية إلى العربية"],
    text: [
      "I translate business texts, websites and manuals into modern standard Arabic. A second translator reads every page before you do. Names and terms are agreed with you at the beginning and kept in a list that is yours.",
      "أترجم نصوص الأعمال والمواقع والأدلة إلى العربية الفصحى المعاصرة. يقرأ مترجم ثان كل صفحة قبلك. نتفق على الأسماء والمصطلحات في البداية ونحفظها في قائمة لك.",
    ],
    levels: [
      [BASIC, ["Up to 500 words", "حتى ٥٠٠ كلمة"], 1800, 2, 1],
      [STANDARD, ["Up to 2,000 words, with a list of terms", "حتى ٢٬٠٠٠ كلمة مع قائمة مصطلحات"], 6400, 5, 2],
      [FULL, ["Up to 6,000 words, laid out as the original", "حتى ٦٬٠٠٠ كلمة بتنسيق الأصل"], 17500, 12, 3],
    ],
  },
  {
    ...{ picture: "translate-english", category: "translation-into-english" },
    title: ["Arabic to English translation of documents", "ترجمة وثائق من العربية إلى الإنجليزية"],
    text: [
      "Letters, certificates, company papers and contracts, in the layout of the original. Stamps and handwriting are described in brackets. This is not a sworn translation; say so beforehand if you need one.",
      "رسائل وشهادات وأوراق شركات وعقود بتنسيق الأصل. توصف الأختام وخط اليد بين قوسين. ليست ترجمة محلفة، فأخبرني مسبقا إن احتجت إليها.",
    ],
    levels: [
      [BASIC, ["One page", "صفحة واحدة"], 900, 1, 1],
      [STANDARD, ["Up to five pages", "حتى خمس صفحات"], 3900, 3, 1],
    ],
  },
  {
    ...{ picture: "voice-over", category: "voice-over-in-arabic" },
    title: ["Arabic voice-over, female voice", "تعليق صوتي بالعربية، صوت نسائي"],
    text: [
      "A calm voice in standard Arabic or Gulf dialect, recorded in a treated room. You get a sample of thirty seconds first. Clean files without music, cut as you need them.",
      "صوت هادئ بالفصحى أو باللهجة الخليجية مسجل في غرفة معزولة. تصلك عينة من ثلاثين ثانية أولا. ملفات نقية بلا موسيقى مقطعة كما تحتاج.",
    ],
    levels: [
      [BASIC, ["Up to one minute", "حتى دقيقة واحدة"], 2200, 2, 1],
      [STANDARD, ["Up to five minutes", "حتى خمس دقائق"], 7800, 4, 2],
      [FULL, ["Up to twenty minutes, timed to your film", "حتى عشرين دقيقة متزامنة مع فيلمك"], 24000, 9, 2],
    ],
  },
  {
    ...{ picture: "subtitles", category: "subtitling" },
    title: ["Subtitles in Arabic and English", "ترجمة مرئية بالعربية والإنجليزية"],
    text: [
      "Timed by hand, at a speed that can be read, with line breaks where one breathes. You receive SRT and VTT; burning them into the film is part of the larger package.",
      "توقيت يدوي بسرعة تسهل قراءتها وفواصل حيث يتوقف المتكلم. تستلم ملفي SRT وVTT، أما دمجها في الفيلم فضمن الباقة الكبرى.",
    ],
    levels: [
      [BASIC, ["Ten minutes of film, one language", "عشر دقائق بلغة واحدة"], 2500, 3, 1],
      [FULL, ["Thirty minutes, both languages, burnt in", "ثلاثون دقيقة باللغتين مدمجة في الفيلم"], 11000, 7, 2],
    ],
  },
];

export const TWO_SCRIPTS: Shop = {
  key: "two-scripts",
  name: "Two Scripts Studio (demo shop)",
  about: {
    en: "Translation, voice and subtitles between Arabic and English.",
    ar: "ترجمة وتعليق صوتي وترجمة مرئية بين العربية والإنجليزية.",
  },
  email: "two-scripts@example.test",
  pickup: { line1: "12 Harbour View", line2: "Third floor", city: "Mumbai", postcode: "400001" },
  listings: SERVICES.map((asked) => service("two-scripts", asked)),
};
