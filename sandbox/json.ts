/** Reading what callers send and writing what the companies answer. */
export type JsonObject = { readonly [key: string]: unknown };

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const asObject = (value: unknown): JsonObject => (isObject(value) ? value : {});
export const asText = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
export const asNumber = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isFinite(value) ? value : undefined;

/** The value at a dotted path, or undefined. */
export const at = (value: unknown, path: string): unknown =>
  path.split(".").reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), value);

/** Whole paise of a rupee number with at most two decimals; undefined for anything else. */
export function paiseOf(rupees: unknown): number | undefined {
  const number = asNumber(rupees);
  if (number === undefined) return undefined;
  const paise = Math.round(number * 100);
  return Number.isSafeInteger(paise) && Math.abs(number * 100 - paise) < 1e-6 ? paise : undefined;
}

/** A rupee amount that `wireJson` writes as a number with exactly two decimals. */
export type Rupees = { readonly $paise: number };
export const rupees = (paise: number): Rupees => ({ $paise: paise });
const isRupees = (value: unknown): value is Rupees => isObject(value) && typeof value.$paise === "number";

/** JSON in which amounts keep two decimals (`1499.00`), so that parsing and writing again changes the bytes. */
export function wireJson(value: unknown): string {
  if (isRupees(value)) return (value.$paise / 100).toFixed(2);
  if (Array.isArray(value)) return `[${value.map((item) => wireJson(item === undefined ? null : item)).join(",")}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return `{${fields.map(([key, field]) => `${JSON.stringify(key)}:${wireJson(field)}`).join(",")}}`;
}

/** Milliseconds of an ISO 8601 duration such as `PT5M`, `PT1H30M` or `P2D`; undefined when it is none. */
export function durationMs(text: string): number | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(text);
  if (!match || text === "P" || text.endsWith("T")) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return ((((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000;
}
