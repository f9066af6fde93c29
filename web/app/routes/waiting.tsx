import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { read } from "../../api/server.ts";
import type { User } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import type { Kept } from "../../offline/entry.ts";
import classes from "../../offline/offline.module.css";
import { useWaiting } from "../../offline/waiting.ts";
import { WaitingCard } from "../../offline/waiting-state.tsx";
import { CheckCircleIcon } from "../../ui/icons.tsx";
import { EmptyState, PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { id } = await read<User>(args, "/users/me");
  return { me: id };
}

/** What this browser keeps for its reader until it is sent. The server knows nothing of it yet. */
export default function WaitingPage() {
  const { t } = useTranslation();
  const { me } = useLoaderData<typeof loader>();
  const { entries } = useWaiting();
  const mine = entries.filter(({ person }) => person === me);
  return (
    <>
      <PageMeta title={t("waiting.title")} noIndex />
      <PageTitle>{t("waiting.title")}</PageTitle>
      <div className={classes.list}>
        <p className={classes.soft}>{t("waiting.text")}</p>
        {mine.length === 0 ? (
          <EmptyState title={t("waiting.none")} icon={<CheckCircleIcon size={26} />}>
            <p>{t("waiting.noneText")}</p>
          </EmptyState>
        ) : (
          <ul className={classes.list}>
            {mine.map((one) => (
              <li key={one.key}>
                <WaitingCard one={one}>
                  <Written one={one} />
                </WaitingCard>
              </li>
            ))}
          </ul>
        )}
      </div>
    </>
  );
}

function Written({ one }: { one: Kept }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <p>
      <Link to={to(one.page)}>{t("waiting.where")}</Link>
    </p>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
