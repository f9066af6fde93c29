import { isFinal } from "@amana/core/escrow";
import { Link } from "react-router";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { formatDuration } from "../../ui/duration.ts";
import { ArrowIcon, ClockIcon, LockIcon, ParcelIcon, PersonIcon, ReturnIcon, ScalesIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { moneyInText } from "../../ui/money.tsx";
import { MoneyPath, type MoneyPlace } from "../../ui/money-path.tsx";
import { Panel } from "../../ui/panel.tsx";
import { type Game, type Move, PLAYED, PLAYERS, type Player, textOf, WAITS } from "./game.ts";
import classes from "./play.module.css";

const ICONS = {
  gateway: LockIcon,
  buyer: PersonIcon,
  seller: PersonIcon,
  carrier: ParcelIcon,
  contract: ArrowIcon,
  parties: ReturnIcon,
  arbiter: ScalesIcon,
} as const satisfies Record<Player, unknown>;

const iso = (instant: number): string => new Date(instant).toISOString();

/** Where a play is, as an address: whoever has it sees the same play, and the browser's way back is a move taken back. */
const addressOf = (process: string, moves: readonly Move[]): string =>
  `?deal=${process}${moves.length > 0 ? `&moves=${textOf(moves)}` : ""}`;

export function ProcessChoice({ game }: { game: Game }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t("play.which")} className={classes.choice}>
      {PLAYED.map((name) => (
        <Link
          key={name}
          to={addressOf(name, [])}
          preventScrollReset
          aria-current={name === game.process.name ? "true" : undefined}
        >
          {t(`play.process.${name}`)}
        </Link>
      ))}
    </nav>
  );
}

/** The money, what it waits for, and what silence brings. */
export function Stage({ game }: { game: Game }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const { deal, process } = game;
  const amount = { amount: Number(deal.total.minor), currency: deal.total.currency };
  const label = t(`play.place.${deal.escrow}`, { amount: moneyInText(amount, intl) });
  return (
    <div className={classes.stage}>
      <MoneyPath
        place={placeOf(game)}
        amount={amount}
        buyer={t("play.who.buyer")}
        seller={t("play.who.seller")}
        label={label}
      />
      <div className={classes.words} aria-live="polite">
        <p className={classes.headline}>{label}</p>
        {isFinal(process, deal.state) ? <Ending game={game} /> : <Next game={game} />}
      </div>
    </div>
  );
}

function Next({ game: { outlook, now } }: { game: Game }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const { next, turn } = outlook;
  return (
    <>
      <p>{t(`play.turn.${turn}`)}</p>
      {next ? (
        <p className={classes.clock}>
          <ClockIcon size={18} />
          <span>
            {t(`play.next.${next.effect}`, {
              in: formatDuration(next.at - now, intl),
              ...sharesIn(next.gets, intl),
            })}{" "}
            <Moment at={iso(next.at)} shape="short" />
          </span>
        </p>
      ) : null}
    </>
  );
}

function Ending({ game: { deal, events } }: { game: Game }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const gets = events.findLast((event) => event.gets !== null)?.gets ?? null;
  return <p>{t(`play.end.${deal.escrow}`, { ...sharesIn(gets, intl) })}</p>;
}

type Shares = Game["events"][number]["gets"];
const sharesIn = (gets: Shares, locale: string) =>
  gets && {
    buyer: moneyInText({ amount: Number(gets.buyer.minor), currency: gets.buyer.currency }, locale),
    seller: moneyInText({ amount: Number(gets.seller.minor), currency: gets.seller.currency }, locale),
  };

const PLACES: Record<Game["deal"]["escrow"], MoneyPlace> = {
  ...{ pending: "buyer", held: "escrow", disputed: "frozen", released: "seller", refunded: "back", settled: "seller" },
};

const placeOf = ({ deal }: Game): MoneyPlace => PLACES[deal.escrow];

/** Everybody's moves, and the clock's. */
export function Moves({ game }: { game: Game }) {
  const { t } = useTranslation();
  const { process, moves, offered } = game;
  const link = (move: Move): string => addressOf(process.name, [...moves, move]);
  return (
    <Panel
      title={t("play.moves")}
      icon={<ArrowIcon />}
      aside={moves.length > 0 ? <Again process={process.name} /> : null}
    >
      {offered.length === 0 ? <p>{t("play.over")}</p> : null}
      <div className={classes.players}>
        {handsIn(game).map((by) => (
          <Hand key={by} by={by} names={offered.filter((one) => one.by === by).map(({ name }) => name)} link={link} />
        ))}
        {game.deal.deadline ? (
          <section className={classes.hand} data-clock aria-label={t("play.who.clock")}>
            <h3>
              <ClockIcon size={18} /> {t("play.who.clock")}
            </h3>
            <ul>
              {WAITS.map((wait) => (
                <li key={wait}>
                  <Link to={link({ wait })} preventScrollReset className={classes.move}>
                    {t(`play.wait.${wait}`)}
                  </Link>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
      </div>
    </Panel>
  );
}

/** Those who can move: the payment first while it is awaited, and last when only its reversal is left. */
const handsIn = ({ deal, offered }: Game): Player[] =>
  PLAYERS.filter((by) => offered.some((one) => one.by === by)).toSorted(
    (a, b) => (Number(a === "gateway") - Number(b === "gateway")) * (deal.escrow === "pending" ? -1 : 1),
  );

function Again({ process }: { process: string }) {
  const { t } = useTranslation();
  return (
    <Link to={addressOf(process, [])} preventScrollReset>
      {t("play.again")}
    </Link>
  );
}

function Hand({ by, names, link }: { by: Player; names: readonly string[]; link: (move: Move) => string }) {
  const { t } = useTranslation();
  const Icon = ICONS[by];
  return (
    <section className={classes.hand} aria-label={t(`play.who.${by}`)}>
      <h3>
        <Icon size={18} /> {t(`play.who.${by}`)}
      </h3>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <Link to={link({ by, name })} preventScrollReset className={classes.move}>
              {t(`play.move.${name}`)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What has happened, and when by the play's own clock. */
export function Story({ game: { events, now } }: { game: Game }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("play.story")} icon={<ClockIcon />} aside={<Moment at={iso(now)} shape="short" />}>
      <ol className={classes.story}>
        {events.map((event) => (
          <li key={event.number} data-clock={event.by === "clock" || undefined}>
            <span>{t(`event.${event.command}`)}</span>
            <Moment at={iso(event.at)} shape="short" />
          </li>
        ))}
      </ol>
    </Panel>
  );
}
