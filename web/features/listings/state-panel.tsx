import { Form, Link, useNavigation } from "react-router";
import { type Listing, shelfOf } from "../../api/selling.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { EyeIcon } from "../../ui/edit-icons.tsx";
import { Confirmed, IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { AlertIcon } from "../../ui/icons.tsx";
import { Callout } from "../../ui/panel.tsx";
import type { EditorAnswer } from "./answer.ts";
import classes from "./listings.module.css";
import { ShelfBadge } from "./shelf-badge.tsx";

/** Where a listing stands, what comes next, and what else can be done with it now. */
export function StatePanel({
  listing,
  answer,
  idempotencyKey,
}: {
  listing: Listing;
  answer: EditorAnswer | null;
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const shelf = shelfOf(listing);
  const key = answer?.key ?? idempotencyKey;
  return (
    <aside className={classes.statePanel} aria-label={t("listing.state")}>
      <ShelfBadge shelf={shelf} />
      <p>{t(`listing.next.${shelf}`)}</p>
      {listing.rejection === null || listing.state === "under_review" ? null : (
        <Callout tone="bad" icon={<AlertIcon />} title={t("listings.rejectedBecause")}>
          <p>
            <bdi>{listing.rejection}</bdi>
          </p>
        </Callout>
      )}
      {answer?.problem ? <ProblemCallout problem={answer.problem} about="listing" withoutMoney /> : null}
      <div className={classes.buttons}>
        <Button
          component={Link}
          to={to(`/selling/listings/${listing.id}/preview`)}
          variant="default"
          size="md"
          leftSection={<EyeIcon />}
        >
          {t("listing.preview")}
        </Button>
        <Moves listing={listing} idempotencyKey={key} />
      </div>
    </aside>
  );
}

const MOVES = ["withdraw", "activate", "deactivate"] as const;

/** What a listing can be moved to from here; a draft is submitted with what is written in it. */
export function Moves({ listing, idempotencyKey }: { listing: Listing; idempotencyKey: string }) {
  const { t } = useTranslation();
  const { state, formData } = useNavigation();
  const possible = MOVES.filter((move) => listing.actions.includes(move));
  return (
    <>
      {possible.map((move) => (
        <Form key={move} method="post" preventScrollReset>
          <IdempotencyField value={idempotencyKey} />
          <input type="hidden" name="listing" value={listing.id} />
          <SubmitButton
            busy={
              state !== "idle" && formData?.get("intent") === `move:${move}` && formData.get("listing") === listing.id
            }
            variant={move === "activate" ? "filled" : "default"}
            name="intent"
            value={`move:${move}`}
          >
            {t(`listings.move.${move}`)}
          </SubmitButton>
        </Form>
      ))}
      {listing.actions.includes("delete") ? <Remove listing={listing} idempotencyKey={idempotencyKey} /> : null}
    </>
  );
}

function Remove({ listing, idempotencyKey }: { listing: Listing; idempotencyKey: string }) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  return (
    <Confirmed label={t("listings.remove")} title={t("listings.removeTitle")} button={{ variant: "subtle" }}>
      {(close) => (
        <Form method="post" className={classes.stack}>
          <IdempotencyField value={idempotencyKey} />
          <input type="hidden" name="listing" value={listing.id} />
          <p>{t("listings.removeText")}</p>
          <div className={classes.buttons}>
            <Button variant="default" size="md" onClick={close}>
              {t("listings.removeKeep")}
            </Button>
            <SubmitButton busy={busy} variant="danger" name="intent" value="delete">
              {t("listings.remove")}
            </SubmitButton>
          </div>
        </Form>
      )}
    </Confirmed>
  );
}
