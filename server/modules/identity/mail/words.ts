import { type Letter, letter, ownWay } from "#runtime/mail";
import type { Language } from "../languages.ts";
import type { Notice } from "./request.ts";

type Reader = { readonly name: string; readonly language: Language };

type Words = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  readonly label: string;
  readonly after: readonly string[];
};

/** A letter with a link that must be followed to go on, whatever the program that shows it. */
const withLink = (reader: Reader, url: string, { label, ...words }: Words): Letter =>
  letter({ ...reader, ...words, link: { label, url, written: true } });

/** Proves that whoever registered reads what is sent to that address. */
export const verificationMail = (reader: Reader, address: string): Letter =>
  withLink(
    reader,
    address,
    {
      en: {
        subject: "Confirm your e-mail address",
        paragraphs: [
          `Somebody registered as “${ownWay(reader.name)}” with this address. If it was you, confirm it within 24 hours.`,
        ],
        label: "Confirm this address",
        after: ["If that was not you, or the name is not yours, do not open it: without it there is no account."],
      },
      ar: {
        subject: "أكّد عنوان بريدك الإلكتروني",
        paragraphs: [
          `سُجّل حساب باسم «${ownWay(reader.name)}» بهذا العنوان. إن كنت أنت من سجّل فأكّد العنوان خلال 24 ساعة.`,
        ],
        label: "تأكيد العنوان",
        after: ["إن لم تكن أنت من سجّل، أو لم يكن هذا الاسم اسمك، فلا تفتح الرابط: بدونه لا يُنشأ حساب."],
      },
    }[reader.language],
  );

/** In place of a link, for an address that has its user. */
export const accountExistsMail = (reader: Reader, publicUrl: string): Letter =>
  withLink(
    reader,
    `${publicUrl}/${reader.language}/sign-in`,
    {
      en: {
        subject: "You already have an account",
        paragraphs: [
          "Somebody tried to register with your address, and you already have an account. Nothing has changed.",
        ],
        label: "Sign in",
        after: ["If it was you, sign in, or ask there for a new password. If not, there is nothing to do."],
      },
      ar: {
        subject: "لديك حساب بالفعل",
        paragraphs: ["حاول أحدهم التسجيل بعنوانك، ولديك حساب بالفعل. لم يتغيّر شيء."],
        label: "تسجيل الدخول",
        after: ["إن كنت أنت، فسجّل الدخول أو اطلب هناك كلمة مرور جديدة. وإن لم تكن أنت، فلا حاجة إلى فعل شيء."],
      },
    }[reader.language],
  );

export const resetMail = (reader: Reader, address: string): Letter =>
  withLink(
    reader,
    address,
    {
      en: {
        subject: "A new password",
        paragraphs: ["Somebody asked for a new password for your account. If it was you, choose one within an hour."],
        label: "Choose a new password",
        after: ["If that was not you, there is nothing to do: your password stays as it is."],
      },
      ar: {
        subject: "كلمة مرور جديدة",
        paragraphs: ["طلب أحدهم كلمة مرور جديدة لحسابك. إن كنت أنت، فاخترها خلال ساعة."],
        label: "اختيار كلمة مرور جديدة",
        after: ["إن لم تكن أنت، فلا حاجة إلى فعل شيء: كلمة مرورك باقية كما هي."],
      },
    }[reader.language],
  );

const NOTICE_WORDS: Readonly<Record<Notice, Readonly<Record<Language, readonly [subject: string, text: string]>>>> = {
  password_changed: {
    en: ["Your password was changed", "Your password was changed, and every other session was ended."],
    ar: ["تغيّرت كلمة مرورك", "تغيّرت كلمة مرورك، وأُنهيت سائر الجلسات."],
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
    ar: ["رموز استرداد جديدة", "أُنشئت رموز استرداد جديدة، ولم تعد الرموز السابقة تفتح شيئًا."],
  },
  bank_account_added: {
    en: [
      "A bank account was added",
      "A bank account was added to your account. It is paid to once it is verified; where there was another before, not at once.",
    ],
    ar: ["أُضيف حساب بنكي", "أُضيف حساب بنكي إلى حسابك. يُدفع إليه بعد التحقق منه، وإن كان لك حساب قبله فليس فورًا."],
  },
  suspended: {
    en: ["Your account is suspended", "Your account was suspended. Ask support why."],
    ar: ["أُوقف حسابك", "أُوقف حسابك. اسأل الدعم عن السبب."],
  },
  reinstated: {
    en: ["Your account is open again", "Your account is no longer suspended."],
    ar: ["عاد حسابك إلى العمل", "لم يعد حسابك موقوفًا."],
  },
};

const IF_NOT_YOU: Readonly<Record<Language, string>> = {
  en: "If that was not you, ask for a new password at once and tell support.",
  ar: "إن لم تكن أنت، فاطلب كلمة مرور جديدة فورًا وأخبر الدعم.",
};

/** Tells somebody what was done to the account, so that a thief is noticed. */
export function noticeMail(notice: Notice, reader: Reader): Letter {
  const [subject, text] = NOTICE_WORDS[notice][reader.language];
  const ownDoing = notice !== "suspended" && notice !== "reinstated";
  return letter({ ...reader, subject, paragraphs: [text, ...(ownDoing ? [IF_NOT_YOU[reader.language]] : [])] });
}
