import { type Args, ask, read, readOptional, type Sent } from "../api/server.ts";
import type { Clock, Listed } from "../api/types.ts";
import type { Balance, WalletStatement } from "../api/wallet.ts";
import { type Asked, askedIn, type Period, periodOf } from "../features/wallet/period.ts";
import { realNow } from "./clock.ts";

export type Reading = {
  asked: Asked;
  currency: string;
  /** The application's own time. */
  now: string;
  /** Null where what was asked for is no time. */
  statement: Sent<WalletStatement> | null;
  unreadable: keyof Asked | null;
  /** The API's own answer. */
  json: string | null;
};

const FIRST_CURRENCY = "INR";

/** The statement that an address asks for. */
export async function readPeriod(args: Args): Promise<Reading> {
  const { searchParams } = new URL(args.request.url);
  const [clock, { data: balances }] = await Promise.all([
    readOptional<Clock>(args, "/sandbox/clock"),
    read<Listed<Balance>>(args, "/wallet"),
  ]);
  const now = clock?.now ?? realNow();
  const wanted = searchParams.get("currency");
  const currency = balances.find((one) => one.currency === wanted)?.currency ?? balances[0]?.currency ?? FIRST_CURRENCY;
  const asked = askedIn(searchParams, now);
  const period = periodOf(asked, now);
  const same = { asked, currency, now };
  if ("unreadable" in period) return { ...same, statement: null, unreadable: period.unreadable, json: null };
  const path = pathOf(period, currency);
  return { ...same, statement: await ask(args, path), unreadable: null, json: `/api/v1${path}` };
}

const pathOf = ({ from, to }: Period, currency: string): string =>
  `/wallet/statement?${new URLSearchParams({ currency, from, to })}`;
