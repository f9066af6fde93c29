import { Link } from "react-router";
import type { ConsentName, Remedy, TriageProblem } from "../../api/disputes.ts";
import type { Order } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { ByItself } from "../../ui/by-itself.tsx";
import { AlertIcon, ArrowIcon } from "../../ui/icons.tsx";
import { EmptyState } from "../../ui/panel.tsx";
import classes from "./disputes.module.css";
import { problemsFor } from "./problems-for.ts";

/** The first question: what is wrong. Each answer is an address, so that going back works. */
export function ProblemChoice({ order }: { order: Order }) {
  const { t } = useTranslation();
  return (
    <>
      <h2>{t("triage.choose")}</h2>
      <ul className={classes.choices}>
        {problemsFor(order).map((problem) => (
          <li key={problem} className={classes.choice}>
            <Link to={`?what=${problem}`} className={classes.choiceLink}>
              {t(`triage.problem.${problem}`)}
            </Link>
            <p>{t(`triage.means.${problem}`)}</p>
            <ArrowIcon />
          </li>
        ))}
      </ul>
    </>
  );
}

const CONSENTS: readonly Remedy[] = ["settle", "extend", "reship", "send_back"];
const isConsent = (remedy: Remedy): remedy is ConsentName => CONSENTS.includes(remedy);

/** What helps quickest, in its order; the formal case is the last. `ask` gives the form of what both must want. */
export function Remedies({
  order,
  problem,
  remedies,
  ask,
  dispute,
}: {
  order: Order;
  problem: TriageProblem;
  remedies: readonly Remedy[];
  ask: (what: ConsentName) => React.ReactNode;
  dispute: React.ReactNode;
}) {
  const { t } = useTranslation();
  const quick = remedies.filter((remedy) => remedy !== "dispute");
  return (
    <>
      <p className={classes.chosen}>
        <strong>{t(`triage.problem.${problem}`)}</strong> <Link to="?">{t("triage.change")}</Link>
      </p>
      <h2>{t("triage.remedies")}</h2>
      <ol className={classes.remedies}>
        {quick.map((remedy) => (
          <li key={remedy} className={classes.remedy}>
            <RemedyText remedy={remedy} order={order} />
            {isConsent(remedy) ? ask(remedy) : <RemedyLink remedy={remedy} order={order} />}
          </li>
        ))}
      </ol>
      {remedies.includes("dispute") ? (
        <>
          <h2>{t("triage.formal")}</h2>
          <div className={classes.remedy} data-formal="true">
            <RemedyText remedy="dispute" order={order} />
            {dispute}
          </div>
        </>
      ) : null}
    </>
  );
}

export const otherOf = ({ role, buyer, seller }: Pick<Order, "role" | "buyer" | "seller">): string =>
  role === "buyer" ? seller.name : buyer.name;

function RemedyText({ remedy, order }: { remedy: Remedy; order: Order }) {
  const { t, i18n } = useTranslation();
  const name = otherOf(order);
  const ofSeller = `triage.remedy.${remedy}.textSeller`;
  const text = order.role === "seller" && i18n.exists(ofSeller) ? ofSeller : `triage.remedy.${remedy}.text`;
  return (
    <div>
      <h3>{t(`triage.remedy.${remedy}.title`, { name })}</h3>
      <p>{t(text, { name })}</p>
    </div>
  );
}

function RemedyLink({ remedy, order }: { remedy: Remedy; order: Order }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { next } = order.outlook;
  if (remedy === "wait") return next ? <ByItself order={order} next={next} /> : <p>{t("triage.remedy.wait.none")}</p>;
  const place = remedy === "ask" ? "#messages" : remedy === "request_revision" ? "#request_revision" : "";
  return (
    <Button component={Link} to={to(`/orders/${order.id}${place}`)} variant="default" size="md">
      {t(`triage.remedy.${remedy}.go`)}
    </Button>
  );
}

export function NothingToDispute({ order }: { order: Order }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <EmptyState title={t("triage.notNow")} icon={<AlertIcon size={26} />}>
      <p>{t("triage.notNowText")}</p>
      <Link to={to(`/orders/${order.id}`)}>{t("thread.see.order")}</Link>
    </EmptyState>
  );
}
