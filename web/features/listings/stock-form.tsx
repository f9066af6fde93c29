import { Form, useNavigation } from "react-router";
import type { Listing } from "../../api/selling.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { IdempotencyField, SubmitButton } from "../../ui/forms.tsx";
import classes from "./listings.module.css";
import { wordsOf } from "./words-of.ts";

/** How many pieces lie on the shelf, counted anew where they stand: of a product, or of each of its variants. */
export function StockForms({
  listing,
  wrong,
  idempotencyKey,
}: {
  listing: Listing;
  wrong: Readonly<Record<string, string>>;
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  const { lang } = useLocale();
  if (listing.kind !== "physical") return null;
  if (listing.variants.length === 0)
    return <StockForm listing={listing} variant="" shown={listing.stock} name={null} {...{ wrong, idempotencyKey }} />;
  return (
    <details className={classes.stockOf}>
      <summary>{t("listings.stockOfVariants", { count: listing.stock })}</summary>
      {listing.variants.map(({ id, choices, stock }) => (
        <StockForm
          key={id}
          {...{ listing, wrong, idempotencyKey }}
          variant={id}
          shown={stock}
          name={choices.map((choice) => wordsOf(choice, lang)).join(" · ")}
        />
      ))}
    </details>
  );
}

type Given = {
  listing: Listing;
  variant: string;
  shown: number;
  name: string | null;
  wrong: Readonly<Record<string, string>>;
  idempotencyKey: string;
};

function StockForm({ listing, variant, shown, name, wrong, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const { lang } = useLocale();
  const { state, formData } = useNavigation();
  const of = variant || listing.id;
  const busy = state !== "idle" && (formData?.get("variant") || formData?.get("listing")) === of;
  const title = [wordsOf(listing.title, lang), name].filter(Boolean).join(", ");
  return (
    <Form method="post" preventScrollReset className={classes.stock}>
      <input type="hidden" name="listing" value={listing.id} />
      <input type="hidden" name="variant" value={variant} />
      <input type="hidden" name="shown" value={shown} />
      <IdempotencyField value={idempotencyKey} />
      <label>
        <span>{name ?? t("listings.stock")}</span>
        <input
          key={shown}
          name="stock"
          defaultValue={shown}
          inputMode="numeric"
          pattern="[0-9]*"
          maxLength={7}
          size={5}
          dir="ltr"
          aria-label={t("listings.stockLabel", { title })}
          aria-invalid={wrong[`stock.${of}`] ? true : undefined}
        />
      </label>
      <SubmitButton
        busy={busy}
        variant="default"
        name="intent"
        value="stock"
        aria-label={t("listings.stockSaveLabel", { title })}
      >
        {t("listings.stockSave")}
      </SubmitButton>
      {wrong[`stock.${of}`] ? (
        <p className={classes.wrong} role="alert">
          {t("listing.wrong.stock")}
        </p>
      ) : null}
    </Form>
  );
}
