import { Link } from "react-router";
import type { Endpoint, WebhookDelivery } from "../../api/settings.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { TextInput } from "../../ui/fields.tsx";
import { useFieldError } from "../../ui/forms.tsx";
import { DocumentIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { EmptyState, Panel } from "../../ui/panel.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import { type Given, OnceShown, SettingButton, SettingForm, savedBy } from "./setting-form.tsx";
import classes from "./settings.module.css";

/** Where programs of somebody's are told what happens to his orders and money. */
export function Endpoints({ endpoints, ...given }: Given & { endpoints: Endpoint[] }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  if (endpoints.length === 0)
    return (
      <EmptyState title={t("settings.noEndpoints")} icon={<DocumentIcon size={26} />}>
        <p>{t("settings.noEndpointsText")}</p>
      </EmptyState>
    );
  return (
    <Panel title={t("settings.endpoints")} icon={<DocumentIcon />}>
      <ul className={classes.rows}>
        {endpoints.map((endpoint) => (
          <li key={endpoint.id}>
            <div className={classes.between}>
              <div>
                <Link to={to(`/settings/webhooks/${endpoint.id}`)}>
                  <bdi dir="ltr" style={{ whiteSpace: "normal" }}>
                    {endpoint.url}
                  </bdi>
                </Link>
                {endpoint.description ? (
                  <p className={classes.soft}>
                    <bdi>{endpoint.description}</bdi>
                  </p>
                ) : null}
              </div>
              <EndpointState of={endpoint} />
            </div>
            <OnceShown secret={savedBy(given.saved, "endpoint-secret", endpoint.id)?.secret} />
            <EndpointActs endpoint={endpoint} {...given} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function EndpointState({ of: { enabled, disabledBecause, failingSince } }: { of: Endpoint }) {
  const { t } = useTranslation();
  if (enabled)
    return (
      <Badge tone={failingSince ? "wait" : "good"}>{t(failingSince ? "settings.failing" : "settings.enabled")}</Badge>
    );
  return <Badge tone="bad">{t(`settings.off.${disabledBecause ?? "owner"}`)}</Badge>;
}

function EndpointActs({ endpoint: { id, enabled }, ...given }: Given & { endpoint: Endpoint }) {
  const { t } = useTranslation();
  const acts = ["endpoint-test", enabled ? "endpoint-off" : "endpoint-on", "endpoint-secret", "endpoint-end"] as const;
  return (
    <div className={classes.inline}>
      {acts.map((act) => (
        <SettingForm key={act} act={act} of={id} className="" done={t(`settings.did.${act}`)} {...given}>
          <SettingButton act={act} of={id}>
            {t(`settings.do.${act}`)}
          </SettingButton>
        </SettingForm>
      ))}
    </div>
  );
}

export function NewEndpoint(given: Given) {
  const { t } = useTranslation();
  const mine = savedBy(given.saved, "endpoint");
  const errorOf = useFieldError(mine?.problem ?? null);
  const typed = mine?.problem ? mine.input : {};
  return (
    <Panel title={t("settings.addEndpoint")} icon={<DocumentIcon />}>
      <OnceShown secret={mine?.secret} />
      <SettingForm act="endpoint" {...given}>
        <TextInput
          name="url"
          type="url"
          dir="ltr"
          label={t("settings.url")}
          description={t("settings.urlHint")}
          required
          maxLength={2048}
          defaultValue={typed.url ?? ""}
          error={errorOf("url") ? t("settings.urlWrong") : undefined}
        />
        <TextInput
          name="description"
          label={t("settings.endpointName")}
          maxLength={200}
          defaultValue={typed.description ?? ""}
          error={errorOf("description")}
        />
        <SettingButton act="endpoint" variant="filled">
          {t("settings.addEndpoint")}
        </SettingButton>
      </SettingForm>
    </Panel>
  );
}

/** What was sent there, newest first, with what came back; what failed can be sent again. */
export function Deliveries({
  endpoint,
  deliveries,
  ...given
}: Given & { endpoint: string; deliveries: WebhookDelivery[] }) {
  const { t } = useTranslation();
  if (deliveries.length === 0)
    return (
      <EmptyState title={t("settings.noDeliveries")} icon={<DocumentIcon size={26} />}>
        <p>{t("settings.noDeliveriesText")}</p>
      </EmptyState>
    );
  return (
    <Panel title={t("settings.deliveries")} icon={<DocumentIcon />}>
      <ul className={classes.rows}>
        {deliveries.map((delivery) => (
          <li key={delivery.id}>
            <div className={classes.between}>
              <bdi dir="ltr">{delivery.eventType}</bdi>
              <Badge tone={TONES[delivery.state]}>{t(`settings.delivery.${delivery.state}`)}</Badge>
            </div>
            <Attempts of={delivery} />
            <SettingForm act="resend" of={delivery.id} fields={{ endpoint }} className="" {...given}>
              <SettingButton act="resend" of={delivery.id}>
                {t("settings.resend")}
              </SettingButton>
            </SettingForm>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const TONES = { waiting: "wait", delivered: "good", failed: "bad" } as const;

function Attempts({ of: { attempts, nextAttemptAt } }: { of: WebhookDelivery }) {
  const { t } = useTranslation();
  return (
    <ol className={classes.attempts}>
      {attempts.map(({ number, at, outcome, status, answer }) => (
        <li key={number}>
          <Moment at={at} shape="short" /> · {t(`settings.outcome.${outcome}`)}
          {status === null ? null : (
            <>
              {" "}
              <bdi dir="ltr">{status}</bdi>
            </>
          )}
          {answer ? (
            <>
              {" "}
              <bdi dir="ltr" style={{ whiteSpace: "normal" }}>
                {answer.slice(0, 200)}
              </bdi>
            </>
          ) : null}
        </li>
      ))}
      {nextAttemptAt ? (
        <li>
          {t("settings.nextAttempt")} <Moment at={nextAttemptAt} shape="short" />
        </li>
      ) : null}
    </ol>
  );
}
