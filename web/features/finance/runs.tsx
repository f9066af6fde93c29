import { Form, useNavigation } from "react-router";
import type { Run } from "../../api/finance.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { IdempotencyField, SubmitButton } from "../../ui/forms.tsx";
import { gatewayName } from "../../ui/gateway-name.ts";
import { DocumentIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./finance.module.css";

/** The latest reading of each gateway's statement, and the button that reads it now. */
export function Runs({ runs, gateways, idempotencyKey }: { runs: Run[]; gateways: string[]; idempotencyKey: string }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("run.title")} icon={<DocumentIcon />}>
      {gateways.length === 0 ? <p className={classes.soft}>{t("run.noGateway")}</p> : null}
      <ul className={classes.items}>
        {gateways.map((gateway) => (
          <li key={gateway}>
            <div className={classes.head}>
              <div>
                <h3>
                  <bdi dir="ltr">{gatewayName(gateway)}</bdi>
                </h3>
                <RunFacts run={runs.find((run) => run.gateway === gateway) ?? null} />
              </div>
              <RunNow gateway={gateway} idempotencyKey={idempotencyKey} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function RunFacts({ run }: { run: Run | null }) {
  const { t } = useTranslation();
  if (!run) return <p className={classes.soft}>{t("run.never")}</p>;
  const counts = ["lines", "matched", "waiting", "found", "resolved"] as const;
  return (
    <>
      <p className={classes.soft}>
        {t("run.at")} <Moment at={run.at} shape="short" />. {t("run.covers")} <Moment at={run.from} shape="day" /> –{" "}
        <Moment at={run.until} shape="short" />
      </p>
      <p className={classes.facts}>
        {counts.map((count) => (
          <span key={count}>
            {t(`run.${count}`)}{" "}
            <strong>
              <bdi dir="ltr">{run[count]}</bdi>
            </strong>
          </span>
        ))}
      </p>
    </>
  );
}

function RunNow({ gateway, idempotencyKey }: { gateway: string; idempotencyKey: string }) {
  const { t } = useTranslation();
  const { state, formData } = useNavigation();
  const busy = state !== "idle" && formData?.get("gateway") === gateway;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="run" />
      <input type="hidden" name="gateway" value={gateway} />
      <IdempotencyField value={idempotencyKey} />
      <SubmitButton busy={busy} variant="default">
        {t("run.now")}
      </SubmitButton>
    </Form>
  );
}
