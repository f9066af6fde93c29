import { useRouteLoaderData } from "react-router";
import { dateFormat } from "../i18n/formats.ts";
import { useLocale } from "../i18n/index.ts";
import { type Calendar, calendarIn, hijriDay } from "./calendar.ts";
import { useHydrated } from "./hydrated.tsx";

type Shape = "full" | "short" | "day" | "clock";

/** A point in time: in UTC until the page is alive, then in the reader's own zone, which is always named in full form; with the Hijri day beside it where that was chosen. */
export function Moment({ at, shape = "full" }: { at: string; shape?: Shape }) {
  const { dates, dir } = useLocale();
  const hydrated = useHydrated();
  const full = hydrated ? format(at, dates, "full") : utc(at);
  const atFirst = useRouteLoaderData<{ calendar?: Calendar }>("root")?.calendar;
  const calendar = hydrated ? calendarIn(document.cookie) : atFirst;
  const beside = calendar === "hijri" && (shape === "full" || shape === "day");
  return (
    <time dateTime={at} title={full} suppressHydrationWarning>
      <bdi dir={hydrated ? dir : "ltr"}>{hydrated ? format(at, dates, shape) : utc(at)}</bdi>
      {beside ? (
        <bdi dir={dir} suppressHydrationWarning>
          {" "}
          ({hijriDay(at, dates, hydrated ? undefined : "UTC")})
        </bdi>
      ) : null}
    </time>
  );
}

/** A calendar day (`YYYY-MM-DD`), the same in every zone: of this week or next by its weekday, of any time by its year. */
export function Day({ on, year = false }: { on: string; year?: boolean }) {
  const { dates, dir } = useLocale();
  const text = dateFormat(dates, {
    ...(year ? { year: "numeric" } : { weekday: "short" }),
    ...{ day: "numeric", month: "short", timeZone: "UTC" },
  });
  return (
    <time dateTime={on} suppressHydrationWarning>
      <bdi dir={dir} suppressHydrationWarning>
        {text.format(new Date(`${on}T00:00:00Z`))}
      </bdi>
    </time>
  );
}

const SHAPES: Record<Shape, Intl.DateTimeFormatOptions> = {
  full: {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  },
  short: {
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "short",
  },
  day: { day: "numeric", month: "short", year: "numeric" },
  clock: { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
};

const format = (at: string, locale: string, shape: Shape): string =>
  dateFormat(locale, SHAPES[shape]).format(new Date(at));

const utc = (at: string): string => `${new Date(at).toISOString().slice(0, 16).replace("T", " ")} UTC`;
