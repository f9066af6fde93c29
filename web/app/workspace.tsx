import { Link } from "react-router";
import { useLocale } from "../i18n/index.ts";
import { useTranslation } from "../i18n/words.tsx";
import {
  AlertIcon,
  BankIcon,
  CardIcon,
  ChartIcon,
  DocumentIcon,
  FileIcon,
  ListIcon,
  MessageIcon,
  MoreIcon,
  ParcelIcon,
  ScalesIcon,
} from "../ui/icons.tsx";
import { Menu } from "../ui/menu.tsx";
import classes from "./shell.module.css";
import { wayHere } from "./way-here.ts";
import { type Way, type WorkspaceGiven, waysFor } from "./ways.ts";

const IN_BAR = 4;

const ICONS: Record<string, typeof AlertIcon> = {
  overview: ChartIcon,
  orders: ParcelIcon,
  library: FileIcon,
  toDo: ListIcon,
  messages: MessageIcon,
  wallet: CardIcon,
  disputes: ScalesIcon,
  disputesDesk: ScalesIcon,
  operations: AlertIcon,
  books: BankIcon,
  payouts: CardIcon,
};

/** The pages of the side that one is on: a row under the header, and on a phone a bar at the foot with the rest behind "More". */
export function Workspace({ side, path, me }: WorkspaceGiven) {
  const { t } = useTranslation();
  const ways = waysFor(side, me);
  const here = wayHere(side, path, ways);
  const inMenu = ways.slice(IN_BAR);
  return (
    <nav aria-label={t(`ways.label.${side}`)} className={classes.workspace}>
      <ul className={classes.ways}>
        {ways.map((way, index) => (
          <li key={way.path} className={index < IN_BAR ? undefined : classes.beyond}>
            <WayLink way={way} here={here} icon />
          </li>
        ))}
        {inMenu.length > 0 ? (
          <li className={classes.more}>
            <Menu
              summary={
                <>
                  <MoreIcon size={22} />
                  <span>{t("ways.more")}</span>
                </>
              }
              marked={here !== null && inMenu.includes(here)}
              upward
            >
              <ul>
                {inMenu.map((way) => (
                  <li key={way.path}>
                    <WayLink way={way} here={here} />
                  </li>
                ))}
              </ul>
            </Menu>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

function WayLink({ way, here, icon = false }: { way: Way; here: Way | null; icon?: boolean }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const Icon = ICONS[way.name] ?? DocumentIcon;
  return (
    <Link to={to(way.path)} aria-current={way === here ? "page" : undefined}>
      {icon ? <Icon size={22} /> : null}
      <span>{t(`ways.${way.name}`)}</span>
    </Link>
  );
}
