import { data, Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { AccountEntry, LedgerAccount } from "../../api/operations.ts";
import { read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { AccountEntries, Accounts } from "../../features/finance/accounts.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const given = (name: string) => searchParams.get(name) ?? "";
  const [family, account, currency] = [given("family"), given("account"), given("currency")];
  if (!/^[a-z_]{1,40}$/.test(family) || !/^[A-Z]{3,4}$/.test(currency)) throw data(null, { status: 404 });
  const after = searchParams.has("cursor") ? `&cursor=${encodeURIComponent(given("cursor"))}` : "";
  if (account === "") {
    const accounts = await read<Listed<LedgerAccount>>(
      args,
      `/finance/accounts?family=${family}&currency=${currency}&limit=50${after}`,
    );
    return { family, currency, accounts, of: null };
  }
  const shard = /^\d{1,3}$/.test(given("shard")) ? given("shard") : "0";
  const entries = await read<Listed<AccountEntry>>(
    args,
    `/finance/account-entries?account=${encodeURIComponent(account)}&shard=${shard}&currency=${currency}&limit=50${after}`,
  );
  return { family, currency, accounts: null, of: { account, shard, entries } };
}

export default function BooksOfAccounts() {
  const { t, i18n } = useTranslation();
  const { to } = useLocale();
  const { family, currency, accounts, of } = useLoaderData<typeof loader>();
  const name = i18n.exists(`books.family.${family}`) ? t(`books.family.${family}`) : family;
  const title = `${name} · ${currency}`;
  const above = `/finance/accounts?family=${family}&currency=${currency}`;
  return (
    <>
      <PageMeta title={title} noIndex />
      <PageTitle
        eyebrow={
          <>
            <Link to={to("/finance")}>{t("books.title")}</Link>
            {of ? (
              <>
                {" / "}
                <Link to={to(above)}>{name}</Link>
              </>
            ) : null}
          </>
        }
      >
        {title}
      </PageTitle>
      {accounts ? <Accounts accounts={accounts.data} next={accounts.nextCursor ?? null} above={above} /> : null}
      {of ? (
        <AccountEntries
          account={of.account}
          entries={of.entries.data}
          next={of.entries.nextCursor ?? null}
          above={`${above}&account=${encodeURIComponent(of.account)}&shard=${of.shard}`}
        />
      ) : null}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
