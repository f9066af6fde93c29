import type { Schedule, ScheduleKind } from "../../api/wallet.ts";
import { amountIn } from "../../ui/amount-in.ts";

export const KINDS = ["automatic", "manual", "daily", "weekly"] as const satisfies readonly ScheduleKind[];
export const HOURS = Array.from({ length: 24 }, (_, hour) => hour);
export const ZONES = ["Asia/Kolkata", "Asia/Riyadh", "Asia/Dubai", "Africa/Cairo", "Europe/London", "UTC"];

const SHARE = "share:";
export const shareField = (bankAccountId: string): string => `${SHARE}${bankAccountId}`;

export type Wanted = Omit<Schedule, "nextAt">;

/** What the form asks for; the name of a field that cannot be read otherwise. */
export function scheduleIn(input: Record<string, string>): Wanted | { unreadable: string } {
  const kind = KINDS.find((one) => one === input.kind);
  if (!kind) return { unreadable: "kind" };
  const shares = sharesIn(input);
  if (shares === "unreadable") return { unreadable: "shares" };
  const none = { hour: null, weekday: null, timeZone: null, minimum: null };
  if (kind === "automatic" || kind === "manual") return { kind, ...none, shares };
  const minimum = input.minimum ? amountIn(input.minimum, input.currency) : null;
  if (input.minimum && !minimum) return { unreadable: "minimum" };
  return {
    kind,
    hour: Number(input.hour),
    weekday: kind === "weekly" ? Number(input.weekday) : null,
    timeZone: input.timeZone ?? null,
    minimum,
    shares,
  };
}

function sharesIn(input: Record<string, string>): Schedule["shares"] | "unreadable" {
  const typed = Object.entries(input).filter(([name, text]) => name.startsWith(SHARE) && text !== "");
  if (typed.length === 0) return null;
  const shares = typed.map(([name, text]) => ({
    bankAccountId: name.slice(SHARE.length),
    basisPoints: basisPointsIn(text),
  }));
  return shares.every(({ basisPoints }) => basisPoints !== null)
    ? shares.flatMap(({ bankAccountId, basisPoints }) => (basisPoints === null ? [] : [{ bankAccountId, basisPoints }]))
    : "unreadable";
}

/** "62.5" (percent) → 6250. */
function basisPointsIn(text: string): number | null {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?$/.exec(text);
  return match ? Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0")) : null;
}
