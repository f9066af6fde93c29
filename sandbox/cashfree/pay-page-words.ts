import type { Language } from "../page.ts";

export const METHOD_CHOICES = ["upi", "card", "netbanking", "wallet"] as const;
export const OUTCOME_CHOICES = ["success", "failed", "user_dropped", "pending"] as const;
export const FAULT_CHOICES = [
  "none",
  "webhook_late",
  "webhook_twice",
  "webhook_out_of_order",
  "webhook_never",
  "wrong_amount",
  "refund_timeout_before",
  "refund_timeout_after",
  "payout_timeout_before",
  "payout_timeout_after",
  "payout_returned",
] as const;

export type MethodChoice = (typeof METHOD_CHOICES)[number];
export type OutcomeChoice = (typeof OUTCOME_CHOICES)[number];
export type FaultChoice = (typeof FAULT_CHOICES)[number];

type Words = {
  readonly title: string;
  readonly order: string;
  readonly amount: string;
  readonly expires: string;
  readonly method: string;
  readonly outcome: string;
  readonly fault: string;
  readonly go: string;
  readonly closed: string;
  readonly back: string;
  readonly unknown: string;
  readonly methods: Record<MethodChoice, string>;
  readonly outcomes: Record<OutcomeChoice, string>;
  readonly faults: Record<FaultChoice, string>;
};

export const WORDS: Record<Language, Words> = {
  en: {
    title: "Pay (simulated Cashfree)",
    order: "Order",
    amount: "Amount",
    expires: "Pay before",
    method: "Pay with",
    outcome: "What happens",
    fault: "What goes wrong",
    go: "Continue",
    closed: "This order can no longer be paid.",
    back: "Back to the shop",
    unknown: "No such payment session",
    methods: { upi: "UPI", card: "Card", netbanking: "Net banking", wallet: "Wallet" },
    outcomes: {
      success: "The payment succeeds",
      failed: "The bank declines",
      user_dropped: "I close the window",
      pending: "The bank is still deciding",
    },
    faults: {
      none: "Nothing",
      webhook_late: "The notice comes five minutes late",
      webhook_twice: "The notice comes twice",
      webhook_out_of_order: "Notices come out of order",
      webhook_never: "The notice never comes",
      wrong_amount: "One rupee too little is paid",
      refund_timeout_before: "The next refund call times out before it is accepted",
      refund_timeout_after: "The next refund call times out after it is accepted",
      payout_timeout_before: "The next payout call times out before it is accepted",
      payout_timeout_after: "The next payout call times out after it is accepted",
      payout_returned: "The bank returns the next payout",
    },
  },
  ar: {
    title: "الدفع (محاكاة Cashfree)",
    order: "الطلب",
    amount: "المبلغ",
    expires: "ادفع قبل",
    method: "طريقة الدفع",
    outcome: "ماذا يحدث",
    fault: "ما الخلل",
    go: "متابعة",
    closed: "لم يعد ممكنًا دفع هذا الطلب.",
    back: "العودة إلى المتجر",
    unknown: "لا توجد جلسة دفع بهذا الرقم",
    methods: { upi: "UPI", card: "بطاقة", netbanking: "الخدمات المصرفية عبر الإنترنت", wallet: "محفظة" },
    outcomes: {
      success: "ينجح الدفع",
      failed: "يرفض البنك",
      user_dropped: "أغلق النافذة",
      pending: "ما زال البنك يقرر",
    },
    faults: {
      none: "لا شيء",
      webhook_late: "يصل الإشعار متأخرًا خمس دقائق",
      webhook_twice: "يصل الإشعار مرتين",
      webhook_out_of_order: "تصل الإشعارات بغير ترتيبها",
      webhook_never: "لا يصل الإشعار أبدًا",
      wrong_amount: "يُدفع أقل بروبية واحدة",
      refund_timeout_before: "تنقطع مكالمة الاسترداد التالية قبل قبولها",
      refund_timeout_after: "تنقطع مكالمة الاسترداد التالية بعد قبولها",
      payout_timeout_before: "تنقطع مكالمة التحويل التالية قبل قبولها",
      payout_timeout_after: "تنقطع مكالمة التحويل التالية بعد قبولها",
      payout_returned: "يعيد البنك التحويل التالي",
    },
  },
};
