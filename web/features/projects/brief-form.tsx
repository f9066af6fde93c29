import { Form, Link, useNavigation } from "react-router";
import type { Problem } from "../../api/problem.ts";
import type { Project } from "../../api/projects.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { Textarea, TextInput } from "../../ui/fields.tsx";
import { ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { ClockIcon, CoinIcon, DocumentIcon } from "../../ui/icons.tsx";
import { major } from "../../ui/money.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import { CategoryChoice, CurrencyChoice } from "./choices.tsx";
import { useWordedError } from "./field-errors.ts";
import { Intent, useSending } from "./parts.tsx";
import classes from "./projects.module.css";
import type { Group } from "./search.ts";

export type BriefInput = Partial<
  Record<"title" | "description" | "category" | "skills" | "min" | "max" | "currency" | "closesOn", string>
>;

type Given = {
  project: Project | null;
  groups: readonly Group[];
  typed: BriefInput | null;
  problem: Problem | null;
  idempotencyKey: string;
  /** The first and the last day on which it can end, and one that is offered. */
  days: { first: string; last: string; offered: string };
  back: string;
};

/** What a project says, as its form has it. */
export const inputOf = ({ title, description, category, skills, budget, closesAt }: Project): BriefInput => ({
  ...{ title, description, category: category ?? "", skills: skills.join(", ") },
  ...{ min: major(budget.min), max: major(budget.max), currency: budget.min.currency, closesOn: closesAt.slice(0, 10) },
});

/** What is to be made, what it may cost, and until when offers come. Once there are offers, only the day can be moved. */
export function BriefForm({ project, groups, typed, problem, idempotencyKey, days, back }: Given) {
  const { t } = useTranslation();
  const input = typed ?? (project ? inputOf(project) : { closesOn: days.offered });
  const errorOf = useWordedError(problem, "projects");
  const draft = (project?.state ?? "draft") === "draft";
  return (
    <Form method="post" className={classes.form}>
      <Intent name="save" idempotencyKey={idempotencyKey} fields={project ? { version: `${project.version}` } : {}} />
      {problem ? <ProblemCallout problem={problem} about={project ? "changeProject" : undefined} withoutMoney /> : null}
      {draft ? null : <Callout icon={<ClockIcon />} title={t("projects.onceOpen")} />}
      <Work groups={groups} input={input} errorOf={errorOf} />
      <MoneyAndTime input={input} days={days} errorOf={errorOf} />
      <Buttons draft={draft} back={back} />
      {draft ? <p className={classes.soft}>{t("projects.draftHint")}</p> : null}
    </Form>
  );
}

type Fields = { input: BriefInput; errorOf: (field: string) => string | undefined };

function MoneyAndTime({ input, days, errorOf }: Fields & Pick<Given, "days">) {
  const { t } = useTranslation();
  return (
    <Panel title={t("projects.moneyAndTime")} icon={<CoinIcon />}>
      <div className={classes.form}>
        <fieldset className={classes.amounts}>
          <legend>{t("projects.budget")}</legend>
          <Amount name="min" label={t("projects.atLeast")} value={input.min} />
          <Amount name="max" label={t("projects.atMost")} value={input.max} />
          <CurrencyChoice value={input.currency ?? "INR"} />
        </fieldset>
        {errorOf("budget") ? <p className={classes.fieldError}>{errorOf("budget")}</p> : null}
        <p className={classes.soft}>{t("projects.budgetHint")}</p>
        <div className={classes.narrow}>
          <TextInput
            type="date"
            name="closesOn"
            label={t("projects.closesOn")}
            description={t("projects.closesHint")}
            defaultValue={input.closesOn}
            min={days.first}
            max={days.last}
            required
            size="md"
            dir="ltr"
            error={errorOf("closesAt")}
          />
        </div>
      </div>
    </Panel>
  );
}

const Amount = ({ name, label, value }: { name: string; label: string; value: string | undefined }) => (
  <TextInput name={name} label={label} defaultValue={value} required inputMode="decimal" size="md" dir="ltr" />
);

function Buttons({ draft, back }: { draft: boolean; back: string }) {
  const { t } = useTranslation();
  const { formData } = useNavigation();
  const saving = useSending("save");
  const publishing = saving && formData?.get("then") === "publish";
  return (
    <div className={classes.buttons}>
      {draft ? (
        <SubmitButton busy={publishing} name="then" value="publish">
          {t("projects.saveAndPublish")}
        </SubmitButton>
      ) : null}
      <SubmitButton busy={saving && !publishing} variant={draft ? "default" : "filled"}>
        {t(draft ? "projects.saveDraft" : "projects.save")}
      </SubmitButton>
      <Button component={Link} to={back} variant="subtle" size="md">
        {t("projects.leave")}
      </Button>
    </div>
  );
}

function Work({ groups, input, errorOf }: Fields & Pick<Given, "groups">) {
  const { t } = useTranslation();
  return (
    <Panel title={t("projects.workTitle")} icon={<DocumentIcon />}>
      <div className={classes.form}>
        <TextInput
          name="title"
          label={t("projects.name")}
          description={t("projects.nameHint")}
          defaultValue={input.title}
          maxLength={120}
          required
          size="md"
          dir="auto"
          error={errorOf("title")}
        />
        <Textarea
          name="description"
          label={t("projects.description")}
          description={t("projects.descriptionHint")}
          defaultValue={input.description}
          maxLength={10_000}
          required
          size="md"
          rows={6}
          dir="auto"
          error={errorOf("description")}
        />
        <CategoryChoice groups={groups} value={input.category ?? ""} none={t("projects.noCategory")} />
        <TextInput
          name="skills"
          label={t("projects.skillsField")}
          description={t("projects.skillsHint")}
          defaultValue={input.skills}
          maxLength={420}
          size="md"
          dir="auto"
          error={errorOf("skills")}
        />
      </div>
    </Panel>
  );
}
