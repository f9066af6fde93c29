import { Form, useNavigation } from "react-router";
import type { Agreement } from "../../api/negotiations.ts";
import type { Problem } from "../../api/problem.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { TextInput } from "../../ui/fields.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { CheckIcon, DocumentIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import { StepUp } from "../../ui/step-up.tsx";
import classes from "./agreements.module.css";
import { otherOf, signersOf } from "./standing.ts";

type Given = {
  agreement: Agreement;
  problem: Problem | null;
  input: Record<string, string>;
  idempotencyKey: string;
};

/** What signing binds to is said first; the name is typed, and a fresh code confirms this very text. */
export function SignForm({ agreement, problem, input, idempotencyKey }: Given) {
  const { t } = useTranslation();
  if (!agreement.actions.includes("sign")) return null;
  const fields = { intent: "sign", name: input.name ?? "", hash: input.hash ?? agreement.hash, idempotencyKey };
  return (
    <Panel title={t("agreement.signTitle")} icon={<DocumentIcon />} anchor="sign">
      {problem?.challenge ? (
        <StepUp problem={problem} fields={fields} back={{ name: "change", value: "1" }} aboutMoney={false} />
      ) : (
        <Typing agreement={agreement} problem={problem} input={input} idempotencyKey={idempotencyKey} />
      )}
    </Panel>
  );
}

function Typing({ agreement, problem, input, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const { formData, state } = useNavigation();
  const { terms, role, hash } = agreement;
  const last = signersOf(agreement).length === 1;
  const later = agreement.status === "in_force";
  const name = otherOf({ role, ...terms }).name;
  const binds = [
    t(`agreement.binds.${role}`, { days: t("terms.days", { count: terms.dispatchDays }), name }),
    t(later ? "agreement.binds.words" : last ? "agreement.binds.last" : "agreement.binds.first", { name }),
    t("agreement.binds.hash"),
  ];
  return (
    <Form method="post" className={classes.form} preventScrollReset>
      <input type="hidden" name="intent" value="sign" />
      <input type="hidden" name="hash" value={hash} />
      <IdempotencyField value={idempotencyKey} />
      {problem ? <ProblemCallout problem={problem} about="agreement" /> : null}
      <ul className={classes.binds}>
        {binds.map((line) => (
          <li key={line}>
            <CheckIcon size={18} />
            <span>{line}</span>
          </li>
        ))}
      </ul>
      <TextInput
        name="name"
        label={t("agreement.yourName")}
        description={t("agreement.yourNameHint")}
        autoComplete="name"
        maxLength={100}
        required
        withAsterisk={false}
        size="md"
        dir="auto"
        defaultValue={input.name ?? ""}
      />
      <p className={classes.soft}>
        {t("agreement.signHash")} <bdi dir="ltr">{hash.slice(0, 12)}…</bdi>
      </p>
      <SubmitButton busy={state !== "idle" && formData?.get("intent") === "sign"}>{t("agreement.sign")}</SubmitButton>
    </Form>
  );
}
