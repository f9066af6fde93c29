import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { accounts, move } from "@amana/core/ledger";
import { money } from "@amana/core/money";
import { at } from "@amana/core/time";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/database/index.ts";
import { post } from "../../modules/ledger/index.ts";
import { newIdBeside, newRootId } from "../../runtime/ids/index.ts";

const REPOSITORY = join(import.meta.dirname, "../../..");
const MAPPING = join(REPOSITORY, "docs/operating/cashfree-payouts.mapping.json");
const PAID_AT = at(Date.UTC(2026, 2, 2, 10));
const PERIOD = ["--from", "2026-03-01T00:00:00Z", "--until", "2026-03-08T00:00:00Z"];
const deal = newRootId("deal", PAID_AT);
const payout = newIdBeside("payout", PAID_AT, deal);

/** Each command is a program of its own, which a busy machine starts slowly. */
const PATIENCE_MS = 120_000;

let database: TestDatabase;
let folder: string;
beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(join(tmpdir(), "amana-finance-"));
  const entries = move(accounts.payoutsInFlight("cashfree"), accounts.clearing("cashfree"), money(33_756n, "INR"));
  const paid = { shard: 3, key: `payout_confirmed:${payout}`, kind: "payout_confirmed", deal, entries } as const;
  const before = move(accounts.clearing("cashfree"), accounts.payoutsInFlight("cashfree"), money(33_756n, "INR"));
  await post(database.app, [{ ...paid, key: "before", kind: "explained", entries: before }], PAID_AT);
  await post(database.app, [paid], PAID_AT);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await database.drop();
}, PATIENCE_MS);

function amana(...args: string[]) {
  const { status, stdout, stderr } = spawnSync("node", ["server/entrypoints/cli/index.ts", ...args], {
    ...{ cwd: REPOSITORY, encoding: "utf8" },
    env: { PATH: process.env.PATH ?? "", DATABASE_URL: database.appUrl, AMANA_DATA: folder },
  });
  return { status, stdout, stderr };
}

function file(name: string, ...rows: string[]): string {
  const path = join(folder, name);
  writeFileSync(path, ["Transfer Id,Reference,Type,Amount,Currency,Fee,Tax,Time,UTR", ...rows, ""].join("\n"));
  return path;
}

const fromFile = (csv: string, mapping = MAPPING) =>
  amana("reconcile", "cashfree", "--csv", csv, "--mapping", mapping, ...PERIOD, "--json");

test(
  "the payouts' report agrees with the books, and the custody equation holds",
  () => {
    const run = fromFile(
      file("good.csv", `${payout},900028,TRANSFER,337.56,INR,0.00,0.00,2026-03-02T10:05:00.000Z,UTR1`),
    );
    expect([run.status, run.stderr]).toEqual([0, ""]);
    expect(JSON.parse(run.stdout)).toMatchObject({ run: { lines: 1, matched: 1, found: 0 }, open: [] });
    const custody = amana("custody", "--json");
    expect([custody.status, JSON.parse(custody.stdout).balanced]).toEqual([0, true]);
    expect(amana("custody").stdout).toContain("INR: balanced");
    expect(amana("reconcile", "list").stdout).toBe("every difference is explained\n");
  },
  PATIENCE_MS,
);

test(
  "what does not agree ends with 1, in the run and in the list",
  () => {
    const run = fromFile(
      file("wrong.csv", `${payout},900028,TRANSFER,338.56,INR,0.00,0.00,2026-03-02T10:05:00.000Z,UTR1`),
    );
    expect([run.status, JSON.parse(run.stdout).open]).toMatchObject([1, [{ class: "amount", reasons: ["amount"] }]]);
    const list = amana("reconcile", "list");
    expect([list.status, list.stdout]).toEqual([1, expect.stringContaining("amount, amount  1.00 INR")]);
  },
  PATIENCE_MS,
);

test(
  "a file with one bad line is refused with its number, and nothing of it is taken",
  () => {
    const good = `${payout},900028,TRANSFER,337.56,INR,0.00,0.00,2026-03-02T10:05:00.000Z,UTR1`;
    const bad = `${payout},900029,TRANSFER,12.345,INR,0.00,0.00,2026-03-02T10:05:00.000Z,UTR1`;
    const run = fromFile(file("bad.csv", good, bad));
    expect([run.status, run.stderr]).toEqual([2, expect.stringContaining("line 3: the amount: too_many_digits")]);
    expect(fromFile(join(folder, "nowhere.csv")).stderr).toContain("cannot be read");
    expect(amana("reconcile", "nobody").status).toBe(2);
  },
  PATIENCE_MS,
);
