import { type ActionFunctionArgs, data, Link, type LoaderFunctionArgs, redirect } from "react-router";
import { command, keyAfter, newKey } from "../../api/server.ts";
import type { Linked } from "../../features/library/download-file.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { ProblemCallout } from "../../ui/forms.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";

export const loader = ({ params }: LoaderFunctionArgs) => redirect(`/${params.lang}/library`);

/** A link to one file that was bought. Without script the browser is led to the file; with it the page that asked goes there. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const path = `/library/${pathPart(args.params.id)}/link`;
  const sent = await command<{ url: string }>(args, "POST", path, { fileId: form.get("file") }, key);
  if (!sent.ok)
    return data<Linked>({ url: null, problem: sent.problem, key: keyAfter(sent.problem, key) }, { status: 422 });
  if (form.get("by") !== "script") throw redirect(sent.value.url, 303);
  return data<Linked>({ url: sent.value.url, problem: null, key: newKey() });
}

/** Reached without script alone, when there is no file to be led to. */
export default function LibraryDownload() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const problem = useAnswer<typeof action>()?.problem;
  return (
    <>
      <PageMeta title={t("library.title")} noIndex />
      <PageTitle>{t("library.title")}</PageTitle>
      {problem ? <ProblemCallout problem={problem} withoutMoney /> : null}
      <p>
        <Link to={to("/library")}>{t("library.back")}</Link>
      </p>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
