import { type Letter, letter as letterOf } from "#runtime/mail";
import type { Language } from "../languages.ts";
import type { Notice } from "./request.ts";

type Reader = { readonly name: string; readonly language: Language };

const letter = (reader: Reader, subject: string, paragraphs: readonly string[]): Letter =>
  letterOf({ ...reader, subject, paragraphs });

/** Proves that whoever registered reads what is sent to that address. */
export const verificationMail = (reader: Reader, address: string): Letter =>
  reader.language === "ar"
    ? letter(reader, "أكّد عنوان بريدك الإلكتروني", [
        `سُجّل حساب باسم «${reader.name}» بهذا العنوان. افتح الرابط خلال 24 ساعة لتأكيده:`,
        address,
        "إن لم تكن أنت من سجّل، أو لم يكن هذا الاسم اسمك، فلا تفتح الرابط: بدونه لا يُنشأ حساب.",
      ])
    : letter(reader, "Confirm your e-mail address", [
        `Somebody registered as “${reader.name}” with this address. Open the link within 24 hours to confirm it:`,
        address,
        "If that was not you, or the name is not yours, do not open it: without it there is no account.",
      ]);

/** In place of a link, for an address that has its user. */
export const accountExistsMail = (reader: Reader, publicUrl: string): Letter =>
  reader.language === "ar"
    ? letter(reader, "لديك حساب بالفعل", [
        "حاول أحدهم التسجيل بعنوانك، ولديك حساب بالفعل. لم يتغيّر شيء.",
        `إن كنت أنت، فسجّل الدخول أو اطلب كلمة مرور جديدة: ${publicUrl}/ar`,
      ])
    : letter(reader, "You already have an account", [
        "Somebody tried to register with your address, and you already have an account. Nothing has changed.",
        `If it was you, sign in or ask for a new password: ${publicUrl}/en`,
      ]);

export const resetMail = (reader: Reader, address: string): Letter =>
  reader.language === "ar"
    ? letter(reader, "كلمة مرور جديدة", [
        "طلب أحدهم كلمة مرور جديدة لحسابك. افتح الرابط خلال ساعة لاختيارها:",
        address,
        "إن لم تكن أنت، فلا حاجة إلى فعل شيء: كلمة مرورك باقية كما هي.",
      ])
    : letter(reader, "A new password", [
        "Somebody asked for a new password for your account. Open the link within an hour to choose one:",
        address,
        "If that was not you, there is nothing to do: your password stays as it is.",
      ]);

const NOTICE_WORDS: Readonly<Record<Notice, Readonly<Record<Language, readonly [subject: string, text: string]>>>> = {
  password_changed: {
    en: ["Your password was changed", "Your password was changed, and every other session was ended."],
    ar: ["تغيّرت كلمة مرورك", "تغيّرت كلمة مرورك، وأُنهيت كل الجلسات الأخرى."],
  },
  second_factor_on: {
    en: ["Second factor switched on", "From now on signing in needs a code from your authenticator app."],
    ar: ["فُعّل العامل الثاني", "من الآن يحتاج تسجيل الدخول إلى رمز من تطبيق المصادقة لديك."],
  },
  second_factor_off: {
    en: ["Second factor switched off", "From now on your password alone opens your account."],
    ar: ["أُوقف العامل الثاني", "من الآن تفتح كلمة مرورك وحدها حسابك."],
  },
  recovery_code_used: {
    en: ["A recovery code was used", "Somebody signed in to your account with one of your recovery codes."],
    ar: ["استُعمل رمز استرداد", "سجّل أحدهم الدخول إلى حسابك بأحد رموز الاسترداد."],
  },
  recovery_codes_renewed: {
    en: ["New recovery codes", "New recovery codes were made; the earlier ones open nothing any more."],
    ar: ["رموز استرداد جديدة", "أُنشئت رموز استرداد جديدة، ولم تعد الرموز السابقة تفتح شيئا."],
  },
  bank_account_added: {
    en: [
      "A bank account was added",
      "A bank account was added to your account. It is paid to once it is verified; where there was another before, not at once.",
    ],
    ar: ["أُضيف حساب مصرفي", "أُضيف حساب مصرفي إلى حسابك. يُدفع إليه بعد التحقق منه، وإن كان لك حساب قبله فليس فورا."],
  },
  suspended: {
    en: ["Your account is suspended", "Your account was suspended. Answer to this mail or ask support why."],
    ar: ["أُوقف حسابك", "أُوقف حسابك. أجب عن هذه الرسالة أو اسأل الدعم عن السبب."],
  },
  reinstated: {
    en: ["Your account is open again", "Your account is no longer suspended."],
    ar: ["عاد حسابك إلى العمل", "لم يعد حسابك موقوفا."],
  },
};

const IF_NOT_YOU: Readonly<Record<Language, string>> = {
  en: "If that was not you, ask for a new password at once and tell support.",
  ar: "إن لم تكن أنت، فاطلب كلمة مرور جديدة حالا وأخبر الدعم.",
};

/** Tells somebody what was done to the account, so that a thief is noticed. */
export function noticeMail(notice: Notice, reader: Reader): Letter {
  const [subject, text] = NOTICE_WORDS[notice][reader.language];
  const ownDoing = notice !== "suspended" && notice !== "reinstated";
  return letter(reader, subject, [text, ...(ownDoing ? [IF_NOT_YOU[reader.language]] : [])]);
}
