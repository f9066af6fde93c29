import { useState } from "react";
import { useFetcher } from "react-router";
import type { Problem } from "../../api/problem.ts";
import type { Order } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { FilePicker } from "../../ui/file-picker.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { useHydrated } from "../../ui/hydrated.tsx";
import { CheckCircleIcon } from "../../ui/icons.tsx";
import { Callout } from "../../ui/panel.tsx";
import classes from "./selling.module.css";

/** The packed parcel, shown to the buyer before it leaves: it goes into the order's thread, where it stays as evidence. */
export function ParcelPhoto({ order, idempotencyKey }: { order: Order; idempotencyKey: string }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const hydrated = useHydrated();
  const [uploading, setUploading] = useState(false);
  const fetcher = useFetcher<{ sent: boolean; problem: Problem | null; key: string }>();
  const answer = fetcher.data;
  if (answer?.sent)
    return <Callout tone="good" role="status" icon={<CheckCircleIcon />} title={t("dispatch.photoSent")} />;
  return (
    <details className={classes.photo}>
      <summary>{t("dispatch.photo")}</summary>
      <fetcher.Form method="post" action={to("/messages")} encType="multipart/form-data" className={classes.form}>
        <input type="hidden" name="intent" value="send" />
        <input type="hidden" name="kind" value="order" />
        <input type="hidden" name="subject" value={order.id} />
        <input type="hidden" name="back" value={to(`/orders/${order.id}/dispatch`)} />
        <input type="hidden" name="text" value={t("dispatch.photoText")} />
        {hydrated ? <input type="hidden" name="alive" value="1" /> : null}
        <IdempotencyField value={answer?.key ?? `${idempotencyKey}-photo`} />
        <p className={classes.soft}>{t("dispatch.photoHint")}</p>
        {answer?.problem ? <ProblemCallout problem={answer.problem} withoutMoney /> : null}
        <FilePicker purpose="message" most={5} label={t("dispatch.photo")} onBusy={setUploading} />
        <div>
          <SubmitButton busy={fetcher.state !== "idle"} disabled={uploading} variant="default">
            {t("dispatch.photoSend")}
          </SubmitButton>
        </div>
      </fetcher.Form>
    </details>
  );
}
