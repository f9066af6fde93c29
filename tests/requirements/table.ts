/** A requirement as docs/reference/requirements.md answers it. */
export type Row = {
  readonly id: string;
  readonly what: string;
  /** `yes`, `partly: ` and what is missing, or `not yet`. */
  readonly answered: string;
  readonly route: string;
  readonly page: string;
  readonly code: string;
  readonly test: string;
};

/** What the table is compared with. */
export type World = {
  readonly ids: readonly string[];
  /** Whether a file or folder of the repository exists. */
  readonly exists: (path: string) => boolean;
  /** Routes of the API as `GET /orders/{id}`. */
  readonly routes: readonly string[];
  /** Pages of the web app as `/orders/:id`. */
  readonly pages: readonly string[];
};

const YES = "yes";
const NOT_YET = "not yet";
const PARTLY = /^partly: \S/;
/** For what has no route or page of its own: a background duty, a rule. */
const NONE = "none";
const HEADER = ["id", "what", "answered", "route", "page", "code", "test"];

/** The rows of every table in the page that has the right header. */
export function rowsOf(markdown: string): Row[] {
  const lines = markdown.split("\n").map(cellsOf);
  const tables = lines.flatMap((cells, index) => (cells.join() === HEADER.join() ? [index + 2] : []));
  return tables.flatMap((start) => {
    const end = lines.findIndex((cells, index) => index >= start && cells.length === 0);
    return lines.slice(start, end < 0 ? undefined : end).map(rowFrom);
  });
}

/** What is not true about the table; empty when all of it is. */
export function untruths(rows: readonly Row[], world: World): string[] {
  const ids = rows.map(({ id }) => id);
  return [
    ...world.ids.filter((id) => !ids.includes(id)).map((id) => `${id}: has no row`),
    ...ids.filter((id) => !world.ids.includes(id)).map((id) => `${id}: is not on the list of requirements`),
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `${id}: has two rows`),
    ...rows.flatMap((row) => aboutRow(row, world).map((untruth) => `${row.id}: ${untruth}`)),
  ];
}

/** How many rows are answered, as the page says it: `3 are answered, 2 in part, 1 not yet`. */
export function tally(rows: readonly Row[]): string {
  const count = (holds: (answered: string) => boolean): number => rows.filter(({ answered }) => holds(answered)).length;
  const whole = count((answered) => answered === YES);
  const inPart = count((answered) => PARTLY.test(answered));
  return `${whole} are answered, ${inPart} in part, ${count((answered) => answered === NOT_YET)} not yet`;
}

function aboutRow(row: Row, world: World): string[] {
  const { answered, route, page, code, test } = row;
  const cells = { route, page, code, test };
  if (answered === NOT_YET)
    return Object.entries(cells)
      .filter(([, cell]) => cell !== "")
      .map(([name]) => `is not answered yet and names a ${name}`);
  if (answered !== YES && !PARTLY.test(answered))
    return [`is "${answered}", neither yes, partly with a note, nor not yet`];
  return aboutAnswer(cells, world);
}

function aboutAnswer(cells: Pick<Row, "route" | "page" | "code" | "test">, world: World): string[] {
  const { route, page, code, test } = cells;
  const unreadable = Object.entries(cells).filter(([, cell]) => cell !== NONE && namesIn(cell).length === 0);
  return [
    ...unreadable.map(([name]) => `its ${name} names nothing`),
    ...["code", "test"].filter((name) => (name === "code" ? code : test) === NONE).map((name) => `it has no ${name}`),
    ...namesIn(route)
      .filter((name) => !world.routes.includes(name.replace(/\?.*$/, "")))
      .map((name) => `the API has no ${name}`),
    ...namesIn(page)
      .filter((name) => !world.pages.includes(name))
      .map((name) => `the web app has no page ${name}`),
    ...[...namesIn(code), ...namesIn(test)].filter((path) => !world.exists(path)).map((path) => `there is no ${path}`),
    ...namesIn(test)
      .filter((path) => !/\.test\.tsx?$/.test(path))
      .map((path) => `${path} is not a test`),
  ];
}

/** The names in backticks of a cell. */
const namesIn = (cell: string): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");

/** The cells of a line of a table; none when the line is not of a table. */
const cellsOf = (line: string): string[] =>
  line.startsWith("|")
    ? line
        .slice(1, line.lastIndexOf("|"))
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim())
    : [];

function rowFrom(cells: readonly string[]): Row {
  const [id = "", what = "", answered = "", route = "", page = "", code = "", test = ""] = cells;
  return { id, what, answered, route, page, code, test };
}
