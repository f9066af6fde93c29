import { expect, test } from "vitest";
import { claimsFor, problemsFor } from "./problems-for.ts";

test("nothing is damaged before it has come, and nothing is missing once it is there", () => {
  const parcel = { kind: "physical", role: "buyer" } as const;
  expect(problemsFor({ ...parcel, status: "in_transit" })).not.toContain("damaged");
  expect(problemsFor({ ...parcel, status: "delivered" })).not.toContain("not_arrived");
  expect(problemsFor({ ...parcel, status: "delivered" })).toContain("want_to_return");
});

test("nobody returns work or files", () => {
  for (const kind of ["digital", "service", "milestone"] as const) {
    const given = { kind, role: "buyer", status: "delivered" } as const;
    expect(problemsFor(given)).not.toContain("want_to_return");
    expect(claimsFor(given, "not_as_agreed")).not.toContain("return");
  }
});

test("a question can always be asked, and the seller asks for the money", () => {
  for (const role of ["buyer", "seller"] as const)
    for (const kind of ["physical", "digital", "service", "milestone"] as const)
      expect(problemsFor({ kind, role, status: "processing" }).at(-1)).toBe("question");
  expect(claimsFor({ kind: "service", role: "seller", status: "delivered" }, "buyer_silent")).toEqual(["release"]);
});

test("work that is not as agreed can be changed before it is paid back", () => {
  expect(claimsFor({ kind: "service", role: "buyer", status: "delivered" }, "not_as_agreed")[0]).toBe("changes");
});
