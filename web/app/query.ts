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

/** What a list is asked for by the address bar: one of its states, or all, and where its last page ended. */
export function listAsked<State extends string>(
  { url }: Request,
  states: readonly State[],
  limit = 20,
): { shown: State | null; asked: URLSearchParams } {
  const { searchParams } = new URL(url);
  const shown = states.find((state) => state === searchParams.get("show")) ?? null;
  const cursor = searchParams.get("cursor");
  const asked = new URLSearchParams({ limit: `${limit}` });
  if (shown) asked.set("status", shown);
  if (cursor) asked.set("cursor", cursor);
  return { shown, asked };
}
