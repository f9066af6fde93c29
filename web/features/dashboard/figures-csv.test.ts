import { expect, test } from "vitest";
import { figuresCsv } from "./figures-csv.ts";

test("each week has a line for each currency, in major units", () => {
  const inr = (amount: number) => ({ amount, currency: "INR" });
  const week = {
    ...{ from: "2026-03-01T00:00:00.000Z", until: "2026-03-08T00:00:00.000Z" },
    ...{ placed: 3, disputed: 1, released: 2, secondsToRelease: 3600 },
    money: [{ currency: "INR", held: inr(34_800), paidIn: inr(100), released: inr(5), refunded: inr(0) }],
  };
  const [head, line, ...rest] = figuresCsv([week, { ...week, secondsToRelease: null, money: [] }]).split("\r\n");
  expect(head?.startsWith("\uFEFFweek_from_utc,")).toBe(true);
  expect(line).toBe("2026-03-01T00:00:00.000Z,2026-03-08T00:00:00.000Z,INR,3,1,2,3600,1.00,0.05,0.00,348.00");
  expect(rest).toEqual([""]);
  expect(head?.split(",")).toHaveLength(line?.split(",").length ?? 0);
});
