import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router";
import { statusOf } from "../../api/problem.ts";
import { keyAfter, newKey, read } from "../../api/server.ts";
import { confirmable } from "../../api/step-up.ts";
import type { BankAccount, Listed } from "../../api/types.ts";
import { BankForm } from "../../features/selling/bank-form.tsx";
import { AccountCard } from "../../features/selling/bank-notice.tsx";
import classes from "../../features/selling/selling.module.css";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle, Panel } from "../../ui/panel.tsx";
import { StepUp } from "../../ui/step-up.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const list = await read<Listed<BankAccount>>(args, "/seller/bank-accounts");
  return { accounts: list.data, key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const key = text("idempotencyKey") || newKey();
  const account = {
    holderName: text("holderName"),
    accountNumber: text("accountNumber"),
    ifsc: text("ifsc").toUpperCase(),
    kind: text("kind"),
  };
  if (form.get("change") !== null) return data({ problem: null, input: account, key });
  const call = { method: "POST", path: "/seller/bank-accounts", body: account, key } as const;
  const sent = await confirmable<BankAccount>(args, form, call);
  if (!sent.ok)
    return data(
      { problem: sent.problem, input: account, key: keyAfter(sent.problem, key) },
      { status: statusOf(sent.problem) },
    );
  throw redirect(`/${args.params.lang}/selling/bank-account`);
}

export default function BankAccountPage() {
  const { t } = useTranslation();
  const { accounts, key } = useLoaderData<typeof loader>();
  const failed = useAnswer<typeof action>();
  const idempotencyKey = failed?.key ?? key;
  return (
    <>
      <PageMeta title={t("bank.title")} noIndex />
      <PageTitle>{t("bank.title")}</PageTitle>
      <div className={classes.bank}>
        {accounts.map((account) => (
          <AccountCard key={account.id} account={account} />
        ))}
        <Panel title={t(accounts.length > 0 ? "bank.another" : "bank.add")}>
          {failed?.problem?.challenge ? (
            <StepUp
              problem={failed.problem}
              fields={{ ...failed.input, idempotencyKey }}
              back={{ name: "change", value: "1" }}
            />
          ) : (
            <BankForm problem={failed?.problem ?? null} input={failed?.input ?? {}} idempotencyKey={idempotencyKey} />
          )}
        </Panel>
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
