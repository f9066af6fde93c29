import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  useLoaderData,
  useRouteLoaderData,
} from "react-router";
import type { Message, Said } from "../../api/conversations.ts";
import type { Dispute, DisputeNote, PastCase } from "../../api/disputes.ts";
import { newKey, read, readOptional } from "../../api/server.ts";
import type { Listed, Order } from "../../api/types.ts";
import { Thread } from "../../features/conversation/thread.tsx";
import { ClaimAndTerms } from "../../features/disputes/claim.tsx";
import { DecideForm } from "../../features/disputes/decide-form.tsx";
import { Decisions } from "../../features/disputes/decisions.tsx";
import classes from "../../features/disputes/disputes.module.css";
import { Holding, StaffNotes } from "../../features/disputes/notes.tsx";
import { DisputeNow } from "../../features/disputes/now.tsx";
import { answerOf } from "../../features/disputes/room-answer.ts";
import { BothSides } from "../../features/disputes/sides.tsx";
import { SimilarCases } from "../../features/disputes/similar.tsx";
import { Steps } from "../../features/disputes/steps.tsx";
import { Offers } from "../../features/settlement/offers.tsx";
import { SplitField } from "../../features/settlement/split-field.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { ProblemCallout } from "../../ui/forms.tsx";
import { PersonIcon } from "../../ui/icons.tsx";
import { PageTitle, Panel } from "../../ui/panel.tsx";
import { actOnCase } from "../case-acts.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import type { ShellData } from "../shell-data.ts";

export async function loader(args: LoaderFunctionArgs) {
  const id = pathPart(args.params.id);
  const dispute = await read<Dispute>(args, `/disputes/${id}`);
  const [order, notes, heard, similar] = await Promise.all([
    read<Order>(args, `/orders/${dispute.orderId}`),
    read<Listed<DisputeNote>>(args, `/admin/disputes/${id}/notes`),
    readOptional<Listed<Message>>(args, `/admin/disputes/${id}/messages?limit=50`),
    readOptional<Listed<PastCase>>(args, `/admin/disputes/${id}/similar`),
  ]);
  const said: Said | null = heard && { conversation: null, messages: heard.data, older: heard.nextCursor ?? null };
  return { dispute, order, notes: notes.data, similar: similar?.data ?? [], said, key: newKey() };
}

export const action = (args: ActionFunctionArgs) => actOnCase(args);

export default function DeskCase() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { dispute, order, notes, similar, said, key } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>() ?? null;
  const me = useRouteLoaderData<ShellData>("routes/shell")?.me?.id ?? "";
  const mine = dispute.arbiter?.id === me;
  const divided = { ...order, total: dispute.amount };
  const refused = answerOf(answer, "take") ?? answerOf(answer, "leave");
  return (
    <>
      <PageMeta title={`${t("disputes.one")} ${dispute.orderNumber}`} noIndex />
      <PageTitle eyebrow={<Link to={to("/disputes-desk")}>{t("disputesDesk.title")}</Link>}>
        {t("disputes.one")} <bdi dir="ltr">{dispute.orderNumber}</bdi>
      </PageTitle>
      <div className={classes.page}>
        {refused?.problem ? <ProblemCallout problem={refused.problem} /> : null}
        <DisputeNow dispute={dispute} order={order} idempotencyKey={key} />
        <Panel title={t("disputes.arbiter")} icon={<PersonIcon />}>
          <Holding dispute={dispute} me={me} idempotencyKey={key} />
        </Panel>
        <ClaimAndTerms dispute={dispute} order={order} />
        <BothSides dispute={dispute} opens={mine} />
        <div className={classes.columns}>
          <div className={classes.column}>
            <Decisions dispute={dispute} />
            {mine && DECIDABLE.includes(dispute.stage) ? (
              <DecideForm
                dispute={dispute}
                answer={answer}
                idempotencyKey={key}
                split={(initial, error) => (
                  <SplitField order={divided} initial={initial} error={error} required={false} />
                )}
              />
            ) : null}
            <Offers order={divided} offers={dispute.offers} possible={[]} idempotencyKey={key} back="" />
            {said && mine ? (
              <CaseThread dispute={dispute} said={said} me={me} idempotencyKey={key} />
            ) : (
              <p className={classes.soft}>{t("disputesDesk.notYours")}</p>
            )}
          </div>
          <div className={classes.column}>
            <Steps dispute={dispute} now={order.now} />
            <SimilarCases cases={similar} />
            <StaffNotes notes={notes} answer={answer} idempotencyKey={key} />
          </div>
        </div>
      </div>
    </>
  );
}

const DECIDABLE = ["decision", "appeal"];

function CaseThread({ dispute, said, me, idempotencyKey }: { dispute: Dispute; said: Said } & Mine) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { id, buyer, seller, stage } = dispute;
  return (
    <Thread
      said={said}
      subject={{ kind: "dispute", id }}
      me={me}
      names={{ [buyer.id]: buyer.name, [seller.id]: seller.name }}
      idempotencyKey={idempotencyKey}
      back={to(`/disputes-desk/${id}#messages`)}
      empty={t("disputes.threadEmpty")}
      closed={stage === "closed"}
      asArbiter
    />
  );
}

type Mine = { me: string; idempotencyKey: string };

export function ErrorBoundary() {
  return <ErrorPage />;
}
