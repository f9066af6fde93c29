import { Link } from "react-router";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { formatDuration } from "../../ui/duration.ts";
import {
  AlertIcon,
  BankIcon,
  CheckCircleIcon,
  ClockIcon,
  CoinIcon,
  DocumentIcon,
  ParcelIcon,
  ReturnIcon,
  ScalesIcon,
} from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState } from "../../ui/panel.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import type { Item, Kind } from "./attention.ts";
import classes from "./operations.module.css";

const ICONS: Record<Kind, typeof AlertIcon> = {
  deadline: ClockIcon,
  flight: ReturnIcon,
  payout: BankIcon,
  difference: CoinIcon,
  dispute: ScalesIcon,
  listing: ParcelIcon,
  work: DocumentIcon,
};

/** One list of all that somebody should look at, each with its age, what comes next and where to go. */
export function AttentionList({ items, now }: { items: readonly Item[]; now: string }) {
  const { t } = useTranslation();
  if (items.length === 0)
    return (
      <EmptyState title={t("operations.calm")} icon={<CheckCircleIcon size={26} />}>
        <p>{t("operations.calmText")}</p>
      </EmptyState>
    );
  return (
    <ul className={classes.items}>
      {items.map((item) => (
        <Row key={`${item.kind} ${item.key}`} item={item} now={now} />
      ))}
    </ul>
  );
}

function Row({ item, now }: { item: Item; now: string }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const Icon = ICONS[item.kind];
  return (
    <li data-pressing={item.pressing || undefined}>
      <div className={classes.what}>
        <Badge
          tone={item.pressing ? "bad" : "wait"}
          icon={item.pressing ? <AlertIcon size={16} /> : <Icon size={16} />}
        >
          {t(`operations.kind.${item.kind}`)}
        </Badge>
        <strong>
          <bdi>{item.subject}</bdi>
        </strong>
        <When item={item} now={now} />
        {item.problem ? (
          <p className={classes.problem}>
            <bdi>{item.problem}</bdi>
          </p>
        ) : null}
      </div>
      <div className={classes.side}>
        {item.amount ? (
          <strong>
            <Money value={item.amount} />
          </strong>
        ) : null}
        {item.to ? (
          <Link to={to(item.to)}>
            {t(`operations.next.${item.kind}`)} <span className={classes.hidden}>{item.subject}</span>
          </Link>
        ) : (
          <span className={classes.soft}>{t(`operations.next.${item.kind}`)}</span>
        )}
      </div>
    </li>
  );
}

function When({ item: { dueAt, since, deadline }, now }: { item: Item; now: string }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  if (dueAt)
    return (
      <p className={classes.soft}>
        {t(`deadline.${deadline}`)}: <Deadline at={dueAt} now={now} />
      </p>
    );
  if (!since) return null;
  const age = formatDuration(Date.parse(now) - Date.parse(since), intl);
  return <p className={classes.soft}>{t("operations.since", { duration: age })}</p>;
}
