/** An id from the address bar, safe inside an API path. */
export const pathPart = (id: string | undefined): string => encodeURIComponent(id ?? "");

export function quantityIn(query: URLSearchParams | FormData): number {
  const quantity = Number(query.get("quantity"));
  return Number.isInteger(quantity) && quantity >= 1 && quantity <= 1000 ? quantity : 1;
}

/** An Indian postcode, or an empty text where none was given. */
export function postcodeIn(query: URLSearchParams | FormData): string {
  const text = String(query.get("postcode") ?? "").trim();
  return /^[1-9]\d{5}$/.test(text) ? text : "";
}

/**
 * What a list is asked for by the address bar: one of its states (those of the API, or groups of them under names of ours), or all, and where its last page
 * ended. `filter` is the API's name for it.
 */
export function listAsked<State extends string>(
  { url }: Request,
  states: readonly State[] | Readonly<Record<State, string>>,
  { limit = 20, filter = "status" } = {},
): { shown: State | null; asked: URLSearchParams } {
  const { searchParams } = new URL(url);
  const names = isList(states) ? states : keysOf(states);
  const shown = names.find((state) => state === searchParams.get("show")) ?? null;
  const cursor = searchParams.get("cursor");
  const asked = new URLSearchParams({ limit: `${limit}` });
  if (shown) asked.set(filter, isList(states) ? shown : states[shown]);
  if (cursor) asked.set("cursor", cursor);
  return { shown, asked };
}

const isList = <State extends string>(
  states: readonly State[] | Readonly<Record<State, string>>,
): states is readonly State[] => Array.isArray(states);

/** The names of a record that has these and no others. */
export const keysOf = <Name extends string>(record: Readonly<Record<Name, unknown>>) => Object.keys(record) as Name[];
