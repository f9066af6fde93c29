import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  useLoaderData,
  useRouteLoaderData,
} from "react-router";
import { type Attempt, attempt } from "../../api/attempt.ts";
import type { Debt, Entries, PayoutGroup, Sending, StaffPayout } from "../../api/finance.ts";
import { unreadable } from "../../api/problem.ts";
import { newKey, read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { AskedNext } from "../../features/finance/asked-next.tsx";
import { Debts } from "../../features/finance/debts.tsx";
import classes from "../../features/finance/finance.module.css";
import { GROUPS, PayoutsPanel } from "../../features/finance/payouts.tsx";
import { SendingOutcome } from "../../features/finance/sending-outcome.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { amountIn } from "../../ui/amount-in.ts";
import { useAnswer } from "../../ui/answer.ts";
import { CheckCircleIcon } from "../../ui/icons.tsx";
import { useLookAgain } from "../../ui/look-again.ts";
import { Moment } from "../../ui/moment.tsx";
import { Callout, PageTitle } from "../../ui/panel.tsx";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import type { ShellData } from "../shell-data.ts";

const LOOK_AGAIN_MS = 20_000;
const PAGE_SIZE = 50;

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const only = GROUPS.find((group) => group === searchParams.get("group")) ?? null;
  const cursor = searchParams.get("cursor");
  const after = only && cursor ? `&cursor=${pathPart(cursor)}` : "";
  const listed = async (group: PayoutGroup) => ({
    group,
    payouts: await read<Listed<StaffPayout>>(args, `/finance/payouts?group=${group}&limit=${PAGE_SIZE}${after}`),
  });
  const [groups, debts] = await Promise.all([
    Promise.all((only ? [only] : GROUPS).map(listed)),
    read<Listed<Debt>>(args, "/finance/debts"),
  ]);
  return { groups, only, debts: debts.data, key: newKey(), readAt: realNow() };
}

type Answer = ({ intent: "send-again" } & Attempt<Sending>) | ({ intent: "ask-write-off" } & Attempt<Entries>);

export async function action(args: ActionFunctionArgs) {
  const answer = await answerTo(args, await args.request.formData());
  return data(answer, { status: answer.problem ? 422 : 200 });
}

async function answerTo(args: ActionFunctionArgs, form: FormData): Promise<Answer> {
  const intent = form.get("intent");
  const id = pathPart(String(form.get("form") ?? ""));
  if (intent === "ask-write-off") return { ...(await askWriteOff(args, form)), intent };
  const path = `/finance/payouts/${id}/send-again`;
  const made = await attempt<Sending>(args, form, ({ reason }) => ({
    preview: { path: `${path}/preview`, body: {} },
    send: { path, body: { reason } },
  }));
  return { ...made, intent: "send-again" };
}

/** Asking posts nothing; its outcome has no entries, because another must approve first. */
async function askWriteOff(args: ActionFunctionArgs, form: FormData): Promise<Attempt<Entries>> {
  const path = "/finance/write-offs";
  return await attempt<Entries>(args, form, ({ userId, amount: text, currency, reason }) => {
    const amount = amountIn(text, currency);
    if (!amount) return { problem: unreadable("amount") };
    const debt = { userId, amount };
    return { preview: { path: `${path}/preview`, body: debt }, send: { path, body: { ...debt, reason } } };
  });
}

export default function Payouts() {
  const { t } = useTranslation();
  const { groups, only, debts, key, readAt } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>() ?? null;
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const now = shell?.clock?.now ?? readAt;
  const idempotencyKey = answer?.key ?? key;
  const sending = answer?.intent === "send-again" ? answer : null;
  const giving = answer && answer.intent !== "send-again" ? answer : null;
  const writing = { attempt: giving, idempotencyKey, me: shell?.me?.id ?? null };
  useLookAgain(true, LOOK_AGAIN_MS);
  return (
    <>
      <PageMeta title={t("outgoing.title")} noIndex />
      <PageTitle
        aside={
          <p className={classes.soft}>
            {t("books.readAt")} <Moment at={now} />
          </p>
        }
      >
        {t("outgoing.title")}
      </PageTitle>
      <div className={classes.page}>
        <Told answer={answer} />
        {only ? (
          <p>
            <Link to="?">{t("outgoing.all")}</Link>
          </p>
        ) : null}
        {groups.map(({ group, payouts }) => (
          <PayoutsPanel key={group} {...{ group, payouts, now, idempotencyKey }} attempt={sending} />
        ))}
        <Debts debts={debts} {...writing} />
      </div>
    </>
  );
}

/** What was just done is said at the top, because what it was done to has left its list. */
function Told({ answer }: { answer: Answer | null }) {
  const { t } = useTranslation();
  if (answer?.step !== "done" || answer.outcome === null) return null;
  const { intent, input } = answer;
  const title = { "send-again": "outgoing.again.done", "ask-write-off": "approval.proposed" } as const;
  return (
    <Callout tone="good" icon={<CheckCircleIcon />} title={t(title[intent])} role="status">
      {intent === "send-again" ? <SendingOutcome sending={answer.outcome} reason={input.reason} /> : null}
      {intent === "ask-write-off" ? <AskedNext /> : null}
    </Callout>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
