import {
  type ActionFunctionArgs,
  Form,
  type LoaderFunctionArgs,
  redirectDocument,
  useLoaderData,
  useNavigation,
  useRouteLoaderData,
} from "react-router";
import { command, keyAfter, newKey, readOptional } from "../../api/server.ts";
import type { DemoUser, Listed } from "../../api/types.ts";
import { UserCards } from "../../features/sandbox/user-cards.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { ShieldIcon } from "../../ui/icons.tsx";
import { Callout, EmptyState, PageTitle } from "../../ui/panel.tsx";
import { ownPath } from "../own-path.ts";
import { PageMeta } from "../page-meta.tsx";
import type { ShellData } from "../shell-data.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const users = await readOptional<Listed<DemoUser>>(args, "/sandbox/users");
  return {
    users: users?.data ?? null,
    asked: searchParams.get("as"),
    next: ownPath(searchParams.get("next")),
    key: newKey(),
  };
}

/** Where each kind of demo person begins; the others on the start page. */
const FIRST_PAGES: Record<string, string> = { seller: "/selling", finance: "/finance" };

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const user = form.get("user");
  const signOut = typeof user !== "string";
  const sent = signOut
    ? await command<unknown>(args, "POST", "/sandbox/sign-out", {}, `${key}:out`)
    : await command<unknown>(args, "POST", "/sandbox/sign-in", { user }, `${key}:${user}`);
  if (!sent.ok) return { problem: sent.problem, key: keyAfter(sent.problem, key) };
  const home = `/${args.params.lang}`;
  const first = `${home}${FIRST_PAGES[String(user).split("-")[0] ?? ""] ?? ""}`;
  throw redirectDocument(signOut ? home : (ownPath(form.get("next")) ?? first));
}

export default function SignIn() {
  const { t } = useTranslation();
  const { users, asked, next, key } = useLoaderData<typeof loader>();
  const failed = useAnswer<typeof action>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const me = shell?.me ?? null;
  const busy = useNavigation().state !== "idle";
  return (
    <>
      <PageMeta title={t("session.pageTitle")} noIndex />
      <PageTitle>{t("session.pageTitle")}</PageTitle>
      <div style={{ display: "grid", gap: "var(--space-5)" }}>
        {failed ? <ProblemCallout problem={failed.problem} /> : null}
        {users ? (
          <>
            <Callout tone="held" icon={<ShieldIcon />} title={t("session.demoTitle")}>
              <p>{t("session.demoText")}</p>
            </Callout>
            <UserCards users={users} me={me} asked={asked} next={next} idempotencyKey={failed?.key ?? key} />
          </>
        ) : (
          <EmptyState title={t("session.noneTitle")} icon={<ShieldIcon size={26} />}>
            <p>{t("session.noneText")}</p>
          </EmptyState>
        )}
        {me && users ? (
          <Form method="post">
            <IdempotencyField value={failed?.key ?? key} />
            <SubmitButton busy={busy} variant="default">
              {t("session.signOut")}
            </SubmitButton>
          </Form>
        ) : null}
      </div>
    </>
  );
}
