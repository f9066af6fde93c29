export const LANGUAGES = ["en", "ar"] as const;
export type Language = (typeof LANGUAGES)[number];

/** The sentences of an agreement. A change of any of them changes the texts of agreements to come, and of none that was made. */
const en = {
  title: "Agreement of sale",
  agreement: "Agreement",
  version: "Version",
  agreedAt: "Agreed on",
  parties: "Parties",
  buyer: "Buyer",
  seller: "Seller",
  name: "Name",
  company: "Company",
  country: "Country",
  taxNumber: "Tax number",
  user: "User of the marketplace",
  goods: "Goods",
  item: "Item",
  listing: "Listing",
  quantity: "Quantity",
  unitPrice: "Price of one piece",
  price: "Price",
  goodsAmount: "Goods",
  shippingByBuyer: "Shipping, paid by the buyer",
  shippingBySeller: "Shipping is paid by the seller.",
  total: "Total that the buyer pays",
  payment: "Payment into escrow",
  paymentText:
    "The buyer pays the total into the escrow of the marketplace. While it is held there it belongs to neither party, and goes to one of them only as this agreement says. If the buyer does not pay in time, the order is cancelled and nobody owes anything.",
  paymentHours: "Hours to pay, counted from the order",
  signatures: "Signatures",
  signaturesText:
    "After the payment both parties sign this agreement. If a signature is missing when the time to sign has passed, the whole amount goes back to the buyer.",
  signatureHours: "Hours to sign, counted from the payment",
  delivery: "Dispatch and delivery",
  deliveryText:
    "The seller sends the goods after the second signature. If they are not sent in time, or do not arrive in time, the whole amount goes back to the buyer.",
  dispatchDays: "Days to dispatch, counted from the second signature",
  deliveryDays: "Days to deliver, counted from the dispatch",
  inspection: "Inspection and release",
  inspectionText:
    "After the delivery the buyer inspects the goods. When the buyer confirms the receipt, or the time to inspect has passed without an objection, the money is released to the seller, less the commission of the marketplace.",
  inspectionDays: "Days to inspect, counted from the delivery",
  further: "Further terms",
  none: "None.",
  furtherText: "Where these words and the numbered clauses before them differ, the clauses hold.",
  changes: "Changes",
  changesText:
    "This agreement is changed only by a new version of it that both parties have accepted. While money is held, amounts are not changed.",
};

export type Words = { readonly [word in keyof typeof en]: string };

const ar: Words = {
  title: "اتفاقية بيع",
  agreement: "الاتفاقية",
  version: "النسخة",
  agreedAt: "تاريخ الاتفاق",
  parties: "الطرفان",
  buyer: "المشتري",
  seller: "البائع",
  name: "الاسم",
  company: "الشركة",
  country: "البلد",
  taxNumber: "الرقم الضريبي",
  user: "المستخدم في السوق",
  goods: "البضاعة",
  item: "الصنف",
  listing: "الإعلان",
  quantity: "الكمية",
  unitPrice: "سعر القطعة الواحدة",
  price: "الثمن",
  goodsAmount: "البضاعة",
  shippingByBuyer: "الشحن، ويدفعه المشتري",
  shippingBySeller: "يدفع البائع تكلفة الشحن.",
  total: "المجموع الذي يدفعه المشتري",
  payment: "الدفع إلى الضمان",
  paymentText:
    "يدفع المشتري المجموع إلى ضمان السوق. وما دام المال محفوظًا فيه فليس ملكًا لأيٍّ من الطرفين، ولا يُصرف لأحدهما إلا كما تنص هذه الاتفاقية. وإذا لم يدفع المشتري في المهلة أُلغي الطلب ولا يلزم أحدًا شيء.",
  paymentHours: "مهلة الدفع بالساعات، من وقت الطلب",
  signatures: "التوقيع",
  signaturesText:
    "يوقّع الطرفان هذه الاتفاقية بعد الدفع. وإذا انقضت مهلة التوقيع ولم يكتمل التوقيعان عاد المبلغ كله إلى المشتري.",
  signatureHours: "مهلة التوقيع بالساعات، من وقت الدفع",
  delivery: "الإرسال والتسليم",
  deliveryText:
    "يرسل البائع البضاعة بعد التوقيع الثاني. وإذا لم تُرسل في المهلة أو لم تصل في المهلة عاد المبلغ كله إلى المشتري.",
  dispatchDays: "مهلة الإرسال بالأيام، من وقت التوقيع الثاني",
  deliveryDays: "مهلة التسليم بالأيام، من وقت الإرسال",
  inspection: "الفحص وصرف المال",
  inspectionText:
    "يفحص المشتري البضاعة بعد التسليم. وعندما يؤكد الاستلام، أو تنقضي مهلة الفحص دون اعتراض، يُصرف المال للبائع بعد خصم عمولة السوق.",
  inspectionDays: "مهلة الفحص بالأيام، من وقت التسليم",
  further: "شروط أخرى",
  none: "لا توجد.",
  furtherText: "إذا اختلف هذا الكلام عن البنود المرقّمة التي قبله فالعبرة بالبنود.",
  changes: "التعديل",
  changesText:
    "لا تُعدَّل هذه الاتفاقية إلا بنسخة جديدة منها يقبلها الطرفان. ولا تُعدَّل المبالغ ما دام المال محفوظًا في الضمان.",
};

export const words: Readonly<Record<Language, Words>> = { en, ar };
