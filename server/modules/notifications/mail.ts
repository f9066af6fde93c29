import { parseId, uuidOf } from "@amana/core/ids";
import { readReader } from "#modules/identity";
import type { Mailer } from "#ports/mailer";
import type { Database } from "#runtime/database";
import { letter } from "#runtime/mail";
import { type JobHandler, tryAgain } from "#runtime/work";
import { rendered } from "./said.ts";
import { readNotice } from "./store.ts";
import { NOTICE_MAIL } from "./tell.ts";

export type NoticeMailParts = { readonly db: Database; readonly mailer: Mailer; readonly publicUrl: string };

const GO_ON = { en: "See the details", ar: "عرض التفاصيل" } as const;
const WHY = {
  en: "You choose in the settings of your account what you are told by mail.",
  ar: "من إعدادات حسابك تختار ما نخبرك به بالبريد.",
} as const;

/** Sends a notice by mail, under its own id: one whose fate is unknown is sent again, and receivers drop the second. */
export const mailNotice = ({ db, mailer, publicUrl }: NoticeMailParts): JobHandler => ({
  kind: NOTICE_MAIL,
  async run(payload, now) {
    const id = parseId("notification", String(payload.notice));
    if (!id) throw new Error(`no notice in ${JSON.stringify(payload)}`);
    const notice = await readNotice(db, id);
    const reader = notice && (await readReader(db, notice.user));
    if (!notice || !reader) return "done";
    const { language, name, email } = reader;
    const { title, text, page } = rendered(language, notice);
    const link = { label: GO_ON[language], url: `${publicUrl}/${language}${page}` };
    const sent = await mailer.send({
      ...letter({
        language,
        name,
        subject: subjectOf(title, notice.params.orderNumber),
        paragraphs: [text],
        link,
        footer: WHY[language],
      }),
      ...{ to: email, id: `notice-${uuidOf(id)}` },
    });
    if (sent.ok || sent.error.kind === "declined" || sent.error.kind === "not_found") return "done";
    return tryAgain(sent.error, now);
  },
});

const subjectOf = (title: string, orderNumber: string | undefined): string =>
  orderNumber === undefined ? title : `${title} · ${orderNumber}`;
