import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { Agreement } from "../../api/negotiations.ts";
import { newKey, read, readOptional } from "../../api/server.ts";
import type { Order } from "../../api/types.ts";
import classes from "../../features/agreements/agreements.module.css";
import { Amendments } from "../../features/agreements/amendments.tsx";
import { AgreementNow } from "../../features/agreements/now.tsx";
import { SignForm } from "../../features/agreements/sign-form.tsx";
import { Signatures } from "../../features/agreements/signatures.tsx";
import { amendmentOf } from "../../features/agreements/standing.ts";
import { AgreedTerms } from "../../features/agreements/terms-panel.tsx";
import { AgreementText } from "../../features/agreements/text.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { actOnAgreement } from "../agreement-acts.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";

export async function loader(args: LoaderFunctionArgs) {
  const agreement = await read<Agreement>(args, `/agreements/${pathPart(args.params.id)}`);
  const { orderId } = agreement;
  return { agreement, order: orderId ? await readOptional<Order>(args, `/orders/${orderId}`) : null, key: newKey() };
}

export const action = (args: ActionFunctionArgs) => actOnAgreement(args);

export default function AgreementPage() {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const { agreement, order, key } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>() ?? null;
  const signing = answer?.intent === "sign" ? answer : null;
  const amending = answer && answer.intent !== "sign" ? answer : null;
  const title = say(agreement.terms.item.title);
  const changes = <Amendments agreement={agreement} answer={amending} idempotencyKey={`${key}-amend`} />;
  const waits = amendmentOf(agreement) !== null;
  return (
    <>
      <PageMeta title={`${t("agreement.one")} · ${title}`} noIndex />
      <PageTitle
        eyebrow={<Link to={to("/agreements")}>{t("agreement.title")}</Link>}
        aside={<Link to={to(`/negotiations/${agreement.negotiationId}`)}>{t("agreement.toNegotiation")}</Link>}
      >
        {title}
      </PageTitle>
      <div className={classes.page}>
        <AgreementNow agreement={agreement} order={order} />
        <div className={classes.columns}>
          <div className={classes.column}>
            {waits ? changes : null}
            <AgreementText agreement={agreement} />
            <SignForm
              agreement={agreement}
              problem={signing?.problem ?? null}
              input={signing?.input ?? {}}
              idempotencyKey={signing?.key ?? key}
            />
            {waits ? null : changes}
          </div>
          <div className={classes.column}>
            <AgreedTerms agreement={agreement} />
            <Signatures agreement={agreement} />
          </div>
        </div>
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
