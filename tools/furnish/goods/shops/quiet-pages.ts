import { FORMAT, LANGUAGE, PAGES } from "../facts.ts";
import { type Download, download, type Shop, type Two } from "../offer.ts";

const BOTH: Two = ["English and Arabic", "العربية والإنجليزية"];

const DOWNLOADS: readonly Download[] = [
  {
    ...{ picture: "year-planner", category: "planners-and-printables", rupees: 299 },
    title: ["Year planner with two calendars", "مخطط سنوي بتقويمين"],
    text: [
      "Fifty-two weeks with Gregorian and Hijri dates, to print on A4 or A5 or to fill in on a tablet. The week may begin on Sunday, Monday or Saturday. Every year's new edition is yours.",
      "اثنان وخمسون أسبوعا بالتاريخين الميلادي والهجري، للطباعة على A4 أو A5 أو للتعبئة على جهاز لوحي. يبدأ الأسبوع بالأحد أو الاثنين أو السبت. تصلك طبعة كل عام جديد.",
    ],
    facts: [
      [FORMAT, ["PDF", "PDF"]],
      [LANGUAGE, BOTH],
    ],
  },
  {
    ...{ picture: "budget-sheet", category: "spreadsheet-templates", rupees: 450 },
    title: ["Household budget spreadsheet", "جدول ميزانية المنزل"],
    text: [
      "Enter what comes and goes; the sheet shows months, goals and what is left for zakat and savings. No macros, so that any spreadsheet program opens it. With an example that you can delete.",
      "أدخل الوارد والصادر فيعرض الجدول الشهور والأهداف وما يبقى للزكاة والادخار. بلا وحدات ماكرو، فيفتحه أي برنامج جداول. معه مثال يمكن حذفه.",
    ],
    facts: [
      [FORMAT, ["XLSX, ODS", "XLSX، ODS"]],
      [LANGUAGE, BOTH],
    ],
  },
  {
    ...{ picture: "rain-sounds", category: "sound-effects", rupees: 750 },
    title: ["Monsoon: sixty rain recordings", "موسم المطر: ستون تسجيلا"],
    text: [
      "Rain on tin, leaves, a courtyard and the sea, recorded over one monsoon in stereo. Each lasts two to six minutes and loops without a click. Free to use in films, games and podcasts.",
      "مطر على الصفيح والأوراق وفي الفناء وعلى البحر، سجل في موسم واحد صوتا مجسما. مدة كل تسجيل دقيقتان إلى ست ويتكرر دون فاصل. للأفلام والألعاب والبودكاست.",
    ],
    facts: [[FORMAT, ["WAV, 48 kHz, 24 bit", "WAV، ٤٨ كيلوهرتز، ٢٤ بت"]]],
  },
  {
    ...{ picture: "sewing-pattern", category: "sewing-patterns", rupees: 380 },
    title: ["Sewing pattern: summer dress, sizes 34–50", "باترون خياطة: فستان صيفي، مقاسات ٣٤–٥٠"],
    text: [
      "Nine sizes, a bodice with darts and a skirt with pockets, with sleeves long or short. Prints on A4 or on a plotter. The instructions have a drawing for every seam.",
      "تسعة مقاسات، صدر ببنسات وتنورة بجيوب وأكمام طويلة أو قصيرة. يطبع على A4 أو على راسمة. في الشرح رسم لكل خياطة.",
    ],
    facts: [
      [FORMAT, ["PDF", "PDF"]],
      [PAGES, ["46", "٤٦"]],
    ],
  },
  {
    ...{ picture: "photo-course", category: "photography-courses", rupees: 990 },
    title: ["Photograph what you sell: a course in 12 lessons", "صور ما تبيع: دورة في ١٢ درسا"],
    text: [
      "For sellers with a phone, a window and a sheet of white board. Each lesson ends with an exercise and a checklist. Send three pictures by message and we answer with notes, once.",
      "لمن يبيع ولديه هاتف ونافذة ولوح أبيض. ينتهي كل درس بتمرين وقائمة مراجعة. أرسل ثلاث صور برسالة فنرد بملاحظاتنا مرة واحدة.",
    ],
    facts: [
      [FORMAT, ["PDF", "PDF"]],
      [PAGES, ["120", "١٢٠"]],
      [LANGUAGE, BOTH],
    ],
  },
];

export const QUIET_PAGES: Shop = {
  key: "quiet-pages",
  name: "Quiet Pages (demo shop)",
  about: {
    en: "Printables, templates, sounds and small courses to download.",
    ar: "مطبوعات وقوالب وأصوات ودورات قصيرة للتنزيل.",
  },
  email: "quiet-pages@example.test",
  pickup: { line1: "2 Stepwell Road", line2: null, city: "Jaipur", postcode: "302001" },
  listings: DOWNLOADS.map((asked) => download("quiet-pages", asked)),
};
