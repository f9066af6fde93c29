/** The time of a statement: months and days as somebody says them, and the instants that they are in his time zone. */

/** What was asked for: a month (`2026-03`), or days from one to another, both taken in (`2026-03-02`). */
export type Asked = { month: string | null; from: string | null; to: string | null; zone: string };
/** From an instant to before another, as ISO 8601 in UTC. */
export type Period = { from: string; to: string };

export const UTC = "UTC";

/** What the address asks for; the running month where it asks for nothing. */
export function askedIn(query: URLSearchParams, now: string): Asked {
  const zone = zoneIn(query.get("zone"));
  const [from, to] = [query.get("from")?.trim() || null, query.get("to")?.trim() || null];
  if (from || to) return { month: null, from, to, zone };
  return { month: query.get("month")?.trim() || dayIn(now, zone).slice(0, 7), from: null, to: null, zone };
}

/** The instants that were meant, none of them in the future; or the field that cannot be read so. */
export function periodOf({ month, from, to, zone }: Asked, now: string): Period | { unreadable: keyof Asked } {
  const first = month === null ? startOf(from, zone) : startOf(`${month}-01`, zone);
  const end = month === null ? startOf(dayAfter(to), zone) : startOf(monthAfter(month), zone);
  if (first === null) return { unreadable: month === null ? "from" : "month" };
  if (end === null || first >= end) return { unreadable: month === null ? "to" : "month" };
  if (first >= Date.parse(now)) return { unreadable: month === null ? "from" : "month" };
  const until = Math.min(end, Date.parse(now));
  return { from: new Date(first).toISOString(), to: new Date(until).toISOString() };
}

/** The running month and those before it, the latest first. */
export function monthsUntil(now: string, zone: string, count: number): string[] {
  const [year = 0, month = 0] = dayIn(now, zone).split("-").map(Number);
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 7),
  );
}

/** The calendar day of an instant in a zone: `2026-03-02`. */
export function dayIn(at: string, zone: string): string {
  const local = Date.parse(at) + offsetAt(Date.parse(at), zone);
  return new Date(local).toISOString().slice(0, 10);
}

/** The same as a query, for links. */
export function queryOf({ month, from, to, zone }: Asked, currency: string): string {
  const query = new URLSearchParams({ currency });
  for (const [name, value] of Object.entries({ month, from, to, zone })) if (value) query.set(name, value);
  return query.toString();
}

/** The zone of this machine, which for a reader is his own; some browsers still say it by its older name. */
export function ownZone(): string {
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  return timeZone === "Asia/Calcutta" ? "Asia/Kolkata" : timeZone;
}

function zoneIn(text: string | null): string {
  try {
    offsetAt(0, text ?? UTC);
    return text ?? UTC;
  } catch {
    return UTC;
  }
}

/** When a day begins in a zone, in milliseconds; null for what is no day. Around a change of the clocks the second look is right. */
function startOf(day: string | null, zone: string): number | null {
  if (dayAfter(day) === null) return null;
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const near = midnight - offsetAt(midnight, zone);
  return midnight - offsetAt(near, zone);
}

function dayAfter(day: string | null): string | null {
  const at = day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  // The engine takes 31 February for a day of March.
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== day) return null;
  return new Date(at + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

function monthAfter(month: string): string | null {
  const [year = 0, number = 0] = month.split("-").map(Number);
  if (!/^\d{4}-\d{2}$/.test(month) || number < 1 || number > 12) return null;
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 10);
}

/** How far a zone is ahead of UTC at an instant, in milliseconds. */
function offsetAt(at: number, zone: string): number {
  const parts = new Map(
    new Intl.DateTimeFormat("en-US", {
      timeZone: zone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    })
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  const local = Date.UTC(part("year"), part("month") - 1, part("day"), part("hour"), part("minute"), part("second"));
  return local - Math.floor(at / 1000) * 1000;
}
