/** The words of dashboards. */
import type { Money, OrderStatus } from "./types.ts";

export const MARKETS = ["products", "services", "projects"] as const;
export type Market = (typeof MARKETS)[number];

export type Sum = { orders: number; amount: Money };
export type MoneyFigures = { currency: string; held: Sum; released: Sum; refunded: Sum };

export type WeekFigures = {
  from: string;
  until: string;
  placed: number;
  /** Orders of this week about which there has been a dispute. */
  disputed: number;
  released: number;
  secondsToRelease: number | null;
  /** What is held is held at the week's end. */
  money: { currency: string; held: Money; paidIn: Money; released: Money; refunded: Money }[];
};

type Figures = {
  market: Market | null;
  from: string;
  until: string;
  now: string;
  orders: { placed: number; disputed: number; byStatus: { status: OrderStatus; orders: number }[] };
  release: { orders: number; medianSeconds: number | null };
  weeks: WeekFigures[];
};

/** Somebody's own, as a buyer or as a seller. */
export type Dashboard = Figures & {
  role: "buyer" | "seller";
  money: MoneyFigures[];
  waiting: { orders: number; firstDueAt: string | null };
};

/** Everybody's, for staff. */
export type Overview = Figures & {
  money: (MoneyFigures & { earned: Sum; late: Sum; atRisk: Sum })[];
};
