import { type Language, momentText } from "@amana/core/agreement";
import { type Block, drawPdf, isolated } from "#runtime/pdf";
import type { Signature, Version } from "./store.ts";

const WORDS = {
  en: {
    signatures: "Signatures under this version",
    none: "Nobody has signed this version yet.",
    buyer: "Buyer",
    seller: "Seller",
    hash: "SHA-256 of terms and texts",
  },
  ar: {
    signatures: "التوقيعات على هذه النسخة",
    none: "لم يوقّع أحد هذه النسخة بعد.",
    buyer: "المشتري",
    seller: "البائع",
    hash: "بصمة الشروط والنصين (SHA-256)",
  },
} as const satisfies Record<Language, Record<string, string>>;

/** One version in one language, to the letter as it was hashed, and who has signed it by now. */
export function agreementPdf(version: Version, signatures: readonly Signature[], language: Language) {
  const words = WORDS[language];
  const [title = "", ...lines] = version.texts[language].trimEnd().split("\n");
  const signed = signatures.filter((signature) => signature.version === version.version);
  const under = signed.map(
    ({ by, name, signedAt }) => [words[by], `${isolated(name)}, ${isolated(momentText(signedAt))}`] as const,
  );
  const blocks: Block[] = [
    { kind: "title", text: title },
    ...lines.filter((line, at) => line !== "" || !isHeading(lines[at + 1] ?? "")).map(blockOf),
    { kind: "rule" },
    { kind: "heading", text: words.signatures },
    ...(under.length > 0 ? [{ kind: "pairs", pairs: under } as const] : [{ kind: "text", text: words.none } as const]),
  ];
  return drawPdf({
    ...{ title, language, at: version.terms.agreedAt, blocks },
    footer: `${words.hash}: ${isolated(version.hash)}`,
  });
}

/** Only our own clauses begin so: whatever was filled in begins with an isolate. */
const isHeading = (text: string): boolean => /^\d+\. /.test(text);

/** A heading brings its own room, so that the empty line before it is not drawn. */
const blockOf = (text: string): Block => ({ kind: isHeading(text) ? "heading" : "text", text });
