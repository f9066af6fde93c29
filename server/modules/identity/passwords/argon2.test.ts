import { hash } from "@node-rs/argon2";
import { expect, test } from "vitest";
import { Overloaded } from "#runtime/batch";
import { argon2Passwords } from "./argon2.ts";

const passwords = argon2Passwords();

test("a password fits its own hash and no other, and two hashes of it differ", async () => {
  const [first, second] = [
    await passwords.hash("a long walk by the lake"),
    await passwords.hash("a long walk by the lake"),
  ];
  expect(first).not.toBe(second);
  expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await passwords.check(first, "a long walk by the lake")).toEqual({ right: true, weak: false });
  expect(await passwords.check(first, "a long walk by the lakE")).toEqual({ right: false, weak: false });
});

test("case 100: all of a long password counts, beyond 72 bytes and beyond a NUL, in either form of Unicode", async () => {
  const long = `${"ض".repeat(120)}${"x".repeat(80)}`;
  const kept = await passwords.hash(long);
  expect((await passwords.check(kept, long)).right).toBe(true);
  expect((await passwords.check(kept, `${long.slice(0, -1)}y`)).right).toBe(false);
  const withNul = await passwords.hash("before\u0000after and on");
  expect((await passwords.check(withNul, "before\u0000another ending")).right).toBe(false);
  const composed = await passwords.hash("caf\u00e9 by the lake");
  expect((await passwords.check(composed, "cafe\u0301 by the lake")).right).toBe(true);
});

test("a hash made with less work fits and is called weak", async () => {
  const weak = await hash("a long walk by the lake", { memoryCost: 8192, timeCost: 1, parallelism: 1 });
  expect(await passwords.check(weak, "a long walk by the lake")).toEqual({ right: true, weak: true });
  expect(await passwords.check(weak, "something else")).toEqual({ right: false, weak: false });
});

test("for somebody who is not there the same work is done and nothing fits", async () => {
  for (const password of ["", "a long walk by the lake"])
    expect(await passwords.check(null, password)).toEqual({ right: false, weak: false });
});

test("case 100: of a thousand at once only so many wait, all others are told at once, and then it goes on", async () => {
  const few = argon2Passwords({ atOnce: 1, waiting: 3 });
  const ends = await Promise.allSettled(Array.from({ length: 1000 }, () => few.check(null, "a long walk by the lake")));
  const refused = ends.filter((end) => end.status === "rejected");
  expect(refused).toHaveLength(996);
  for (const { reason } of refused) expect(reason).toBeInstanceOf(Overloaded);
  expect(await few.check(null, "again")).toEqual({ right: false, weak: false });
});
