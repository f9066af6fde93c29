import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { command, keyAfter, newKey, read, readOptional } from "../../api/server.ts";
import type { User } from "../../api/types.ts";
import { ConsentForm } from "../../features/consent/consent-form.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { ProblemCallout } from "../../ui/forms.tsx";
import { GoingOn } from "../../ui/going-on.tsx";
import { ShieldIcon } from "../../ui/icons.tsx";
import { EmptyState, PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";

/** What a program asks for in the address (RFC 6749 §4.1.1, RFC 7636 §4.3). */
function askedIn(request: Request) {
  const { searchParams } = new URL(request.url);
  const text = (name: string) => searchParams.get(name) ?? "";
  return {
    clientId: text("client_id"),
    redirectUri: text("redirect_uri"),
    responseType: text("response_type"),
    scope: text("scope"),
    state: searchParams.get("state"),
    codeChallenge: text("code_challenge"),
    codeChallengeMethod: text("code_challenge_method"),
  };
}

const CLIENT_ID = /^cli_[0-9a-f]{32}$/;

export async function loader(args: LoaderFunctionArgs) {
  const { clientId, redirectUri, scope } = askedIn(args.request);
  const me = await read<User>(args, "/users/me");
  const client = CLIENT_ID.test(clientId)
    ? await readOptional<{ id: string; name: string }>(args, `/oauth/clients/${clientId}`)
    : null;
  const host = URL.canParse(redirectUri) ? new URL(redirectUri).host : "";
  const scopes = [...new Set(scope.split(" ").filter(Boolean))].slice(0, 20);
  return { me: me.name, client: host === "" ? null : client, host, scopes, key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const { state, ...asked } = askedIn(args.request);
  const decision = form.get("decision") === "approve" ? "approve" : "deny";
  const body = { ...asked, ...(state !== null && { state }), decision };
  const sent = await command<{ redirectTo: string }>(args, "POST", "/oauth/consents", body, key);
  if (sent.ok) return { redirectTo: sent.value.redirectTo, problem: null, key };
  return data({ redirectTo: null, problem: sent.problem, key: keyAfter(sent.problem, key) }, { status: 422 });
}

export default function AuthorizePage() {
  const { t } = useTranslation();
  const { me, client, host, scopes, key } = useLoaderData<typeof loader>();
  const decided = useAnswer<typeof action>();
  return (
    <>
      <PageMeta title={t("authorize.title")} noIndex />
      <PageTitle>{t("authorize.title")}</PageTitle>
      {decided?.problem ? <ProblemCallout problem={decided.problem} about="authorize" /> : null}
      {decided?.redirectTo ? (
        <GoingOn to={decided.redirectTo} title={t("authorize.backTitle")} link={t("authorize.backLink")} />
      ) : client ? (
        <ConsentForm me={me} client={client.name} host={host} scopes={scopes} idempotencyKey={decided?.key ?? key} />
      ) : (
        <EmptyState title={t("authorize.unknownTitle")} icon={<ShieldIcon size={26} />}>
          <p>{t("authorize.unknownText")}</p>
        </EmptyState>
      )}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
