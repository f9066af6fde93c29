import { Link } from "react-router";
import type { Problem } from "../../api/problem.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { ProblemCallout } from "../../ui/forms.tsx";
import { CheckCircleIcon } from "../../ui/icons.tsx";
import { Callout } from "../../ui/panel.tsx";
import classes from "./cart.module.css";

/** What came of laying something into the cart, and the way there. */
export function AddedToCart({ problem }: { problem: Problem | null }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <div className={classes.added}>
      {problem ? (
        <ProblemCallout problem={problem} />
      ) : (
        <Callout tone="good" role="status" icon={<CheckCircleIcon />} title={t("catalog.added")}>
          <p>{t("catalog.addedText")}</p>
          <p>
            <Button component={Link} to={to("/cart")} size="sm">
              {t("catalog.toCart")}
            </Button>
          </p>
        </Callout>
      )}
    </div>
  );
}
