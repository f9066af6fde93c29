import { expect, test } from "vitest";
import { apiQuery, filtersIn, pageQuery } from "./order-filters.ts";
import { ORDERS_HEAD, ordersCsv } from "./orders-csv.ts";

const read = (query: string) => filtersIn(new URLSearchParams(query));

test("filters are asked for in the API's words: minor units, and the last day as a part of it", () => {
  const filters = read(
    "q= rug &escrow=held&kind=physical&sort=-total&currency=SAR&min=10.5&from=2026-11-01&until=2026-11-30",
  );
  expect(Object.fromEntries(apiQuery(filters))).toEqual({
    ...{ q: "rug", escrow: "held", kind: "physical", sort: "-total", currency: "SAR", min: "1050" },
    ...{ from: "2026-11-01T00:00:00Z", until: "2026-12-01T00:00:00.000Z" },
  });
  expect(Object.fromEntries(pageQuery(filters))).toMatchObject({ min: "10.5", until: "2026-11-30" });
});

test("what is not understood is not asked for; an amount alone is in rupees", () => {
  expect(`${apiQuery(read("escrow=gone&kind=x&sort=name&currency=GBP&min=ten&from=2026-13-01&buyer=me"))}`).toBe("");
  expect(`${apiQuery(read("max=5"))}`).toBe("currency=INR&max=500");
  expect(`${pageQuery(read("sort=-placedAt"))}`).toBe("");
});

test("orders become lines that a spreadsheet reads, and never a formula", () => {
  const order = {
    ...{ id: "ord_1", number: "ORD-1", escrow: "released" },
    ...({ kind: "physical", status: "completed" } as const),
    ...{ createdAt: "2026-11-01T00:00:00Z", title: { en: '=HYPERLINK("x")', ar: "" }, pictureUrl: null },
    ...{ total: { amount: 34_800, currency: "INR" }, nextDeadline: null },
    ...{ buyer: { id: "usr_1", name: "Asha, demo" }, seller: { id: "usr_2", name: "+91" } },
  };
  const [head, line, end] = `${ORDERS_HEAD}${ordersCsv([order])}`.split("\r\n");
  expect(head).toMatch(/^\uFEFFnumber,/);
  expect(line).toBe(
    `ORD-1,2026-11-01T00:00:00Z,physical,completed,released,348.00,INR,"'=HYPERLINK(""x"")","Asha, demo",'+91,,`,
  );
  expect(end).toBe("");
});
