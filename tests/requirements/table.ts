/** A requirement as docs/reference/requirements.md answers it; a row is answered in all four places or in none. */
export type Row = {
  readonly id: string;
  readonly what: string;
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

const NOT_YET = "not yet";
/** For what nobody sees or calls: a background duty, a rule. */
const NONE = "none";
const HEADER = ["id", "what", "route", "page", "code", "test"];

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

export const isAnswered = ({ route, page, code, test }: Row): boolean => ![route, page, code, test].includes(NOT_YET);

function aboutRow(row: Row, world: World): string[] {
  const { route, page, code, test } = row;
  const cells = { route, page, code, test };
  const open = Object.values(cells).filter((cell) => cell === NOT_YET).length;
  if (open === 4) return [];
  if (open > 0) return [`is answered in part: fill all four fields, or write "${NOT_YET}" into all four`];
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
  const [id = "", what = "", route = "", page = "", code = "", test = ""] = cells;
  return { id, what, route, page, code, test };
}
