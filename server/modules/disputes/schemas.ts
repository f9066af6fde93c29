import { CLAIM_KINDS, DISPUTE_PROBLEMS, DISPUTE_STAGES } from "@amana/core/dispute";
import { DEADLINE_KINDS } from "@amana/core/escrow";
import { Type } from "typebox";
import { FileJson } from "#modules/files";
import { DownloadJson } from "#modules/library";
import { ConsentJson } from "#modules/orders";
import { IdOf, InstantJson, line, MoneyJson, nullable, oneOf, paragraph, ref, strict } from "#runtime/http";
import { EVIDENCE_TYPES } from "./file-store.ts";

const SideJson = oneOf(["buyer", "seller"]);
const PartyJson = strict({ id: IdOf("user"), name: Type.String() });

/** Long enough to tell it all, short enough to be read. */
export const Words = paragraph({ maxLength: 5000 });

export const ClaimJson = strict(
  { kind: oneOf(CLAIM_KINDS), amount: nullable(ref(MoneyJson)), text: Type.String() },
  { $id: "Claim" },
);

export const EvidenceJson = strict(
  {
    seq: Type.Integer(),
    side: SideJson,
    type: oneOf(EVIDENCE_TYPES),
    text: Type.String(),
    claim: nullable(Type.Integer()),
    datedAt: nullable(InstantJson),
    origin: nullable(Type.String()),
    files: Type.Array(ref(FileJson), { description: "Those that are still there." }),
    sha256: Type.String({
      description: "Over type, text, claim, date, origin and the SHA-256 of each file; lowercase hex.",
    }),
    recordedAt: InstantJson,
  },
  { $id: "Evidence" },
);

const FindingJson = strict({ claim: Type.Integer({ minimum: 0, maximum: 4 }), upheld: Type.Boolean(), reasons: Words });

export const DecisionJson = strict(
  {
    instance: Type.Integer(),
    arbiter: PartyJson,
    outcome: oneOf(["release", "refund", "split"]),
    refund: nullable(ref(MoneyJson)),
    findings: Type.Array(FindingJson),
    reasons: Type.String(),
    decidedAt: InstantJson,
  },
  { $id: "Decision" },
);

const COMMON = {
  id: IdOf("dispute"),
  orderId: IdOf("order"),
  orderNumber: Type.String(),
  problem: oneOf(DISPUTE_PROBLEMS),
  stage: oneOf(DISPUTE_STAGES),
  raisedBy: SideJson,
  buyer: PartyJson,
  seller: PartyJson,
  amount: ref(MoneyJson),
  openedAt: InstantJson,
  closedAt: nullable(InstantJson),
  closedBy: nullable(Type.String({ description: "The command that ended it." })),
  deadline: nullable(strict({ kind: oneOf(DEADLINE_KINDS), dueAt: InstantJson })),
};

export const DisputeSummaryJson = strict(COMMON, { $id: "DisputeSummary" });

export const DisputeJson = strict(
  {
    ...COMMON,
    role: oneOf(["buyer", "seller", "staff"]),
    claims: Type.Array(ref(ClaimJson)),
    arbiter: nullable(PartyJson),
    appealedBy: nullable(SideJson),
    evidence: Type.Array(ref(EvidenceJson)),
    decisions: Type.Array(ref(DecisionJson)),
    offers: Type.Array(ref(ConsentJson)),
    downloads: Type.Array(ref(DownloadJson), { description: "Of files: when the buyer has downloaded which." }),
    actions: Type.Array(Type.String(), { description: "What this caller may do in the dispute now." }),
    consents: Type.Array(Type.String(), { description: "What both parties may do now if both want it." }),
  },
  { $id: "Dispute", description: "The file of a dispute, the same for both parties." },
);

export const StaffDisputeJson = strict(
  {
    ...DisputeSummaryJson.properties,
    arbiter: nullable(PartyJson),
    waitingDays: Type.Integer({ description: "How long it has waited for an arbiter's word, in whole days." }),
    alarmed: Type.Boolean({ description: "It has waited for a week or longer." }),
  },
  { $id: "StaffDispute" },
);

export const NoteJson = strict(
  { author: PartyJson, text: Type.String(), notedAt: InstantJson },
  { $id: "DisputeNote" },
);

const Files = Type.Optional(
  Type.Array(IdOf("file"), {
    maxItems: 10,
    uniqueItems: true,
    description: "Files of mine with the purpose `evidence`; of each side at most 50, of 200 MiB together.",
  }),
);

/** What a side says in a dispute, with what shows it. */
export const SaidBody = strict({ text: Words, files: Files });

export const RaiseBody = strict({
  problem: oneOf(DISPUTE_PROBLEMS),
  claims: Type.Array(
    strict({
      kind: oneOf(CLAIM_KINDS),
      amount: Type.Optional(ref(MoneyJson)),
      text: Type.Optional(line({ maxLength: 300 })),
    }),
    { minItems: 1, maxItems: 5 },
  ),
  text: Words,
  files: Files,
});

export const EvidenceBody = strict({
  type: oneOf(EVIDENCE_TYPES),
  text: Words,
  claim: Type.Optional(Type.Integer({ minimum: 0, maximum: 4 })),
  datedAt: Type.Optional(InstantJson),
  origin: Type.Optional(line({ maxLength: 300 })),
  files: Files,
});

export const DecideBody = strict({
  outcome: oneOf(["release", "refund", "split"]),
  refund: Type.Optional(ref(MoneyJson)),
  findings: Type.Array(FindingJson, { minItems: 1, maxItems: 5 }),
  reasons: Words,
});
