import type { Attempt } from "../../api/attempt.ts";
import type { Entries } from "../../api/finance.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { type Fields, Previewed } from "../../ui/previewed.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import classes from "./finance.module.css";
import { Outcome } from "./outcome.tsx";

/** An act of staff on one item of a list: folded away, with a reason that is kept, and its entries shown before it is posted. */
export function ReasonedAct<Planned extends Entries = Entries>({
  id,
  intent,
  attempt,
  idempotencyKey,
  words,
  longestReason,
  more,
  outcome,
}: {
  id: string;
  intent: string;
  attempt: Attempt<Planned> | null;
  idempotencyKey: string;
  words: { open: string; confirm: string; done: string };
  /** Null: the reason was given before. */
  longestReason: number | null;
  /** What else must be said, before the reason. */
  more?: (field: Fields) => React.ReactNode;
  /** Where the entries alone do not say what will happen. */
  outcome?: (planned: Planned, input: Record<string, string>) => React.ReactNode;
}) {
  const { t } = useTranslation();
  // What was done is said at the top of the page; the list is read anew meanwhile.
  if (attempt?.form === id && attempt.step === "done") return null;
  const { open, confirm, done } = words;
  return (
    <details className={classes.act} open={attempt?.form === id || undefined}>
      <summary>{open}</summary>
      <Previewed<Planned>
        form={id}
        intent={intent}
        attempt={attempt}
        idempotencyKey={idempotencyKey}
        words={{ preview: t("preview.show"), planned: t("preview.planned"), confirm, done }}
        outcome={outcome ?? (({ entries }, input) => <Outcome entries={entries} reason={input.reason} />)}
        fields={(field) => (
          <div className={classes.fields}>
            {more?.(field)}
            {longestReason === null ? null : (
              <ReasonField value={field.input.reason} error={field.errorOf("reason")} longest={longestReason} />
            )}
          </div>
        )}
      />
    </details>
  );
}
