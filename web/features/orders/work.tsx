import { Link } from "react-router";
import type { Delivery } from "../../api/orders.ts";
import type { Order } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { FileLinks } from "../../ui/file-links.tsx";
import { CheckCircleIcon, DocumentIcon, ReturnIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Facts, Panel } from "../../ui/panel.tsx";
import classes from "./work.module.css";

/** What was ordered as work, everything that was handed over, and what was wanted changed. */
export function Work({ order, deliveries }: { order: Order; deliveries: readonly Delivery[] }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { work } = order;
  if (!work) return null;
  const { revisions, revisionsLeft, milestone, contractId } = work;
  const used = revisions === 0 ? t("work.noRevisions") : t("work.revisionsUsed", usedOf(work));
  return (
    <Panel
      title={milestone === null ? t("work.title") : t("work.milestone", { number: milestone })}
      icon={<CheckCircleIcon />}
    >
      <div className={classes.work}>
        {contractId ? (
          <p>
            <Link to={to(`/contracts/${contractId}`)}>{t("contracts.part")}</Link>
          </p>
        ) : null}
        {work.requirements ? (
          <div>
            <h3>{t("work.wanted")}</h3>
            <p className={classes.said}>
              <bdi>{work.requirements}</bdi>
            </p>
          </div>
        ) : null}
        <Facts
          rows={[
            { key: "time", name: t("work.time"), value: t("work.days", { count: work.deliveryDays }) },
            { key: "revisions", name: t("work.revisions"), value: used },
          ]}
        />
        {revisions > 0 && revisionsLeft === 0 && order.role === "buyer" && order.status === "delivered" ? (
          <p className={classes.soft}>{t("work.noneLeft")}</p>
        ) : null}
        {deliveries.length === 0 ? <p className={classes.soft}>{t("work.none")}</p> : null}
        <ol className={classes.deliveries}>
          {[...deliveries].reverse().map((delivery) => (
            <HandedOver key={delivery.number} delivery={delivery} />
          ))}
        </ol>
      </div>
    </Panel>
  );
}

export const usedOf = ({ revisions, revisionsLeft }: { revisions: number; revisionsLeft: number }) => ({
  ...{ used: revisions - revisionsLeft, total: revisions },
});

function HandedOver({ delivery }: { delivery: Delivery }) {
  const { t } = useTranslation();
  return (
    <li id={`delivery-${delivery.number}`} className={classes.delivery}>
      <h3>
        <DocumentIcon /> {t("work.delivery", { number: delivery.number })}
      </h3>
      <p className={classes.soft}>
        <Moment at={delivery.deliveredAt} />
      </p>
      <p className={classes.said}>
        <bdi>{delivery.message}</bdi>
      </p>
      <ul>
        {delivery.links.map((link) => (
          <li key={link}>
            <a href={link} rel="noreferrer nofollow" className={classes.link}>
              <bdi dir="ltr" className={classes.address}>
                {link}
              </bdi>
            </a>
          </li>
        ))}
      </ul>
      <FileLinks files={delivery.files} />
      {delivery.changes ? (
        <div className={classes.changes}>
          <strong>
            <ReturnIcon /> {t("work.changes")}
          </strong>
          <p className={classes.said}>
            <bdi>{delivery.changes.message}</bdi>
          </p>
          <p className={classes.soft}>
            <Moment at={delivery.changes.at} />
          </p>
        </div>
      ) : null}
    </li>
  );
}
