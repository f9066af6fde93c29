import { type ActionFunctionArgs, data, Link, type LoaderFunctionArgs, redirect } from "react-router";
import { textsIn } from "../../api/attempt.ts";
import type { Consent } from "../../api/disputes.ts";
import { type Problem, unreadable } from "../../api/problem.ts";
import { answersItselfContext, command, keyAfter, newKey, type Sent } from "../../api/server.ts";
import type { OfferAnswer } from "../../features/settlement/offer-answer.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { amountIn } from "../../ui/amount-in.ts";
import { useAnswer } from "../../ui/answer.ts";
import { ProblemCallout } from "../../ui/forms.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";

/** Offers stand on the page of their order or dispute; only their forms lead here, and stay when they are refused. */
export const loader = ({ params, context }: LoaderFunctionArgs) =>
  context.get(answersItselfContext).asked ? null : redirect(`/${params.lang}/orders/${pathPart(params.id)}#offers`);

const VERBS = ["accept", "decline", "withdraw"];

export async function action(args: ActionFunctionArgs) {
  const { idempotencyKey: key = newKey(), alive, ...input } = textsIn(await args.request.formData());
  const sent = await asked(args, input, key);
  const back = backIn(args, input.back);
  if (sent.ok && alive === undefined) throw redirect(back);
  const problem: Problem | null = sent.ok ? null : sent.problem;
  args.context.get(answersItselfContext).asked = true;
  const answer: OfferAnswer = { done: sent.ok, problem, input, key: problem ? keyAfter(problem, key) : newKey() };
  return data({ ...answer, back }, { status: problem ? 422 : 200 });
}

async function asked(args: ActionFunctionArgs, input: Record<string, string>, key: string): Promise<Sent<Consent>> {
  const path = `/orders/${pathPart(args.params.id)}/consents`;
  const { verb = "", what, refund: text, currency, hours, note } = input;
  if (VERBS.includes(verb))
    return await command(args, "POST", `${path}/${pathPart(input.consent)}/${verb}`, {}, `${key}:${verb}`);
  const refund = what === "settle" ? amountIn(text, currency) : undefined;
  if (refund === null) return { ok: false, problem: unreadable("refund") };
  const body = {
    what,
    ...(refund && { refund }),
    ...(what === "extend" && { hours: Number(hours) }),
    ...(note && { note }),
  };
  return await command(args, "POST", path, body, `${key}:ask`);
}

const backIn = ({ params }: ActionFunctionArgs, back = ""): string =>
  back.startsWith(`/${params.lang}/`) ? back : `/${params.lang}/orders/${pathPart(params.id)}`;

/** Where a form without a script was refused. */
export default function Offers() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const answer = useAnswer<typeof action>();
  return (
    <>
      <PageMeta title={t("offer.failedTitle")} noIndex />
      <PageTitle>{t("offer.failedTitle")}</PageTitle>
      {answer?.problem ? <ProblemCallout problem={answer.problem} /> : null}
      <p>
        <Link to={answer?.back ?? to("/orders")}>{t("offer.back")}</Link>
      </p>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
