import {
  type ActionFunctionArgs,
  Link,
  type LoaderFunctionArgs,
  useLoaderData,
  useRouteLoaderData,
} from "react-router";
import type { Said } from "../../api/conversations.ts";
import type { Dispute } from "../../api/disputes.ts";
import { newKey, read } from "../../api/server.ts";
import type { Order } from "../../api/types.ts";
import { Thread } from "../../features/conversation/thread.tsx";
import { ClaimAndTerms } from "../../features/disputes/claim.tsx";
import { Decisions } from "../../features/disputes/decisions.tsx";
import classes from "../../features/disputes/disputes.module.css";
import { EvidenceFile } from "../../features/disputes/evidence.tsx";
import { EvidenceForm } from "../../features/disputes/evidence-form.tsx";
import { DisputeNow } from "../../features/disputes/now.tsx";
import { SayForm } from "../../features/disputes/say-form.tsx";
import { Steps } from "../../features/disputes/steps.tsx";
import { Offers } from "../../features/settlement/offers.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { ProblemCallout } from "../../ui/forms.tsx";
import { PersonIcon } from "../../ui/icons.tsx";
import { PageTitle, Panel } from "../../ui/panel.tsx";
import { actInRoom } from "../dispute-acts.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import { saidAbout } from "../said.ts";
import type { ShellData } from "../shell-data.ts";

const TAKES_EVIDENCE = ["answer", "decision", "appeal"];

export async function loader(args: LoaderFunctionArgs) {
  const dispute = await read<Dispute>(args, `/disputes/${pathPart(args.params.id)}`);
  const [order, said] = await Promise.all([
    read<Order>(args, `/orders/${dispute.orderId}`),
    dispute.role === "staff" ? null : saidAbout(args, dispute.id),
  ]);
  return { dispute, order, said, key: newKey() };
}

export const action = (args: ActionFunctionArgs) => actInRoom(args);

const OWN_FORMS = ["respond", "appeal", "evidence"];

export default function DisputeRoom() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { dispute, order, said, key } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>() ?? null;
  const { role, stage } = dispute;
  const refused = answer?.problem && !OWN_FORMS.includes(answer.intent) ? answer.problem : null;
  const given = { dispute, answer, idempotencyKey: key };
  return (
    <>
      <RoomTitle dispute={dispute} />
      <div className={classes.page}>
        {refused ? <ProblemCallout problem={refused} /> : null}
        <DisputeNow dispute={dispute} order={order} idempotencyKey={key} />
        <div className={classes.columns}>
          <div className={classes.column}>
            <SayForm intent="respond" {...given} />
            <Decisions dispute={dispute} />
            <SayForm intent="appeal" {...given} />
            <ClaimAndTerms dispute={dispute} order={order} />
            <Offers
              order={{ ...order, total: dispute.amount }}
              offers={dispute.offers}
              possible={dispute.consents}
              idempotencyKey={key}
              back={to(`/disputes/${dispute.id}#offers`)}
            />
            <EvidenceFile dispute={dispute}>
              {role !== "staff" && TAKES_EVIDENCE.includes(stage) ? <EvidenceForm {...given} /> : null}
              {stage === "appeal_window" ? <p className={classes.soft}>{t("disputes.closedFile")}</p> : null}
            </EvidenceFile>
            {said ? <RoomThread dispute={dispute} said={said} idempotencyKey={key} /> : null}
          </div>
          <div className={classes.column}>
            <Steps dispute={dispute} now={order.now} />
            <Panel title={t("disputes.arbiter")} icon={<PersonIcon />}>
              <p>{dispute.arbiter ? <bdi>{dispute.arbiter.name}</bdi> : t("disputes.noArbiter")}</p>
            </Panel>
          </div>
        </div>
      </div>
    </>
  );
}

function RoomThread({ dispute, said, idempotencyKey }: { dispute: Dispute; said: Said; idempotencyKey: string }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const people = [dispute.buyer, dispute.seller, ...(dispute.arbiter ? [dispute.arbiter] : [])];
  return (
    <Thread
      said={said}
      subject={{ kind: "dispute", id: dispute.id }}
      me={shell?.me?.id ?? ""}
      names={Object.fromEntries(people.map(({ id, name }) => [id, name]))}
      idempotencyKey={idempotencyKey}
      back={to(`/disputes/${dispute.id}#messages`)}
      older={said.older && said.conversation ? to(`/messages/${said.conversation.id}`) : null}
      empty={`${t("disputes.thread")} ${t("disputes.threadEmpty")}`}
      closed={dispute.stage === "closed"}
    />
  );
}

function RoomTitle({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <>
      <PageMeta title={`${t("disputes.one")} ${dispute.orderNumber}`} noIndex />
      <PageTitle eyebrow={<Link to={to("/disputes")}>{t("disputes.title")}</Link>}>
        {t("disputes.one")} <bdi dir="ltr">{dispute.orderNumber}</bdi>
      </PageTitle>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
