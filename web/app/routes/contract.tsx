import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { Contract, Project, Proposal } from "../../api/projects.ts";
import { newKey, read, readOptional } from "../../api/server.ts";
import type { Order } from "../../api/types.ts";
import classes from "../../features/projects/contract.module.css";
import { ContractMoney, ContractNow } from "../../features/projects/contract-now.tsx";
import { ContractPath } from "../../features/projects/contract-path.tsx";
import { ContractTerms, Ended, EndForm } from "../../features/projects/contract-terms.tsx";
import { currentOf, type Seen } from "../../features/projects/progress.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { ProblemCallout } from "../../ui/forms.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { actOnContract } from "../project-acts.ts";
import { pathPart } from "../query.ts";
import { saidAbout } from "../said.ts";
import { Talk } from "../talk.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const contract = await read<Contract>(args, `/contracts/${pathPart(args.params.id)}`);
  const { milestones, projectId, proposalId, role } = contract;
  const party = role !== "staff";
  const [orders, project, proposal, said] = await Promise.all([
    Promise.all(milestones.map(({ orderId }) => orderOf(args, orderId))),
    party ? readOptional<Project>(args, `/projects/${projectId}`) : null,
    party ? readOptional<Proposal>(args, `/proposals/${proposalId}`) : null,
    party ? saidAbout(args, proposalId) : null,
  ]);
  const seen: Seen[] = milestones.map((milestone, at) => ({ milestone, order: orders[at] ?? null }));
  return { contract, seen, project, proposal, said, key: newKey() };
}

const orderOf = async (args: LoaderFunctionArgs, id: string | null): Promise<Order | null> =>
  id === null ? null : await readOptional<Order>(args, `/orders/${id}`);

export const action = (args: ActionFunctionArgs) => actOnContract(args);

export default function ContractPage() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { contract, seen, project, proposal, said, key } = useLoaderData<typeof loader>();
  const failed = useAnswer<typeof action>() ?? null;
  const idempotencyKey = failed?.key ?? key;
  const current = currentOf(seen);
  const ending = failed?.intent === "end" ? failed : null;
  return (
    <>
      <PageMeta title={`${t("contracts.one")} · ${contract.title}`} noIndex />
      <PageTitle
        eyebrow={
          <>
            <Link to={to("/contracts")}>{t("contracts.title")}</Link> · {t("contracts.one")}
          </>
        }
      >
        <bdi>{contract.title}</bdi>
      </PageTitle>
      <div className={classes.page}>
        {failed && !ending ? <ProblemCallout problem={failed.problem} about="fundMilestone" /> : null}
        <ContractMoney contract={contract} seen={seen} />
        <Ended contract={contract} />
        <ContractNow contract={contract} current={current} idempotencyKey={idempotencyKey} />
        <div className={classes.columns}>
          <div className={classes.column}>
            <ContractPath contract={contract} seen={seen} current={current} idempotencyKey={idempotencyKey} />
            {said && proposal ? (
              <Talk
                proposal={proposal}
                client={contract.client}
                me={contract.role === "client" ? contract.client.id : contract.freelancer.id}
                said={said}
                idempotencyKey={key}
                back={`/contracts/${contract.id}`}
              />
            ) : null}
          </div>
          <div className={classes.column}>
            <ContractTerms contract={contract} project={project} proposal={proposal} />
            <EndForm
              contract={contract}
              seen={seen}
              typed={ending?.reason ?? ""}
              problem={ending?.problem ?? null}
              idempotencyKey={idempotencyKey}
            />
          </div>
        </div>
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
