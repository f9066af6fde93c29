import { LINE_KINDS } from "@amana/core/reconciliation";
import { Type } from "typebox";
import { IdOf, InstantJson, MoneyJson, nullable, oneOf, ref, strict } from "#runtime/http";

export const GatewayName = Type.String({ pattern: "^[a-z][a-z0-9-]{1,30}$", examples: ["cashfree"] });

const FamilyJson = strict(
  {
    family: Type.String(),
    sum: ref(MoneyJson),
    accounts: Type.Integer({ description: "Accounts of the family with money in them" }),
  },
  { $id: "AccountFamily" },
);

const AtProviderJson = strict(
  {
    gateway: Type.String(),
    books: ref(MoneyJson),
    statement: nullable(ref(MoneyJson)),
    statementSince: nullable(InstantJson),
  },
  {
    $id: "AtProvider",
    description:
      "What our books say is at a provider, and what the lines of its statement add up to since the first one that was read.",
  },
);

export const CustodyJson = strict(
  {
    currency: Type.String(),
    balanced: Type.Boolean({ description: "Both sides are equal, and no account is of an unknown family" }),
    held: Type.Array(ref(FamilyJson)),
    owed: Type.Array(ref(FamilyJson)),
    unknown: Type.Array(ref(FamilyJson)),
    heldTotal: ref(MoneyJson),
    owedTotal: ref(MoneyJson),
    difference: ref(MoneyJson),
    providers: Type.Array(ref(AtProviderJson)),
    unexplained: ref(MoneyJson),
    payoutsBlocked: Type.Boolean(),
  },
  { $id: "Custody", description: "The custody equation of one currency: what is held equals what is owed and earned." },
);

export const DifferenceJson = strict(
  {
    id: IdOf("difference"),
    gateway: Type.String(),
    class: oneOf(["timing", "missing_here", "missing_there", "amount", "duplicate", "unexplained"]),
    reasons: Type.Array(oneOf(["cut_off", "date", "amount", "currency", "fee", "reference"])),
    at: InstantJson,
    foundAt: InstantJson,
    posting: nullable(IdOf("posting")),
    line: nullable(IdOf("statementLine")),
    effect: Type.Array(ref(MoneyJson), {
      description: "What our account at the provider would move by, so that the books say what the statement says",
    }),
    atStake: Type.Array(ref(MoneyJson)),
  },
  { $id: "Difference" },
);

export const RunJson = strict(
  {
    gateway: Type.String(),
    from: InstantJson,
    until: InstantJson,
    at: InstantJson,
    covers: Type.Array(oneOf(LINE_KINDS)),
    lines: Type.Integer(),
    newLines: Type.Integer(),
    matched: Type.Integer(),
    waiting: Type.Integer({ description: "On one side only, and still within the time that the other side may take" }),
    feesPosted: Type.Integer(),
    settlementsPosted: Type.Integer(),
    found: Type.Integer({ description: "Differences that are new" }),
    resolved: Type.Integer({ description: "Open differences that are none any more" }),
  },
  { $id: "ReconciliationRun" },
);

export const ExplanationJson = strict(
  { entries: Type.Array(strict({ account: Type.String(), amount: ref(MoneyJson) })) },
  {
    $id: "Explanation",
    description: "The entries of the posting that explains a difference; none where no money moves.",
  },
);
