import { Link } from "react-router";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { DaysOff } from "../../ui/days-off.tsx";
import { ArrowIcon, ClockIcon, LockIcon, ReturnIcon } from "../../ui/icons.tsx";
import { moneyInText } from "../../ui/money.tsx";
import { MoneyPath } from "../../ui/money-path.tsx";
import classes from "./pledge.module.css";

const PROMISES = [
  { key: "who", icon: LockIcon },
  { key: "when", icon: ClockIcon },
  { key: "wrong", icon: ReturnIcon },
] as const;

const EXAMPLE = { amount: 34800, currency: "INR" };

/** The promise in five seconds: who holds the money, when it moves, what happens if it goes wrong. */
export function Pledge({ demo }: { demo: boolean }) {
  const { t } = useTranslation();
  const { intl, to } = useLocale();
  return (
    <section className={classes.hero} aria-labelledby="promise">
      <div className={classes.words}>
        <h1 id="promise">{t("home.title")}</h1>
        <p className={classes.lead}>{t("home.lead")}</p>
        <div className={classes.calls}>
          <Link to={to("/browse")} className={classes.primary}>
            {t("home.browse")}
          </Link>
          {demo ? (
            <Link to={`${to("/sandbox/sign-in")}?as=buyer`} className={classes.secondary}>
              {t("home.demo")} <ArrowIcon />
            </Link>
          ) : null}
        </div>
      </div>
      <div className={classes.stage}>
        <p className={classes.stageTitle}>{t("home.example")}</p>
        <MoneyPath
          place="escrow"
          amount={EXAMPLE}
          buyer={t("home.exampleBuyer")}
          seller={t("home.exampleSeller")}
          label={t("home.exampleLabel", { amount: moneyInText(EXAMPLE, intl) })}
        />
        <p className={classes.stageText}>{t("home.exampleText")}</p>
        <p className={classes.stageText}>
          <Link to={to("/play")} className={classes.secondary}>
            {t("home.play")} <ArrowIcon size={16} />
          </Link>
        </p>
      </div>
      <ul className={classes.promises}>
        {PROMISES.map(({ key, icon: Icon }) => (
          <li key={key}>
            <span className={classes.icon}>
              <Icon size={22} />
            </span>
            <div>
              <h2>{t(`home.${key}.title`)}</h2>
              <p>{t(`home.${key}.text`)}</p>
              {key === "wrong" ? <DaysOff /> : null}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
