import type { Agreement } from "../../api/negotiations.ts";
import { directionOf, type Lang, otherLang, useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { DocumentIcon, DownloadIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./agreements.module.css";

/** The agreement word for word: in the reader's language, the other one folded below, and the hash that is signed. */
export function AgreementText({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const { lang } = useLocale();
  const { id, version, hash, texts } = agreement;
  const other = otherLang(lang);
  return (
    <Panel
      title={t("agreement.text")}
      icon={<DocumentIcon />}
      aside={t("agreement.versionOf", { version })}
      anchor="text"
    >
      <div className={classes.page}>
        <Sheet text={texts[lang]} lang={lang} />
        <details className={classes.other}>
          <summary>{t("agreement.otherText")}</summary>
          <Sheet text={texts[other]} lang={other} />
        </details>
        <p className={classes.soft}>{t("agreement.bothTexts")}</p>
        <div className={classes.hash}>
          <strong>{t("agreement.hash")}</strong>
          <bdi dir="ltr">{hash}</bdi>
          <p className={classes.soft}>{t("agreement.hashText")}</p>
        </div>
        <p className={classes.links}>
          {(["en", "ar"] as const).map((one) => (
            <a key={one} className={classes.link} href={`/api/v1/agreements/${id}/pdf?language=${one}`}>
              <DownloadIcon /> {t(`agreement.pdf.${one}`)}
            </a>
          ))}
        </p>
      </div>
    </Panel>
  );
}

/** Lines that begin with a number and a full stop are headings; whatever was filled in begins with an isolate. */
function Sheet({ text, lang }: { text: string; lang: Lang }) {
  const { t } = useTranslation();
  const [title = "", ...lines] = text.trimEnd().split("\n");
  return (
    <section className={classes.sheet} lang={lang} dir={directionOf(lang)} aria-label={t(`agreement.textIn.${lang}`)}>
      <h3>{title}</h3>
      {partsOf(lines).map(({ heading, body }) => (
        <div key={heading}>
          {heading ? <h4>{heading}</h4> : null}
          <p>{body}</p>
        </div>
      ))}
    </section>
  );
}

type Part = { heading: string; body: string };

function partsOf(lines: readonly string[]): Part[] {
  const parts: { heading: string; lines: string[] }[] = [{ heading: "", lines: [] }];
  for (const line of lines) {
    if (/^\d+\. /.test(line)) parts.push({ heading: line, lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts.map(({ heading, lines: body }) => ({ heading, body: body.join("\n").trim() }));
}
