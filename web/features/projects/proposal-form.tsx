import { useState } from "react";
import { Form, Link, useNavigation } from "react-router";
import type { Problem } from "../../api/problem.ts";
import type { Project, Proposal } from "../../api/projects.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { drafted, useDraft } from "../../ui/draft.ts";
import { Textarea, TextInput } from "../../ui/fields.tsx";
import { ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { CoinIcon, CrossIcon, MessageIcon } from "../../ui/icons.tsx";
import { Money, major } from "../../ui/money.tsx";
import { Facts, Panel } from "../../ui/panel.tsx";
import { useWordedError } from "./field-errors.ts";
import { Budget, Intent, useSending } from "./parts.tsx";
import { daysOf, edited, emptyRow, faultsOf, fieldName, MOST_ROWS, type Row, sumOf } from "./plan.ts";
import classes from "./projects.module.css";

type Typed = { rows: Row[]; message: string; tried: boolean };

type Given = {
  project: Project;
  /** Where an offer is changed. */
  proposal: Proposal | null;
  typed: Typed | null;
  problem: Problem | null;
  idempotencyKey: string;
  back: string;
};

const rowsOf = ({ milestones }: Proposal): Row[] =>
  milestones.map(({ title, amount, days, revisions }) => ({
    ...{ title, amount: major(amount), days: `${days}`, revisions: `${revisions}` },
  }));

/** An offer: why, and the milestones, whose amounts are the price. */
export function ProposalForm({ project, proposal, typed, problem, idempotencyKey, back }: Given) {
  const { t } = useTranslation();
  const sending = useSending("propose");
  const { formData } = useNavigation();
  const errorOf = useWordedError(problem, "proposals");
  const draft = useDraft(`proposal:${proposal?.id ?? project.id}`, typed?.message ?? proposal?.message);
  const before = typed?.rows ?? (proposal ? rowsOf(proposal) : [emptyRow()]);
  const { currency } = project.budget.min;
  return (
    <Form method="post" className={classes.form} onSubmit={draft.clear} preventScrollReset>
      <Intent
        name="propose"
        idempotencyKey={idempotencyKey}
        fields={{ currency, ...(proposal && { version: `${proposal.version}` }) }}
      />
      {/* The first button is the one that Enter presses. */}
      <button type="submit" tabIndex={-1} aria-hidden="true" className={classes.hidden} />
      {problem ? (
        <ProblemCallout problem={problem} about={proposal ? "changeProposal" : "propose"} withoutMoney />
      ) : null}
      <Panel title={t("proposals.whyTitle")} icon={<MessageIcon />}>
        <Textarea
          name="message"
          label={t("proposals.message")}
          description={t("proposals.messageHint")}
          {...drafted(draft)}
          maxLength={5000}
          required
          size="md"
          rows={5}
          dir="auto"
          error={errorOf("message")}
        />
      </Panel>
      <Milestones
        key={typed?.rows.length}
        project={project}
        before={before}
        tried={typed?.tried ?? false}
        wrong={errorOf("milestones") ?? errorOf("price")}
      />
      <div className={classes.buttons}>
        <SubmitButton busy={sending && !formData?.has("edit")}>
          {t(proposal ? "proposals.save" : "proposals.send")}
        </SubmitButton>
        <Button component={Link} to={back} variant="subtle" size="md">
          {t("projects.leave")}
        </Button>
      </div>
      <p className={classes.soft}>{t("proposals.sealed")}</p>
    </Form>
  );
}

type Editing = { project: Project; before: readonly Row[]; tried: boolean; wrong: string | undefined };

/** One row for each part of the work. Without script a button of the form makes one more or one fewer. */
function Milestones({ project, before, tried, wrong }: Editing) {
  const { t } = useTranslation();
  const [rows, setRows] = useState(() => before.map((row, at) => ({ ...row, key: `${at}` })));
  const [made, setMade] = useState(before.length);
  const { currency } = project.budget.min;
  const change = (key: string, field: keyof Row, text: string) =>
    setRows((all) => all.map((row) => (row.key === key ? { ...row, [field]: text } : row)));
  const edit = (name: string) => (event: React.MouseEvent) => {
    event.preventDefault();
    setRows((all) => edited(all, name, () => ({ ...emptyRow(), key: `${made}` })));
    setMade((count) => count + 1);
  };
  return (
    <Panel title={t("proposals.milestones")} icon={<CoinIcon />}>
      <p className={classes.soft}>{t("proposals.milestonesHint")}</p>
      {wrong ? <p className={classes.fieldError}>{wrong}</p> : null}
      <ol className={classes.rows}>
        {rows.map((row, at) => (
          <MilestoneRow
            key={row.key}
            row={row}
            number={at + 1}
            wrong={tried ? faultsOf(row, currency) : new Set()}
            change={(field, text) => change(row.key, field, text)}
            remove={rows.length > 1 ? edit(`remove.${at}`) : null}
          />
        ))}
      </ol>
      {rows.length < MOST_ROWS ? (
        <Button type="submit" name="edit" value="add" formNoValidate variant="default" size="md" onClick={edit("add")}>
          {t("proposals.add")}
        </Button>
      ) : null}
      <Total rows={rows} project={project} />
    </Panel>
  );
}

function Total({ rows, project }: { rows: readonly Row[]; project: Project }) {
  const { t } = useTranslation();
  const { budget } = project;
  const sum = sumOf(rows, budget.min.currency);
  return (
    <output className={classes.total}>
      <Facts
        rows={[
          { key: "price", name: t("proposals.price"), value: <Money value={sum} exact />, strong: true },
          { key: "days", name: t("proposals.days"), value: t("proposals.dayCount", { count: daysOf(rows) }) },
          { key: "budget", name: t("projects.budget"), value: <Budget of={budget} /> },
        ]}
      />
      {sum.amount > budget.max.amount ? <p className={classes.soft}>{t("proposals.above")}</p> : null}
      <p className={classes.soft}>{t("proposals.commission")}</p>
    </output>
  );
}

function MilestoneRow({
  row,
  number,
  wrong,
  change,
  remove,
}: {
  row: Row;
  number: number;
  wrong: ReadonlySet<keyof Row>;
  change: (field: keyof Row, text: string) => void;
  remove: ((event: React.MouseEvent) => void) | null;
}) {
  const { t } = useTranslation();
  const { dir } = useLocale();
  const field = (name: keyof Row) => ({
    ...{ name: fieldName(name), label: t(`proposals.row.${name}`), value: row[name], size: "md" as const },
    onChange: ({ currentTarget }: React.ChangeEvent<HTMLInputElement>) => change(name, currentTarget.value),
    ...(wrong.has(name) ? { error: t(`proposals.field.row.${name}`) } : {}),
    required: true,
  });
  return (
    <li>
      <fieldset className={classes.row}>
        <legend>{t("proposals.number", { number })}</legend>
        <div className={classes.wide}>
          <TextInput {...field("title")} maxLength={120} dir="auto" />
        </div>
        <TextInput {...field("amount")} inputMode="decimal" dir="ltr" />
        <TextInput {...field("days")} inputMode="numeric" dir="ltr" />
        <TextInput {...field("revisions")} inputMode="numeric" dir="ltr" />
        {remove ? (
          <button
            type="submit"
            name="edit"
            value={`remove.${number - 1}`}
            formNoValidate
            onClick={remove}
            className={classes.remove}
            dir={dir}
          >
            <CrossIcon size={16} /> {t("proposals.remove", { number })}
          </button>
        ) : null}
      </fieldset>
    </li>
  );
}
