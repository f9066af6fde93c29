import { escapeHtml, type Language, page } from "../page.ts";
import { PEOPLE } from "./people.ts";
import { TOKEN_FAULTS } from "./tokens.ts";

/** What goes wrong besides the ID token itself. */
export const ANSWER_FAULTS = ["wrong_state", "wrong_answering_issuer", "token_endpoint_down"] as const;
export type AnswerFault = (typeof ANSWER_FAULTS)[number];

const WORDS = {
  en: {
    title: "Demo ID: sign in",
    who: "Who are you?",
    fault: "What goes wrong",
    none: "nothing",
    go: "Continue",
    deny: "Cancel",
    unverified: "address not verified",
  },
  ar: {
    title: "الهوية التجريبية: تسجيل الدخول",
    who: "من أنت؟",
    fault: "ما الذي يتعطل",
    none: "لا شيء",
    go: "متابعة",
    deny: "إلغاء",
    unverified: "عنوان غير موثّق",
  },
} as const;

/** The provider's page: who somebody is, and what shall go wrong. */
export function signInPage(language: Language): string {
  const words = WORDS[language];
  const people = PEOPLE.map(
    ({ subject, name, email, verified }, index) =>
      `<label><input type="radio" name="person" id="person-${subject}" value="${subject}"${index === 0 ? " checked" : ""}>
${escapeHtml(name)} <bdi>${escapeHtml(email)}</bdi>${verified ? "" : ` (${words.unverified})`}</label>`,
  ).join("\n");
  const faults = [...TOKEN_FAULTS, ...ANSWER_FAULTS].map((fault) => `<option value="${fault}">${fault}</option>`);
  return page(
    language,
    words.title,
    `<form method="post"><fieldset><legend>${words.who}</legend>${people}</fieldset>
<p><label>${words.fault} <select name="fault"><option value="">${words.none}</option>${faults.join("")}</select></label></p>
<p><button class="main" id="continue" name="decision" value="approve">${words.go}</button></p>
<p><button id="cancel" name="decision" value="deny">${words.deny}</button></p></form>`,
  );
}

export const refusedPage = (why: string): string => page("en", "Demo ID", `<p>${escapeHtml(why)}</p>`);
