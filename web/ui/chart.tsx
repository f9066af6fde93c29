import { useTranslation } from "../i18n/words.tsx";
import classes from "./chart.module.css";
import { namedPlaces, roundTop } from "./chart-scale.ts";

export type Tone = "in" | "good" | "back";

/** One line of values along the places of a chart. */
export type Series = { name: string; tone: Tone; values: readonly (number | null)[] };

export type ChartGiven = {
  /** What the chart shows, for those who do not see it. */
  label: string;
  /** Along the bottom: one for each value. */
  places: readonly string[];
  series: readonly Series[];
  shape: "columns" | "area";
  /** A value in words. */
  say: (value: number) => string;
  /** The same in little room, for the scale. */
  sayShort?: ((value: number) => string) | undefined;
};

const HEIGHT = 100;
const STEP = 10;

/**
 * A chart that the server draws: it stands without script, prints, runs against the reader's own direction, and has its numbers in
 * a table behind it.
 */
export function Chart({ label, places, series, shape, say, sayShort = say }: ChartGiven) {
  const { t } = useTranslation();
  const largest = Math.max(0, ...series.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const top = roundTop(largest);
  const width = places.length * STEP;
  return (
    <figure className={classes.chart}>
      {series.length > 1 ? <Legend series={series} /> : null}
      <div className={classes.plot}>
        <ul className={classes.scale} aria-hidden="true">
          {[top, top / 2, 0].map((value) => (
            <li key={value}>
              <bdi dir="ltr">{sayShort(value)}</bdi>
            </li>
          ))}
        </ul>
        <svg viewBox={`0 0 ${width} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
          {[0, HEIGHT / 2, HEIGHT].map((y) => (
            <line key={y} x1={0} x2={width} y1={y} y2={y} className={classes.grid} />
          ))}
          {shape === "columns"
            ? series.map((one, index) => (
                <Columns key={one.tone} {...{ series: one, top, places, say }} at={index} of={series.length} />
              ))
            : series.map((one) => <Area key={one.tone} {...{ series: one, top, width }} />)}
        </svg>
        <Places places={places} />
      </div>
      <details className={classes.numbers}>
        <summary>{t("chart.table")}</summary>
        <Table {...{ label, places, series, say }} />
      </details>
    </figure>
  );
}

function Legend({ series }: { series: readonly Series[] }) {
  return (
    <ul className={classes.legend}>
      {series.map(({ name, tone }) => (
        <li key={tone} data-tone={tone}>
          {name}
        </li>
      ))}
    </ul>
  );
}

type ColumnsGiven = {
  series: Series;
  top: number;
  places: readonly string[];
  say: (value: number) => string;
  at: number;
  of: number;
};

function Columns({ series: { values, tone, name }, top, places, say, at, of }: ColumnsGiven) {
  const room = STEP * 0.72;
  const wide = room / of;
  return (
    <g data-tone={tone} className={classes.columns}>
      {values.map((value, index) =>
        value ? (
          <rect
            key={places[index]}
            x={index * STEP + (STEP - room) / 2 + at * wide}
            y={HEIGHT - (value / top) * HEIGHT}
            width={wide * 0.9}
            height={(value / top) * HEIGHT}
          >
            <title>{`${places[index]}: ${name} ${say(value)}`}</title>
          </rect>
        ) : null,
      )}
    </g>
  );
}

function Area({ series: { values, tone }, top, width }: { series: Series; top: number; width: number }) {
  const points = values.map((value, index) => `${(index + 0.5) * STEP},${HEIGHT - ((value ?? 0) / top) * HEIGHT}`);
  const line = points.join(" ");
  return (
    <g data-tone={tone} className={classes.area}>
      <polygon points={`${STEP / 2},${HEIGHT} ${line} ${width - STEP / 2},${HEIGHT}`} />
      <polyline points={line} />
    </g>
  );
}

function Places({ places }: { places: readonly string[] }) {
  return (
    <ul className={classes.places} aria-hidden="true">
      {namedPlaces(places.length, 4).map((index) => (
        <li key={places[index]}>{places[index]}</li>
      ))}
    </ul>
  );
}

function Table({ label, places, series, say }: Pick<ChartGiven, "label" | "places" | "series" | "say">) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways can be scrolled by the keyboard.
    <section className={classes.scroll} aria-label={`${label}: ${t("chart.table")}`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("chart.week")}</th>
            {series.map(({ tone, name }) => (
              <th key={tone} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {places.map((place, index) => (
            <tr key={place}>
              <th scope="row">{place}</th>
              {series.map(({ tone, values }) => (
                <td key={tone}>
                  <bdi dir="ltr">{values[index] == null ? "–" : say(values[index])}</bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** Amounts beside each other as bars of their length, each with its number; the longest takes the whole width. */
export function Bars({
  label,
  rows,
}: {
  label: string;
  rows: readonly { key: string; name: React.ReactNode; value: number; say: string; tone?: Tone | "wait" | "bad" }[];
}) {
  const largest = Math.max(1, ...rows.map(({ value }) => value));
  return (
    <ul className={classes.bars} aria-label={label}>
      {rows.map(({ key, name, value, say, tone = "good" }) => (
        <li key={key}>
          <span>{name}</span>
          <strong>
            <bdi dir="ltr">{say}</bdi>
          </strong>
          <span className={classes.bar} aria-hidden="true">
            <svg viewBox="0 0 100 1" preserveAspectRatio="none" focusable="false" aria-hidden="true">
              <rect width={(value / largest) * 100} height={1} data-tone={tone} />
            </svg>
          </span>
        </li>
      ))}
    </ul>
  );
}
