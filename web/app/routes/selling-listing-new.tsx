import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { Currency } from "../../api/selling.ts";
import { newKey, read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { ContentForm } from "../../features/listings/content-form.tsx";
import { emptyFields } from "../../features/listings/fields.ts";
import { KindChoice } from "../../features/listings/kind-choice.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { choicesFor } from "../categories.server.ts";
import { ErrorPage } from "../error-page.tsx";
import { createListing, kindIn } from "../listing-acts.ts";
import { PageMeta } from "../page-meta.tsx";
import { pickupOf } from "../pickup.ts";

export async function loader(args: LoaderFunctionArgs) {
  const kind = kindIn(new URL(args.request.url).searchParams.get("kind"));
  const [currencies, pickup] = await Promise.all([read<Listed<Currency>>(args, "/currencies"), pickupOf(args)]);
  const codes = currencies.data.map(({ code }) => code);
  return { kind, currencies: codes, choices: kind ? choicesFor(kind) : [], pickup, key: newKey() };
}

export const action = (args: ActionFunctionArgs) => createListing(args);

export default function NewListing() {
  const { t } = useTranslation();
  const { kind, currencies, choices, pickup, key } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>() ?? null;
  const title = t(kind ? `listing.newOf.${kind}` : "listing.new");
  return (
    <>
      <PageMeta title={title} noIndex />
      <PageTitle>{title}</PageTitle>
      {kind ? (
        <ContentForm
          key={kind}
          {...{ kind, answer, choices, currencies, pickup }}
          listing={null}
          fields={emptyFields(kind, currencies[0] ?? "")}
          idempotencyKey={key}
        />
      ) : (
        <KindChoice />
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
