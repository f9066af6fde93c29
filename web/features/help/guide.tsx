import { useTranslation } from "../../i18n/words.tsx";
import { DaysOff } from "../../ui/days-off.tsx";
import classes from "./help.module.css";
import type { GuideText } from "./topics.ts";

/** A guide with its contents beside it. */
export function Guide({ guide }: { guide: GuideText }) {
  const { t } = useTranslation();
  return (
    <div className={classes.guide}>
      <nav className={classes.contents} aria-label={t("help.contents")}>
        {guide.sections.map(({ title }, index) => (
          <a key={title} href={`#part-${index + 1}`}>
            {title}
          </a>
        ))}
      </nav>
      <div className={classes.text}>
        <p className={classes.lead} style={{ marginBlockEnd: 0 }}>
          {guide.lead}
        </p>
        {guide.sections.map(({ title, text }, index) => (
          <section key={title} id={`part-${index + 1}`}>
            <h2>{title}</h2>
            {text.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
        <DaysOff />
      </div>
    </div>
  );
}
