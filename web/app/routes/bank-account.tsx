import { useTranslation } from "react-i18next";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useActionData,
  useLoaderData,
} from "react-router";
import { command, keyAfter, newKey, read } from "../../api/server.ts";
import type { BankAccount, Listed } from "../../api/types.ts";
import { BankForm } from "../../features/selling/bank-form.tsx";
import { AccountCard } from "../../features/selling/bank-notice.tsx";
import classes from "../../features/selling/selling.module.css";
import { PageTitle, Panel } from "../../ui/panel.tsx";
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
  const sent = await command<BankAccount>(args, "POST", "/seller/bank-accounts", account, key);
  if (!sent.ok) return data({ problem: sent.problem, key: keyAfter(sent.problem, key) }, { status: 422 });
  throw redirect(`/${args.params.lang}/selling/bank-account`);
}

export default function BankAccountPage() {
  const { t } = useTranslation();
  const { accounts, key } = useLoaderData<typeof loader>();
  const failed = useActionData<typeof action>();
  return (
    <>
      <PageMeta title={t("bank.title")} noIndex />
      <PageTitle>{t("bank.title")}</PageTitle>
      <div className={classes.bank}>
        {accounts.map((account) => (
          <AccountCard key={account.id} account={account} />
        ))}
        <Panel title={t(accounts.length > 0 ? "bank.another" : "bank.add")}>
          <BankForm problem={failed?.problem ?? null} idempotencyKey={failed?.key ?? key} />
        </Panel>
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
