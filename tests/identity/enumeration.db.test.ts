import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { argon2Passwords } from "../../server/modules/identity/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { createTown, PASSWORD, STRANGER, type Town } from "./world.ts";

const SAMPLES = 500;
/**
 * How far the share of pairs in which the known address took longer may be from a half. By chance alone it stays within 0.02 in two of
 * three runs; a single question to the database that only one side asks moves it by more than 0.15.
 */
const NOISE = 0.1;

let database: TestDatabase;
let town: Town;
beforeAll(async () => {
  database = await testDatabase();
  town = await createTown(database, { limiter: { take: async () => ({ allowed: true }) } });
  await town.app.ready();
}, 300_000);
afterAll(async () => {
  await town.app.close();
  await database.drop();
});

type Asking = (email: string) => ReturnType<Town["ask"]>;

type Took = { readonly known: number[]; readonly unknown: number[]; readonly answers: Set<string> };

/** Asks about both in turn, the one or the other first; the first thirty of each only warm up. */
async function samples(ask: Asking, known: (n: number) => string, unknown: (n: number) => string): Promise<Took> {
  const took: Took = { known: [], unknown: [], answers: new Set() };
  const measure = async (side: "known" | "unknown", n: number): Promise<void> => {
    const email = side === "known" ? known(n) : unknown(n);
    const began = performance.now();
    const { status, text } = await ask(email);
    const ended = performance.now();
    if (n >= 0) took[side].push(ended - began);
    took.answers.add(`${status} ${text.replace(/"requestId":"[^"]*"/, "")}`);
  };
  for (let n = -30; n < SAMPLES; n++) {
    await measure(n % 2 === 0 ? "known" : "unknown", n);
    await measure(n % 2 === 0 ? "unknown" : "known", n);
  }
  return took;
}

/** The share of all pairs of a known and an unknown address in which the known one took longer; a half says nothing (Mann and Whitney). */
function shareOfLonger({ known, unknown }: Took): number {
  const longer = known.map((ms) => unknown.filter((other) => other < ms).length);
  return longer.reduce((sum, count) => sum + count, 0) / (known.length * unknown.length);
}

async function expectAlike(...asking: Parameters<typeof samples>): Promise<void> {
  const took = await samples(...asking);
  expect(took.answers.size).toBe(1);
  const share = shareOfLonger(took);
  expect(Math.abs(share - 0.5), `the known address took longer in ${share} of all pairs`).toBeLessThan(NOISE);
}

describe("case 92: of 500 answers each, nobody can tell by the time which are about an address that somebody has", () => {
  const SOMEBODY = "known@example.test";
  const nobody = (n: number): string => `nobody.${n + 1000}@example.test`;
  beforeAll(() => town.join(SOMEBODY));

  test("at signing in with a wrong password, with passwords that are hashed as in earnest", async () => {
    const own = await testDatabase();
    const earnest = await createTown(own, {
      ...{ passwords: argon2Passwords(), limiter: { take: async () => ({ allowed: true as const }) } },
    });
    await earnest.join(SOMEBODY);
    const signIn: Asking = (email) => earnest.signIn(email, "not the password", { from: STRANGER });
    await expectAlike(signIn, () => SOMEBODY, nobody);
    await earnest.app.close();
    await own.drop();
  }, 300_000);

  test("at signing in, whatever the hash takes", async () => {
    const signIn: Asking = (email) => town.signIn(email, "not the password", { from: STRANGER });
    await expectAlike(signIn, () => SOMEBODY, nobody);
  });

  test.each(["/auth/password/forgot", "/auth/verify-email/resend"])("at %s", async (path) => {
    const ask: Asking = (email) => town.ask("POST", path, { email }, { from: STRANGER });
    await expectAlike(ask, () => SOMEBODY, nobody);
  });

  test("at registering", async () => {
    const ask: Asking = (email) => town.apply(email, PASSWORD, { from: STRANGER });
    await expectAlike(
      ask,
      () => SOMEBODY,
      (n) => nobody(n + 5000),
    );
  });
});
