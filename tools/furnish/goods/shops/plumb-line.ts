import { BASIC, FULL, STANDARD } from "../facts.ts";
import { type Service, type Shop, service } from "../offer.ts";

const SERVICES: readonly Service[] = [
  {
    ...{ picture: "cad-drawing", category: "mechanical-engineering" },
    title: ["CAD drawing of a part from a sketch", "رسم هندسي لقطعة من مخطط يدوي"],
    text: [
      "Send a sketch with measures, a photograph or the part itself. You get a drawing with tolerances and a model that a workshop can use. I ask before I guess.",
      "أرسل مخططا بالقياسات أو صورة أو القطعة نفسها. تستلم رسما بالتفاوتات ونموذجا تستعمله الورشة. أسأل قبل أن أخمن.",
    ],
    levels: [
      [BASIC, ["One simple part, 2D drawing", "قطعة بسيطة، رسم ثنائي الأبعاد"], 1900, 2, 1],
      [STANDARD, ["One part, 2D drawing and 3D model", "قطعة واحدة، رسم ونموذج ثلاثي الأبعاد"], 4200, 4, 2],
      [FULL, ["An assembly of up to ten parts", "تجميع حتى عشر قطع"], 15500, 10, 3],
    ],
  },
  {
    ...{ picture: "bookkeeping", category: "bookkeeping" },
    title: ["Monthly bookkeeping for small shops", "مسك دفاتر شهري للمتاجر الصغيرة"],
    text: [
      "Send your bank statement and photographs of your bills. You get books that balance, a list of what is unpaid and the figures for your GST return. Filing the return itself is not included.",
      "أرسل كشف حسابك وصور فواتيرك. تستلم دفاتر متوازنة وقائمة بما لم يسدد وأرقام إقرار ضريبة السلع والخدمات. تقديم الإقرار نفسه غير مشمول.",
    ],
    levels: [
      [BASIC, ["Up to 50 entries a month", "حتى ٥٠ قيدا في الشهر"], 2500, 5, 1],
      [STANDARD, ["Up to 200 entries a month", "حتى ٢٠٠ قيد في الشهر"], 6000, 7, 2],
    ],
  },
  {
    ...{ picture: "made-to-measure", category: "tailoring" },
    title: ["Clothes sewn to your measure", "خياطة ملابس على قياسك"],
    text: [
      "We send a sheet that shows how to take fourteen measures, then sew in a plain cotton first if you choose the larger package. You send the cloth or choose from ours. One alteration is free within a month.",
      "نرسل ورقة تبين كيف تؤخذ أربعة عشر قياسا، ثم نخيط نموذجا قطنيا أولا في الباقة الكبرى. ترسل القماش أو تختار من عندنا. تعديل واحد مجاني خلال شهر.",
    ],
    levels: [
      [BASIC, ["Trousers or a skirt", "بنطال أو تنورة"], 1600, 7, 1],
      [STANDARD, ["A dress, an abaya or a kurta set", "فستان أو عباءة أو طقم كورتا"], 3800, 12, 1],
      [FULL, ["A suit, with a fitting in plain cotton", "بدلة مع قياس نموذج قطني"], 11500, 21, 2],
    ],
  },
  {
    ...{ picture: "interior-plan", category: "interior-design" },
    title: ["Furniture plan and colours for a room", "مخطط أثاث وألوان لغرفة"],
    text: [
      "From your measures and photographs I draw two arrangements of the room and choose colours with you. The list of furniture keeps to your budget and to what is sold in your city.",
      "من قياساتك وصورك أرسم ترتيبين للغرفة وأختار الألوان معك. تلتزم قائمة الأثاث بميزانيتك وبما يباع في مدينتك.",
    ],
    levels: [
      [BASIC, ["One room", "غرفة واحدة"], 4500, 6, 2],
      [FULL, ["A flat of up to four rooms", "شقة حتى أربع غرف"], 14000, 14, 3],
    ],
  },
];

export const PLUMB_LINE: Shop = {
  key: "plumb-line",
  name: "Plumb Line Services (demo shop)",
  about: {
    en: "Drawing, sewing and accounts by people who measure twice.",
    ar: "رسم وخياطة وحسابات على أيدي من يقيسون مرتين.",
  },
  email: "plumb-line@example.test",
  pickup: { line1: "40 Draughtsmen Street", line2: null, city: "Ahmedabad", postcode: "380001" },
  listings: SERVICES.map((asked) => service("plumb-line", asked)),
};
