import type { CommissionRule, CommissionRules } from "../../api/staff.ts";
import type { Money as Amount, SaleTerms, Text } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { CoinIcon, DocumentIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { Facts, Panel } from "../../ui/panel.tsx";
import { percent } from "./commission-fields.ts";
import classes from "./staff.module.css";

type Names = Readonly<Record<string, Text>>;

/** The rules that count, in the order in which they are asked; the last is for whatever no other applies to. */
export function RulesThatCount({
  rules,
  otherwise,
  names,
}: {
  rules: CommissionRules | null;
  otherwise: CommissionRule;
  names: Names;
}) {
  const { t } = useTranslation();
  return (
    <Panel
      title={t("commission.counts")}
      icon={<CoinIcon />}
      aside={rules ? t("commission.version", { number: rules.version }) : null}
    >
      <div className={classes.page}>
        <p className={classes.soft}>{t("commission.first")}</p>
        <ol className={classes.rules}>
          {rules?.rules.map((rule) => (
            <Rule key={rule.name} rule={rule} names={names} />
          ))}
          <Rule rule={otherwise} names={names} last />
        </ol>
        {rules ? (
          <p className={classes.soft}>
            <Moment at={rules.publishedAt} /> · <bdi>{rules.reason}</bdi>
          </p>
        ) : null}
      </div>
    </Panel>
  );
}

function Rule({ rule, names, last = false }: { rule: CommissionRule; names: Names; last?: boolean }) {
  const { t } = useTranslation();
  return (
    <li data-last={last || undefined}>
      <div className={classes.ruleText}>
        <strong>{last ? t("commission.otherwise") : <bdi dir="ltr">{rule.name}</bdi>}</strong>
        {last ? null : <Conditions rule={rule} names={names} />}
        <Extras rule={rule} />
      </div>
      <span className={classes.rate}>
        <bdi dir="ltr">{`${percent(rule.basisPoints)}%`}</bdi>{" "}
        <small className={classes.soft}>{t(`commission.base.${rule.base}`)}</small>
      </span>
    </li>
  );
}

function Conditions({ rule: { when }, names }: { rule: CommissionRule; names: Names }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { categories = [], sellerLevels = [], atLeast = [], atMost = [], from, until } = when;
  const parts = [
    ...(categories.length > 0
      ? [{ key: "categories", value: categories.map((id) => (names[id] ? say(names[id]) : id)).join(" · ") }]
      : []),
    ...(sellerLevels.length > 0
      ? [{ key: "sellerLevels", value: <bdi dir="ltr">{sellerLevels.join(", ")}</bdi> }]
      : []),
    ...(atLeast.length > 0 ? [{ key: "atLeast", value: <Amounts of={atLeast} /> }] : []),
    ...(atMost.length > 0 ? [{ key: "atMost", value: <Amounts of={atMost} /> }] : []),
    ...(from ? [{ key: "from", value: <Moment at={from} shape="short" /> }] : []),
    ...(until ? [{ key: "until", value: <Moment at={until} shape="short" /> }] : []),
  ];
  if (parts.length === 0) return <p className={classes.soft}>{t("commission.always")}</p>;
  return parts.map(({ key, value }) => (
    <p key={key} className={classes.soft}>
      {t(`commission.when.${key}`)} {value}
    </p>
  ));
}

function Extras({ rule: { fixed, floor, cap, buyerShare } }: { rule: CommissionRule }) {
  const { t } = useTranslation();
  const parts = [
    { key: "fixed", of: fixed },
    { key: "floor", of: floor },
    { key: "cap", of: cap },
  ].filter(({ of }) => of.length > 0);
  return (
    <>
      {parts.map(({ key, of }) => (
        <p key={key}>
          {t(`commission.extra.${key}`)} <Amounts of={of} />
        </p>
      ))}
      {buyerShare > 0 ? <p>{t("commission.buyerPays", { share: `\u2066${percent(buyerShare)}%\u2069` })}</p> : null}
    </>
  );
}

const Amounts = ({ of }: { of: readonly Amount[] }) =>
  of.map((amount, at) => (
    <span key={amount.currency}>
      {at > 0 ? " · " : null}
      <Money value={amount} exact />
    </span>
  ));

/** Every version that was ever published, with the reason for it. */
export function Versions({ versions, names }: { versions: readonly CommissionRules[]; names: Names }) {
  const { t } = useTranslation();
  if (versions.length === 0) return null;
  return (
    <Panel title={t("commission.versions")} icon={<DocumentIcon />}>
      {versions.map(({ version, reason, publishedAt, rules }) => (
        <details key={version} className={classes.act}>
          <summary>
            {t("commission.version", { number: version })} · <Moment at={publishedAt} shape="day" />
          </summary>
          <p>
            <bdi>{reason}</bdi>
          </p>
          <ol className={classes.rules}>
            {rules.map((rule) => (
              <Rule key={rule.name} rule={rule} names={names} />
            ))}
          </ol>
          {rules.length === 0 ? <p className={classes.soft}>{t("commission.noRules")}</p> : null}
        </details>
      ))}
    </Panel>
  );
}

/** What a sale comes to with the next rules, beside what it comes to now. */
export function Compared({ next, now }: { next: SaleTerms; now: SaleTerms | null }) {
  const { t } = useTranslation();
  const lines = ["goods", "buyerFee", "total", "commission", "commissionTax", "sellerReceives"] as const;
  const beside = (of: SaleTerms) => (
    <Facts
      rows={[
        ...lines.map((key) => ({
          key,
          name: t(`commission.terms.${key}`),
          value: <Money value={of[key]} exact />,
          strong: key === "commission" || key === "sellerReceives",
        })),
        {
          key: "rule",
          name: t("commission.terms.rule"),
          value: <bdi dir="ltr">{of.decidedBy.rule}</bdi>,
        },
      ]}
    />
  );
  return (
    <div className={classes.pair}>
      {now ? (
        <div>
          <h4>{t("commission.now")}</h4>
          {beside(now)}
        </div>
      ) : null}
      <div>
        <h4>{t("commission.then")}</h4>
        {beside(next)}
      </div>
    </div>
  );
}
