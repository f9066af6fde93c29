import type { Agreement, Side } from "../../api/negotiations.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { CheckCircleIcon, ClockIcon, PersonIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import classes from "./agreements.module.css";

const SIDES = ["buyer", "seller"] as const;

/** The two, for whom they act, and when each has signed this version. */
export function Signatures({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const earlier = agreement.signatures.filter(({ version }) => version !== agreement.version);
  return (
    <Panel title={t("agreement.parties")} icon={<PersonIcon />}>
      <ul className={classes.signatures}>
        {SIDES.map((side) => (
          <Party key={side} agreement={agreement} side={side} />
        ))}
      </ul>
      {earlier.length > 0 ? (
        <>
          <h3 style={{ marginBlock: "var(--space-4) var(--space-2)" }}>{t("agreement.earlierSignatures")}</h3>
          <ul className={classes.soft}>
            {earlier.map((one) => (
              <li key={`${one.version} ${one.by}`}>
                {t("agreement.versionOf", { version: one.version })}: <bdi>{one.name}</bdi> (
                {t(`agreement.side.${one.by}`)}), <Moment at={one.signedAt} shape="short" />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Panel>
  );
}

function Party({ agreement, side }: { agreement: Agreement; side: Side }) {
  const { t } = useTranslation();
  const { terms, role, signatures, version } = agreement;
  const { name, company, country, taxNumber } = terms[side];
  const signed = signatures.find((one) => one.version === version && one.by === side);
  return (
    <li className={classes.signature} data-done={signed ? true : undefined}>
      <div className={classes.who}>
        <span>
          {t(`agreement.side.${side}`)}: <bdi>{name}</bdi> {side === role ? `(${t("actor.you")})` : null}
        </span>
        <Badge tone={signed ? "good" : "calm"} icon={signed ? <CheckCircleIcon size={16} /> : <ClockIcon size={16} />}>
          {t(signed ? "agreement.signed" : "agreement.unsigned")}
        </Badge>
      </div>
      {company ? (
        <p className={classes.soft}>
          <bdi>{[company, country, taxNumber].filter(Boolean).join(" · ")}</bdi>
        </p>
      ) : null}
      {signed ? (
        <>
          <p className={classes.signedName}>
            <bdi>{signed.name}</bdi>
          </p>
          <p className={classes.soft}>
            <Moment at={signed.signedAt} />
            {signed.network ? (
              <>
                {" · "}
                {t("agreement.from")} <bdi dir="ltr">{signed.network}</bdi>
              </>
            ) : null}
          </p>
        </>
      ) : null}
    </li>
  );
}
