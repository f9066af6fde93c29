import type { SecondFactor } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { AlertIcon, ShieldIcon } from "../../ui/icons.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import { ActButton, ActForm } from "./act-form.tsx";
import classes from "./session.module.css";
import { CodeField } from "./session-forms.tsx";
import { SecretText, ShownOnce } from "./shown-once.tsx";
import type { Standing } from "./standing.ts";

type Given = { standing: Standing | null; idempotencyKey: string };

/** The second factor: switched on with the app's first code, off with another one. */
export function AuthenticatorPanel({ state, ...given }: Given & { state: SecondFactor }) {
  const { t } = useTranslation();
  const { standing } = given;
  const shown = standing?.shown ?? null;
  const waits = shown?.kind === "authenticator" || standing?.act === "authenticator-confirm";
  return (
    <Panel title={t("security.authenticator")} icon={<ShieldIcon />}>
      <div className={classes.form}>
        {shown?.kind === "codes" ? <RecoveryCodes codes={shown.codes} /> : null}
        {state.enabled ? <SwitchedOn remaining={state.recoveryCodesLeft} {...given} /> : <SwitchedOff {...given} />}
        {waits && !state.enabled ? <FirstCode {...given} /> : null}
      </div>
    </Panel>
  );
}

function SwitchedOn({ remaining, ...given }: Given & { remaining: number }) {
  const { t } = useTranslation();
  return (
    <>
      <p>
        {t("security.authenticatorOn")} {t("security.codesLeft", { count: remaining })}
      </p>
      <ActForm act="recovery-codes" {...given}>
        <ActButton act="recovery-codes">{t("security.newCodes")}</ActButton>
      </ActForm>
      <ActForm act="authenticator-remove" {...given}>
        <ActButton act="authenticator-remove" variant="subtle">
          {t("security.authenticatorRemove")}
        </ActButton>
      </ActForm>
    </>
  );
}

function SwitchedOff(given: Given) {
  const { t } = useTranslation();
  const shown = given.standing?.shown;
  if (shown?.kind === "authenticator") return <Secret secret={shown.secret} address={shown.address} />;
  return (
    <>
      <p>{t("security.authenticatorOff")}</p>
      <ActForm act="authenticator-begin" {...given}>
        <ActButton act="authenticator-begin">{t("security.authenticatorBegin")}</ActButton>
      </ActForm>
    </>
  );
}

/** What the app must know, for its camera's owner to type or for the app on this very machine to open. */
function Secret({ secret, address }: { secret: string; address: string }) {
  const { t } = useTranslation();
  return (
    <ShownOnce>
      <p>{t("security.typeSecret")}</p>
      <SecretText>{secret.replaceAll(/(.{4})(?=.)/g, "$1 ")}</SecretText>
      <p className={classes.links}>
        <a href={address}>{t("security.openApp")}</a>
      </p>
      <details>
        <summary>{t("security.address")}</summary>
        <SecretText>{address}</SecretText>
      </details>
    </ShownOnce>
  );
}

function FirstCode({ standing, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const act = "authenticator-confirm";
  const problem = standing?.act === act ? standing.problem : null;
  return (
    <ActForm act={act} standing={standing} idempotencyKey={idempotencyKey}>
      <CodeField standing={{ key: idempotencyKey, problem }} />
      <ActButton act={act} variant="filled">
        {t("security.authenticatorConfirm")}
      </ActButton>
    </ActForm>
  );
}

function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useTranslation();
  return (
    <ShownOnce>
      <Callout tone="wait" role="status" icon={<AlertIcon />} title={t("security.keepCodes")}>
        <p>{t("security.keepCodesText")}</p>
      </Callout>
      <ul className={classes.codes} aria-label={t("security.recoveryCodes")}>
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
    </ShownOnce>
  );
}
