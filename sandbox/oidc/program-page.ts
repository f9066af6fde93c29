import type { FastifyInstance } from "fastify";
import { escapeHtml, languageOf, page } from "../page.ts";

const WORDS = {
  en: { title: "Bookkeeper (demo program)", got: "The marketplace sent this answer:" },
  ar: { title: "ماسك الدفاتر (برنامج تجريبي)", got: "أرسل السوق هذا الجواب:" },
} as const;

/** Where the demo program's people come back to: shows the answer, and changes no code. */
export function programPage(app: FastifyInstance): void {
  app.get("/program/back", async (request, reply) => {
    const answer = new URL(request.url, "http://localhost").searchParams;
    const words = WORDS[languageOf(answer.get("lang") ?? undefined, request.headers["accept-language"])];
    const language = words === WORDS.ar ? "ar" : "en";
    const facts = [...answer].map(
      ([name, text]) => `<dt>${escapeHtml(name)}</dt><dd><bdi>${escapeHtml(text)}</bdi></dd>`,
    );
    const content = `<p>${words.got}</p><dl id="answer">${facts.join("")}</dl>`;
    return reply.type("text/html; charset=utf-8").send(page(language, words.title, content));
  });
}
