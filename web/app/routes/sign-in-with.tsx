import { type LoaderFunctionArgs, redirect, useLoaderData } from "react-router";
import { readOptional } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import classes from "../../features/consent/consent.module.css";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { AlertIcon, CheckCircleIcon, ShieldIcon } from "../../ui/icons.tsx";
import { Callout, EmptyState, PageTitle } from "../../ui/panel.tsx";
import { ownPath } from "../own-path.ts";
import { PageMeta } from "../page-meta.tsx";

/** What became of an attempt, as the API says it in the address. */
const OUTCOMES = [
  ...["linked", "cancelled", "expired", "refused", "unavailable"],
  ...["suspended", "no_verified_address", "account_exists", "linked_already"],
];

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const providers = await readOptional<Listed<{ name: string; label: string }>>(args, "/auth/oidc");
  const next = ownPath(searchParams.get("next")) ?? `/${args.params.lang}`;
  if (searchParams.get("outcome") === "second_factor")
    throw redirect(`/${args.params.lang}/second-factor?next=${encodeURIComponent(next)}`);
  return {
    providers: providers?.data ?? [],
    outcome: OUTCOMES.find((known) => known === searchParams.get("outcome")) ?? null,
    next,
  };
}

export default function SignInWithPage() {
  const { t } = useTranslation();
  const { providers, outcome, next } = useLoaderData<typeof loader>();
  const good = outcome === "linked";
  return (
    <>
      <PageMeta title={t("signInWith.title")} noIndex />
      <PageTitle>{t("signInWith.title")}</PageTitle>
      <div className={classes.consent}>
        {outcome ? (
          <Callout
            tone={good ? "good" : "bad"}
            role={good ? "status" : "alert"}
            icon={good ? <CheckCircleIcon /> : <AlertIcon />}
          >
            <p>{t(`signInWith.outcome.${outcome}`)}</p>
          </Callout>
        ) : null}
        {providers.length > 0 ? (
          <ul className={classes.providers}>
            {providers.map(({ name, label }) => (
              <li key={name}>
                <Button
                  component="a"
                  href={`/api/v1/auth/oidc/${name}/start?next=${encodeURIComponent(next)}`}
                  variant="default"
                  size="md"
                  fullWidth
                >
                  {t("signInWith.with", { label })}
                </Button>
              </li>
            ))}
          </ul>
        ) : (
          <EmptyState title={t("signInWith.noneTitle")} icon={<ShieldIcon size={26} />} />
        )}
      </div>
    </>
  );
}
