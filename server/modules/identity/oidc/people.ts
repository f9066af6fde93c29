import type { UserId } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import type { ProvenPerson } from "#ports/sign-in-provider";
import { type Database, sqlStateOf, type Tx } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { newRootId } from "#runtime/ids";
import { foldedEmail } from "../email.ts";
import { lockUser } from "../keys/store.ts";
import { hasPassword } from "../passwords/store.ts";
import { enter, type SignedIn, type Visit } from "../sign-in/sign-in.ts";
import { insertUser } from "../store.ts";
import { hasSecondFactor } from "../two-factor/store.ts";
import { deleteLink, insertLink, isAddressKnown, linksOf, lockIdentity, userOfIdentity } from "./store.ts";

type SignInParts = { readonly db: Database };
export type SignInRefusal = "suspended" | "no_verified_address" | "account_exists";

const UNIQUE_VIOLATION = "23505";

/**
 * Opens a session for whom a provider has proved, and registers those who come for the first time. Somebody here with the same
 * address is not taken for the same person: that user signs in first and links. A second factor is asked for all the same.
 */
export async function signInProven(
  parts: SignInParts,
  provider: string,
  person: ProvenPerson,
  visit: Visit,
): Promise<Result<SignedIn, SignInRefusal>> {
  try {
    return await comeIn(parts, provider, person, visit);
  } catch (error) {
    // Somebody registered with this address at the same moment: now it is known.
    if (sqlStateOf(error) === UNIQUE_VIOLATION) return comeIn(parts, provider, person, visit);
    throw error;
  }
}

const comeIn = ({ db }: SignInParts, provider: string, person: ProvenPerson, visit: Visit) =>
  db.transaction(async (tx): Promise<Result<SignedIn, SignInRefusal>> => {
    await lockIdentity(tx, person);
    const known = await userOfIdentity(tx, person);
    if (known?.suspended) return refuse("suspended");
    const user = known ? ok(known.user) : await register(tx, provider, person, visit);
    if (!user.ok) return user;
    const secondFactor = await hasSecondFactor(tx, user.value);
    return ok(await enter(tx, { user: user.value, secondFactor }, provider, visit));
  });

async function register(
  tx: Tx,
  provider: string,
  person: ProvenPerson,
  { now, origin }: Visit,
): Promise<Result<UserId, SignInRefusal>> {
  if (person.email === null || person.email.length > LONGEST_ADDRESS) return refuse("no_verified_address");
  const email = foldedEmail(person.email);
  if (await isAddressKnown(tx, email)) return refuse("account_exists");
  const id = newRootId("user", now);
  const name = cleanName(person.name) ?? cleanName(email.split("@", 1)[0] ?? null) ?? provider;
  await insertUser(tx, { id, demoKey: null, name, email, phone: "", roles: ["user"], pickupAddress: null });
  await record(tx, now, {
    ...doneBy("user", { user: id, origin }),
    ...{ action: "user.registered", subject: id, reason: null, detail: { by: provider } },
  });
  await link(tx, { user: id, origin }, provider, person, now);
  return ok(id);
}

const LONGEST_ADDRESS = 254;
const LONGEST_NAME = 120;

/** Somebody else's text: without control characters and without those that turn or hide other text. */
function cleanName(text: string | null): string | null {
  const clean = (text ?? "").replace(/[\p{Cc}\p{Zl}\p{Zp}\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]/gu, " ").trim();
  return clean === "" ? null : clean.slice(0, LONGEST_NAME).trim();
}

/** One more way in for somebody who is signed in. */
export function linkProven(
  db: Database,
  asker: Asker,
  provider: string,
  person: ProvenPerson,
  now: Instant,
): Promise<Result<null, "linked_already">> {
  return db.transaction(async (tx) =>
    (await link(tx, asker, provider, person, now)) ? ok(null) : refuse("linked_already"),
  );
}

async function link(tx: Tx, asker: Asker, provider: string, person: ProvenPerson, now: Instant): Promise<boolean> {
  if (!(await insertLink(tx, asker.user, provider, person, now))) return false;
  await record(tx, now, {
    ...doneBy("user", asker),
    ...{ action: "sign_in_provider.linked", subject: asker.user, reason: null },
    detail: { provider, issuer: person.issuer },
  });
  return true;
}

/** Takes a way in away, unless it is the last one. */
export function unlink(
  { db }: SignInParts,
  asker: Asker,
  provider: string,
  now: Instant,
): Promise<Result<null, "not_linked" | "last_way_in">> {
  const { user } = asker;
  return db.transaction(async (tx) => {
    await lockUser(tx, user);
    const links = await linksOf(tx, user);
    if (!links.some((one) => one.provider === provider)) return refuse("not_linked");
    if (links.length === 1 && !(await hasPassword(tx, user))) return refuse("last_way_in");
    await deleteLink(tx, user, provider);
    await record(tx, now, {
      ...doneBy("user", asker),
      ...{ action: "sign_in_provider.unlinked", subject: user, reason: null },
      detail: { provider },
    });
    return ok(null);
  });
}
