import { useEffect, useRef, useState } from "react";
import { Form, useNavigation } from "react-router";
import type { Listing, ListingKind } from "../../api/selling.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { AlertIcon, CheckCircleIcon } from "../../ui/icons.tsx";
import { Callout } from "../../ui/panel.tsx";
import type { EditorAnswer } from "./answer.ts";
import type { CategoryChoice } from "./category-match.ts";
import { EditingContext } from "./editor-fields.tsx";
import { PackageRows, ParcelFields, PriceAndVariants, SpecificationRows, Words } from "./editor-sections.tsx";
import { afterRowAct, type Fields } from "./fields.ts";
import classes from "./listings.module.css";
import { useKept } from "./use-kept.ts";

type Given = {
  kind: ListingKind;
  /** Null while it was never saved. */
  listing: Listing | null;
  fields: Fields;
  answer: EditorAnswer | null;
  choices: readonly CategoryChoice[];
  currencies: readonly string[];
  pickup: string | null;
  idempotencyKey: string;
};

/** All that its seller writes about a listing, in one form that is saved at once. */
export function ContentForm(given: Given) {
  const { kind, listing, answer } = given;
  const { t } = useTranslation();
  const form = useRef<HTMLFormElement>(null);
  const first = answer?.fields ?? given.fields;
  const [shown, setShown] = useState({ fields: first, round: 0 });
  const { kept, keep, drop } = useKept(listing?.id ?? `new-${kind}`, answer?.saved ?? null);
  const errorOf = useErrors(answer?.wrong ?? {});
  const saved = answer?.saved ?? null;
  const latest = answer?.fields ?? null;
  useEffect(() => {
    // What was saved is shown as it was written down; everything else leaves the inputs alone.
    if (saved !== null && latest) setShown(({ round }) => ({ fields: latest, round: round + 1 }));
  }, [saved, latest]);
  const rowAct = (event: React.MouseEvent<HTMLButtonElement>, act: string) => {
    event.preventDefault();
    const { form: owner } = event.currentTarget;
    if (owner) setShown(({ round }) => ({ fields: afterRowAct(typedIn(owner), act), round }));
  };
  const bringBack = () => {
    if (kept) setShown(({ round }) => ({ fields: kept, round: round + 1 }));
    drop();
  };
  return (
    <EditingContext value={{ fields: shown.fields, errorOf, rowAct }}>
      <Form
        key={shown.round}
        ref={form}
        method="post"
        preventScrollReset
        className={classes.stack}
        onInput={(event) => keep(typedIn(event.currentTarget))}
        noValidate
      >
        {/* Whoever presses Enter in a field saves, and does not add a row. */}
        <button type="submit" name="intent" value="save" hidden />
        <IdempotencyField value={answer?.key ?? given.idempotencyKey} />
        <input type="hidden" name="kind" value={kind} />
        {listing ? <input type="hidden" name="version" value={listing.version} /> : null}
        {kept ? <KeptNotice bringBack={bringBack} drop={drop} /> : null}
        <Outcome answer={answer} />
        <Sections {...given} />
        <Buttons listing={listing} />
        {listing ? null : <p className={classes.soft}>{t("listing.afterFirst")}</p>}
      </Form>
    </EditingContext>
  );
}

function Sections({ kind, listing, choices, currencies, pickup }: Given) {
  return (
    <>
      <Words choices={choices} />
      {kind === "service" ? (
        <PackageRows currencies={currencies} />
      ) : (
        <PriceAndVariants kind={kind} listing={listing} currencies={currencies} />
      )}
      {kind === "physical" ? <ParcelFields pickup={pickup} /> : null}
      <SpecificationRows />
    </>
  );
}

function Outcome({ answer }: { answer: EditorAnswer | null }) {
  const { t } = useTranslation();
  const wrong = Object.keys(answer?.wrong ?? {}).length;
  const heading = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (answer && (answer.problem || wrong > 0)) heading.current?.scrollIntoView({ block: "center" });
  }, [answer, wrong]);
  if (!answer) return null;
  return (
    <div ref={heading} className={classes.stack}>
      {answer.saved === null ? null : (
        <Callout tone="good" icon={<CheckCircleIcon />} role="status" title={t("listing.saved")} />
      )}
      {answer.problem ? <ProblemCallout problem={answer.problem} about="listing" withoutMoney /> : null}
      {wrong > 0 && !answer.problem ? (
        <Callout tone="bad" icon={<AlertIcon />} role="alert" title={t("listing.wrongTitle", { count: wrong })}>
          <p>{t("listing.wrongText")}</p>
        </Callout>
      ) : null}
    </div>
  );
}

function KeptNotice({ bringBack, drop }: { bringBack: () => void; drop: () => void }) {
  const { t } = useTranslation();
  return (
    <Callout tone="wait" icon={<AlertIcon />} title={t("listing.keptTitle")}>
      <p>{t("listing.keptText")}</p>
      <div className={classes.buttons}>
        <Button size="md" onClick={bringBack}>
          {t("listing.keptBack")}
        </Button>
        <Button size="md" variant="default" onClick={drop}>
          {t("listing.keptDrop")}
        </Button>
      </div>
    </Callout>
  );
}

/** A draft has two ways on; what is for sale is saved, and that is all. */
function Buttons({ listing }: { listing: Listing | null }) {
  const { t } = useTranslation();
  const { state, formData } = useNavigation();
  const intent = state === "idle" ? null : formData?.get("intent");
  const submits = listing?.actions.includes("submit") ?? false;
  return (
    <div className={classes.saveBar}>
      {submits ? (
        <SubmitButton busy={intent === "save:submit"} size="lg" name="intent" value="save:submit">
          {t("listing.submit")}
        </SubmitButton>
      ) : null}
      <SubmitButton
        busy={intent === "save"}
        size="lg"
        name="intent"
        value="save"
        {...(submits ? { variant: "default" } : {})}
      >
        {t(listing ? (submits ? "listing.saveDraft" : "listing.saveActive") : "listing.saveFirst")}
      </SubmitButton>
    </div>
  );
}

function useErrors(wrong: Readonly<Record<string, string>>): (name: string) => string | undefined {
  const { t, i18n } = useTranslation();
  return (name) => {
    const what = wrong[name];
    if (what === undefined) return undefined;
    const key = `listing.wrong.${what}`;
    return i18n.exists(key) ? t(key) : t("listing.wrong.other");
  };
}

const NOT_TYPED = new Set(["intent", "idempotencyKey", "version", "kind"]);

const typedIn = (form: HTMLFormElement): Fields =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === "string" && !NOT_TYPED.has(name) ? [[name, value]] : [],
    ),
  );
