import { type ActionFunctionArgs, data, Form, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { command, newKey, read } from "../../api/server.ts";
import type { User } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { IdempotencyField, SubmitButton } from "../../ui/forms.tsx";
import { AlertIcon, CheckCircleIcon, PersonIcon } from "../../ui/icons.tsx";
import { Callout, PageTitle, Panel } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";

/** Whoever follows the link of an invitation signs in first; the link says nothing about the company. */
export async function loader(args: LoaderFunctionArgs) {
  await read<User>(args, "/users/me");
  return { key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const sent = await command(args, "POST", "/invitations/accept", { token: args.params.token }, key);
  return data({ joined: sent.ok }, { status: sent.ok ? 200 : 422 });
}

export default function Join() {
  const { t } = useTranslation();
  const { key } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>();
  return (
    <>
      <PageMeta title={t("join.title")} noIndex />
      <PageTitle>{t("join.title")}</PageTitle>
      <Panel title={t("join.title")} icon={<PersonIcon />}>
        {answer ? (
          <Callout
            tone={answer.joined ? "good" : "bad"}
            icon={answer.joined ? <CheckCircleIcon /> : <AlertIcon />}
            title={t(answer.joined ? "join.done" : "join.refused")}
            role={answer.joined ? "status" : "alert"}
          />
        ) : (
          <Form method="post">
            <p>{t("join.text")}</p>
            <IdempotencyField value={key} />
            <SubmitButton busy={false}>{t("join.confirm")}</SubmitButton>
          </Form>
        )}
      </Panel>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
