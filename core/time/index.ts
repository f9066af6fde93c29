declare const instant: unique symbol;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number & { readonly [instant]: true };

/** A length of time in milliseconds. */
export type Duration = number;

export const at = (epochMilliseconds: number): Instant => {
  if (!Number.isSafeInteger(epochMilliseconds)) throw new Error(`not an instant: ${epochMilliseconds}`);
  return epochMilliseconds as Instant;
};

export const seconds = (n: number): Duration => n * 1000;
export const minutes = (n: number): Duration => seconds(n * 60);
export const hours = (n: number): Duration => minutes(n * 60);
export const days = (n: number): Duration => hours(n * 24);

export const after = (start: Instant, length: Duration): Instant => at(start + length);

export const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);

const ISO_DURATION = /^P(?:(\d{1,4})D)?(?:T(?=\d)(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:(\d{1,7})S)?)?$/;

/** Reads the part of ISO 8601 durations that is exact: days, hours, minutes, seconds. Null for anything else. */
export function parseDuration(text: string): Duration | null {
  const match = ISO_DURATION.exec(text);
  if (!match || text === "P") return null;
  const units = [days, hours, minutes, seconds];
  return units.map((unit, index) => unit(Number(match[index + 1] ?? 0))).reduce((sum, part) => sum + part);
}
