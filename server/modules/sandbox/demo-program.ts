import type { Instant } from "@amana/core/time";
import { createClient, demoUsers, programsOf } from "#modules/identity";
import type { Database } from "#runtime/database";
import { FURNISHED } from "./furnish.ts";

/** A program that asks people for rights, owned by the demo shop, whose people come back to a page of the simulators. */
export async function furnishProgram(db: Database, simulators: string, now: Instant): Promise<void> {
  const redirectUri = `${simulators}/program/back`;
  const owner = (await demoUsers(db)).find(({ demoKey }) => demoKey === "seller");
  if (!owner) return;
  const programs = await programsOf(db, owner.id);
  if (programs.some(({ redirectUris }) => redirectUris.includes(redirectUri))) return;
  const wanted = { name: "Bookkeeper (demo program)", redirectUris: [redirectUri], confidential: false };
  await createClient(db, { user: owner.id, origin: FURNISHED }, wanted, now);
}
