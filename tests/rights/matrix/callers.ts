import { AT_THE_DOOR, type Relation, type Row, WITHOUT_RIGHT, WITHOUT_SCOPE } from "../expected.ts";
import { type PersonName, rolesOf, type Side } from "./market.ts";
import type { Instance, Valid } from "./requests.ts";
import { expiredOf, halfOf, keyOf, SCHEDULER, sessionOf } from "./tokens.ts";

/** Somebody at the door: whose rights he claims, and by what. */
export type Caller = {
  readonly name: string;
  readonly person: PersonName | null;
  /** Null: he shows nothing. */
  readonly token: string | null;
  readonly by: "session" | "key" | "nothing";
};

const ALL_SCOPES = [
  ...["profile:read", "orders:read", "orders:write", "listings:read", "listings:write", "wallet:read", "wallet:write"],
  ...["notifications:read", "webhooks:read", "webhooks:write", "staff:read", "staff:write"],
];
const PEOPLE: readonly PersonName[] = [
  ...(["buyer A", "buyer B", "seller A", "seller B", "visitor", "colleague A", "colleague B"] as const),
  ...(["support", "arbiter", "finance", "admin", "suspended"] as const),
];
const session = (person: PersonName): Caller => ({ name: person, person, token: sessionOf(person), by: "session" });

/** Everybody who calls a route: the half open, the expired and the keys are of somebody whom it would let in. */
export function callersOf(row: Row, { by, of }: Valid): Caller[] {
  const entitled = entitledTo(row, by);
  const scope = row.scope ?? "orders:read";
  const others = ALL_SCOPES.filter((one) => one !== row.scope);
  const key = (name: string, person: PersonName, scopes: readonly string[]): Caller => ({
    ...{ name, person, token: keyOf(person, scopes), by: "key" },
  });
  return [
    { name: "anonymous", person: null, token: null, by: "nothing" },
    ...PEOPLE.map(session),
    { name: "half signed in", person: null, token: halfOf(entitled), by: "nothing" },
    { name: "expired", person: null, token: expiredOf(entitled), by: "nothing" },
    { name: "scheduler", person: null, token: SCHEDULER, by: "nothing" },
    key("scoped key", entitled, [scope]),
    key("wrong-scope key", entitled, others),
    ...(of === "order" ? [key("key of staff without staff:read", "finance", [scope])] : []),
  ];
}

export function entitledTo({ who }: Row, by: Valid["by"]): PersonName {
  if (typeof who !== "string") return who.includes("finance") ? "finance" : (who[0] ?? "admin");
  return by === "finance" ? "finance" : by === "seller" ? "seller A" : "buyer A";
}

/** Of which pair somebody is. */
export const sideOf = (person: PersonName | null): Side | null => (partOf(person) === null ? null : letterOf(person));
const letterOf = (person: PersonName | null): Side | null =>
  person?.endsWith(" A") ? "A" : person?.endsWith(" B") ? "B" : null;
export const isStaff = (person: PersonName | null): boolean => person !== null && rolesOf(person).length > 1;
const seesAsStaff = ({ name, person }: Caller): boolean =>
  isStaff(person) && name !== "key of staff without staff:read";

/** Whether the caller may see this as one of the staff, or as one of the pair. */
export const belongsTo = (caller: Caller, side: Side): boolean => seesAsStaff(caller) || sideOf(caller.person) === side;

export function relationOf(caller: Caller, { of }: Valid, instance: Instance): Relation {
  if (of === undefined) return relationToNothing(caller.person, instance);
  if (instance === "missing") return "missing";
  if (of === "public") return "stranger";
  if (of === "listing") return relationToListing(caller.person, instance);
  return of === "staff" || seesAsStaff(caller) ? "staff" : relationToPair(caller.person, of, instance);
}

/** Anybody may look at a listing; its seller and the seller's company do not buy there. */
function relationToListing(person: PersonName | null, instance: Side): Relation {
  if (letterOf(person) !== instance) return "stranger";
  return isColleague(person) ? "member" : partOf(person) === "seller" ? "owner" : "stranger";
}

/** What is about the caller alone is asked with the things of pair A by whoever has none of his own. */
function relationToNothing(person: PersonName | null, instance: Instance): Relation {
  if (isColleague(person) && letterOf(person) === instance) return "member";
  return partOf(person) ?? (isStaff(person) ? "staff" : "self");
}

function relationToPair(person: PersonName | null, of: PairsThing, instance: Side): Relation {
  if (letterOf(person) !== instance) return "stranger";
  if (isColleague(person)) return of === "company" ? "member" : "stranger";
  const role = partOf(person);
  return role === null ? "stranger" : partyOf(of, role);
}

type PairsThing = "order" | "buyer" | "seller" | "company";

/** Companies are the sellers'. */
const partyOf = (of: PairsThing, role: "buyer" | "seller"): Relation =>
  of === "order" ? role : (of === "company" ? "seller" : of) === role ? "owner" : "counterparty";

const isColleague = (person: PersonName | null): boolean => person?.startsWith("colleague") === true;

const partOf = (person: PersonName | null): "buyer" | "seller" | null =>
  person?.startsWith("buyer") ? "buyer" : person?.startsWith("seller") ? "seller" : null;

/** What the table says that this caller hears; null where it says nothing. */
export function expectedOf(
  row: Row,
  caller: Caller,
  valid: Valid,
  instance: Instance,
  confirmed: boolean,
): string | null {
  const refused = atTheDoor(row, caller);
  if (refused !== null) return refused;
  const answers = confirmed ? row.confirmed : row.answers;
  const relation = relationOf(caller, valid, instance);
  return answers?.[relation] ?? (valid.of === undefined ? (answers?.self ?? null) : null);
}

/** What a caller hears who is not let in at all; null for whoever is. */
export function atTheDoor({ who, scope }: Row, caller: Caller): string | null {
  if (who === "everybody" || who === "provider" || isFor(who, caller)) return null;
  const refused = Object.entries(AT_THE_DOOR).find(([kind]) => kind === caller.name);
  if (refused) return refused[1];
  if (!mayBeLetIn(who, caller)) return WITHOUT_RIGHT;
  return caller.by === "key" && (scope === null || caller.name === "wrong-scope key") ? WITHOUT_SCOPE : null;
}

/** Who is refused elsewhere, and not here. */
const isFor = (who: Row["who"], { name }: Caller): boolean =>
  (who === "scheduler" && name === "scheduler") ||
  (who === "half signed in" && name === "half signed in") ||
  (who === "any session" && (name === "half signed in" || name === "suspended"));

export function mayBeLetIn(who: Row["who"], { person, by }: Caller): boolean {
  if (who === "people") return true;
  if (who === "any session") return by === "session";
  return typeof who !== "string" && person !== null && who.some((role) => rolesOf(person).includes(role));
}
