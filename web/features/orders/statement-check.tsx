import { useId, useRef, useState } from "react";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { useHydrated } from "../../ui/hydrated.tsx";
import { AlertIcon, CheckCircleIcon, ClockIcon, DocumentIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Callout } from "../../ui/panel.tsx";
import classes from "./orders.module.css";
import type { Verdict } from "./sealed-statement.ts";

type Result = Verdict | { kind: "no_answer" };

/** Comes when it is asked for: few of those who look at an order check its seals. */
const sealing = () => import("./sealed-statement.ts");

/** The statement to take home, and its check in this browser: signatures, places in sealed blocks, sums. */
export function StatementCheck({ orderId, deal }: { orderId: string; deal: string }) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const [result, setResult] = useState<Result | null>(null);
  const [busy, setBusy] = useState(false);
  const path = `/api/v1/orders/${encodeURIComponent(orderId)}/statement/proof`;
  const check = async (given: () => Promise<Result>) => {
    setBusy(true);
    setResult(null);
    setResult(await given().catch((): Result => ({ kind: "no_answer" })));
    setBusy(false);
  };
  const checkOurs = () => check(() => oursHere(path, deal));
  const checkKept = (file: File) => check(() => keptAgainstOurs(file, path, deal));
  return (
    <div className={classes.proof}>
      <p className={classes.soft}>{t("proof.text")}</p>
      <div className={classes.actions}>
        <a className={classes.document} href={path} download={`statement-${orderId}.json`}>
          <DocumentIcon /> {t("proof.download")}
        </a>
        {hydrated ? (
          <>
            <Button variant="default" size="md" loading={busy} onClick={() => void checkOurs()}>
              {t("proof.check")}
            </Button>
            <KeptFile check={checkKept} busy={busy} />
          </>
        ) : null}
      </div>
      {hydrated ? null : <p className={classes.soft}>{t("proof.needsScript")}</p>}
      <div aria-live="polite">{result ? <Told result={result} /> : null}</div>
    </div>
  );
}

function KeptFile({ check, busy }: { check: (file: File) => Promise<void>; busy: boolean }) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  const id = useId();
  return (
    <>
      <Button variant="subtle" size="md" disabled={busy} onClick={() => input.current?.click()}>
        {t("proof.checkFile")}
      </Button>
      <label htmlFor={id} className={classes.hidden}>
        {t("proof.file")}
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        accept="application/json,.json"
        tabIndex={-1}
        className={classes.hidden}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void check(file);
          event.currentTarget.value = "";
        }}
      />
    </>
  );
}

async function oursHere(path: string, deal: string): Promise<Verdict> {
  const { checkHere } = await sealing();
  return await checkHere(await fetchJson(path), deal);
}

/** A kept file must prove itself, and must not name other blocks than the marketplace shows today. */
async function keptAgainstOurs(file: File, path: string, deal: string): Promise<Verdict> {
  const { checkHere, headsIn } = await sealing();
  const kept: unknown = await file
    .text()
    .then(JSON.parse)
    .catch(() => null);
  return await checkHere(kept, deal, headsIn(await fetchJson(path)));
}

async function fetchJson(path: string): Promise<unknown> {
  const response = await fetch(path, { headers: { accept: "application/json" } });
  if (!response.ok) throw new Error(String(response.status));
  return await response.json();
}

function Told({ result }: { result: Result }) {
  const { t } = useTranslation();
  if (result.kind !== "checked")
    return (
      <Callout
        tone={result.kind === "not_a_statement" || result.kind === "another_order" ? "bad" : "wait"}
        icon={<AlertIcon />}
        title={t(`proof.${result.kind}`)}
      >
        <p>{t(`proof.${result.kind}_text`)}</p>
      </Callout>
    );
  return result.report.ok ? <Proven result={result} /> : <Refused result={result} />;
}

type Checked = Extract<Result, { kind: "checked" }>;

function Proven({ result: { report, blocks, keys } }: { result: Checked }) {
  const { t } = useTranslation();
  const { sealed, unsealed } = report;
  if (sealed === 0)
    return (
      <Callout tone="wait" icon={<ClockIcon />} title={t("proof.nothingSealed")}>
        <p>{t(unsealed > 0 ? "proof.tooNew" : "proof.nothingYet")}</p>
      </Callout>
    );
  return (
    <Callout tone="good" icon={<CheckCircleIcon />} title={t("proof.proven", { count: sealed })}>
      <ul className={classes.blocks}>
        {blocks.map(({ number, sealedAt }) => (
          <li key={number}>
            {t("proof.block")} <bdi dir="ltr">{number}</bdi> · {t("proof.sealedAt")} <Moment at={sealedAt} />
          </li>
        ))}
      </ul>
      {unsealed > 0 ? <p>{t("proof.unsealed", { count: unsealed })}</p> : null}
      <p className={classes.soft}>
        {t("proof.ownKeys")} <bdi dir="ltr">{keys.join(", ")}</bdi>
      </p>
      <p className={classes.soft}>{t("proof.notProven")}</p>
    </Callout>
  );
}

function Refused({ result: { report } }: { result: Checked }) {
  const { t } = useTranslation();
  return (
    <Callout tone="bad" icon={<AlertIcon />} title={t("proof.refused")}>
      <ul className={classes.blocks}>
        {report.faults.map(({ kind, block, posting }) => (
          <li key={`${kind} ${block} ${posting}`}>
            {t(`proof.fault.${kind.replaceAll("_", "-")}`)}
            {block === null ? null : (
              <>
                {" · "}
                {t("proof.block")} <bdi dir="ltr">{block}</bdi>
              </>
            )}
            {posting ? (
              <bdi dir="ltr" className={classes.postingId}>
                {posting}
              </bdi>
            ) : null}
          </li>
        ))}
      </ul>
      <p>{t("proof.refusedText")}</p>
    </Callout>
  );
}
