import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useLoaderData,
  useRouteLoaderData,
} from "react-router";
import { type Attempt, attempt, textsIn } from "../../api/attempt.ts";
import { type Problem, statusOf, unreadable } from "../../api/problem.ts";
import { keyAfter, newKey, read } from "../../api/server.ts";
import { confirmable } from "../../api/step-up.ts";
import type { Listed } from "../../api/types.ts";
import type { Balance, OwnBankAccount, Schedule, WalletEntry, Withdrawal, WithdrawalPlan } from "../../api/wallet.ts";
import { BankAccounts } from "../../features/wallet/accounts.tsx";
import { BalanceBar, Currencies } from "../../features/wallet/balance.tsx";
import { WalletEntries } from "../../features/wallet/entries.tsx";
import { PeriodChoice } from "../../features/wallet/period-choice.tsx";
import { ScheduleForm } from "../../features/wallet/schedule.tsx";
import { scheduleIn } from "../../features/wallet/schedule-input.ts";
import classes from "../../features/wallet/wallet.module.css";
import { Withdraw } from "../../features/wallet/withdraw.tsx";
import { Withdrawals } from "../../features/wallet/withdrawals.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { amountIn } from "../../ui/amount-in.ts";
import { useAnswer } from "../../ui/answer.ts";
import { ProblemCallout } from "../../ui/forms.tsx";
import { DocumentIcon } from "../../ui/icons.tsx";
import { PageTitle, Panel } from "../../ui/panel.tsx";
import { StepUp } from "../../ui/step-up.tsx";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import type { ShellData } from "../shell-data.ts";

const FIRST_CURRENCY = "INR";
const PAGE_SIZE = 20;

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const { data: balances } = await read<Listed<Balance>>(args, "/wallet");
  const wanted = searchParams.get("currency");
  const balance = balances.find(({ currency }) => currency === wanted) ?? balances[0] ?? emptyBalance(FIRST_CURRENCY);
  const cursor = searchParams.get("cursor");
  const after = cursor ? `&cursor=${pathPart(cursor)}` : "";
  const entriesPath = `/wallet/entries?currency=${balance.currency}&limit=${PAGE_SIZE}${after}`;
  const [entries, withdrawals, schedule, accounts] = await Promise.all([
    read<Listed<WalletEntry>>(args, entriesPath),
    read<Listed<Withdrawal>>(args, "/wallet/withdrawals?limit=10"),
    read<Schedule>(args, "/seller/payout-schedule"),
    read<Listed<OwnBankAccount>>(args, "/seller/bank-accounts"),
  ]);
  return {
    ...{ balances, balance, entries: entries.data, withdrawals: withdrawals.data, schedule, accounts: accounts.data },
    ...{ older: entries.nextCursor ?? null, later: cursor !== null, key: newKey(), readAt: realNow() },
  };
}

type Answer = ({ intent: "withdraw" } & Attempt<WithdrawalPlan>) | ({ intent: "schedule" | "verify" } & Plain);
/** An act without a preview. */
type Plain = { input: Record<string, string>; problem: Problem | null; key: string; changing?: true };

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const answer = await answerTo(args, form);
  return data(answer, { status: statusOf(answer.problem) });
}

async function answerTo(args: ActionFunctionArgs, form: FormData): Promise<Answer> {
  const intent = form.get("intent");
  if (intent === "schedule") return await saveSchedule(args, form);
  if (intent === "verify") return await verifyAgain(args, form);
  const made = await attempt<WithdrawalPlan>(args, form, ({ amount: text, currency, bankAccountId }) => {
    const amount = amountIn(text, currency);
    if (!amount) return { problem: unreadable("amount") };
    const body = { amount, bankAccountId };
    return { preview: { path: "/wallet/withdrawals/preview", body }, send: { path: "/wallet/withdrawals", body } };
  });
  return { ...made, intent: "withdraw" };
}

async function saveSchedule(args: ActionFunctionArgs, form: FormData): Promise<Answer> {
  const { idempotencyKey: key = newKey(), change, ...input } = textsIn(form);
  if (change !== undefined) return { intent: "schedule", input, problem: null, key, changing: true };
  const wanted = scheduleIn(input);
  if ("unreadable" in wanted) return { intent: "schedule", input, problem: unreadable(wanted.unreadable), key };
  const call = { method: "PUT", path: "/seller/payout-schedule", body: wanted, key: `${key}:schedule` } as const;
  const sent = await confirmable<Schedule>(args, form, call);
  if (sent.ok) return { intent: "schedule", input, problem: null, key: newKey() };
  return { intent: "schedule", input, problem: sent.problem, key: keyAfter(sent.problem, key) };
}

async function verifyAgain(args: ActionFunctionArgs, form: FormData): Promise<Answer> {
  const { idempotencyKey: key = newKey(), change, ...input } = textsIn(form);
  if (change !== undefined) return { intent: "verify", input, problem: null, key, changing: true };
  const path = `/seller/bank-accounts/${pathPart(input.account)}/verify`;
  const sent = await confirmable<OwnBankAccount>(args, form, { method: "POST", path, body: {}, key: `${key}:verify` });
  if (sent.ok) return { intent: "verify", input, problem: null, key: newKey() };
  return { intent: "verify", input, problem: sent.problem, key: keyAfter(sent.problem, key) };
}

export default function Wallet() {
  const { t } = useTranslation();
  const { balances, balance, entries, withdrawals, schedule, accounts, older, later, key, readAt } =
    useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>() ?? null;
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const now = shell?.clock?.now ?? readAt;
  const idempotencyKey = answer?.key ?? key;
  const scheduled = answer?.intent === "schedule" && !answer.problem?.challenge ? answer : null;
  const own = `?currency=${balance.currency}`;
  return (
    <>
      <PageMeta title={t("wallet.title")} noIndex />
      <PageTitle>{t("wallet.title")}</PageTitle>
      <div className={classes.page}>
        <Question answer={answer} idempotencyKey={idempotencyKey} />
        <Currencies balances={balances} currency={balance.currency} />
        <BalanceBar balance={balance} />
        <div className={classes.columns}>
          <div className={classes.column}>
            <Withdraw
              balance={balance}
              accounts={accounts}
              attempt={answer?.intent === "withdraw" ? answer : null}
              idempotencyKey={idempotencyKey}
            />
            <WalletEntries
              entries={entries}
              older={older && `${own}&cursor=${encodeURIComponent(older)}`}
              newest={later ? own : null}
            />
          </div>
          <div className={classes.column}>
            <Withdrawals withdrawals={withdrawals} accounts={accounts} />
            <Panel title={t("period.title")} icon={<DocumentIcon />}>
              <PeriodChoice currency={balance.currency} now={now} asked={null} />
            </Panel>
            <BankAccounts accounts={accounts} now={now} idempotencyKey={idempotencyKey} />
            <ScheduleForm
              schedule={asTyped(schedule, answer)}
              accounts={accounts}
              currency={balance.currency}
              now={now}
              problem={scheduled?.problem ?? null}
              saved={scheduled !== null && scheduled.problem === null && !scheduled.changing}
              idempotencyKey={idempotencyKey}
            />
          </div>
        </div>
      </div>
    </>
  );
}

/** What was typed, when it was not saved yet. */
function asTyped(schedule: Schedule, answer: Answer | null): Schedule {
  const typed = answer?.intent === "schedule" ? scheduleIn(answer.input) : null;
  return typed && !("unreadable" in typed) ? { ...schedule, ...typed } : schedule;
}

/** What stands between an act without a preview and its being done: a code that it needs, or why it was refused. */
function Question({ answer, idempotencyKey }: { answer: Answer | null; idempotencyKey: string }) {
  if (!answer?.problem || answer.intent === "withdraw") return null;
  if (answer.problem.challenge)
    return (
      <StepUp
        problem={answer.problem}
        fields={{ ...answer.input, idempotencyKey }}
        back={{ name: "change", value: "1" }}
      />
    );
  return answer.intent === "verify" ? <ProblemCallout problem={answer.problem} /> : null;
}

function emptyBalance(currency: string): Balance {
  const none = { amount: 0, currency };
  return { currency, balance: none, available: none, reserved: none, owed: none, waiting: none, onTheWay: none };
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
