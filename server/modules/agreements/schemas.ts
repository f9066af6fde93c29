import { AGREEMENT_STAGES } from "@amana/core/agreement";
import { LIMITS } from "@amana/core/negotiation";
import { Type } from "typebox";
import { IdOf, InstantJson, line, MoneyJson, nullable, oneOf, paragraph, ref, strict, Text } from "#runtime/http";
import { AMENDMENT_STATES } from "./amendment-store.ts";

const whole = ({ least, most }: { readonly least: number; readonly most: number }, description?: string) =>
  Type.Integer({ minimum: least, maximum: most, ...(description && { description }) });

const SideJson = oneOf(["buyer", "seller"]);
export const HashJson = Type.String({
  pattern: "^[0-9a-f]{64}$",
  examples: ["bdc4eabdbc093162c422c1fa71f60169101f1e06661e5dcc9eb715b16184d8fa"],
});

export const ShippingTermsJson = strict(
  { bearer: oneOf(["buyer", "seller"]), amount: ref(MoneyJson) },
  { $id: "ShippingTerms", description: "Who pays for sending; the amount is 0 where the seller does." },
);

/** The fields of terms, as offers, amendments and agreements carry them. */
export const TERM_FIELDS = {
  unitPrice: ref(MoneyJson),
  quantity: whole(LIMITS.quantity),
  shipping: ref(ShippingTermsJson),
  paymentHours: whole(LIMITS.paymentHours, "From the order to its payment."),
  dispatchDays: whole(LIMITS.dispatchDays, "From both signatures to the dispatch."),
  deliveryDays: whole(LIMITS.deliveryDays, "From the dispatch to the delivery."),
  inspectionDays: whole(LIMITS.inspectionDays, "From the delivery to the release."),
};
export const FreeTerms = paragraph({ maxLength: LIMITS.freeTerms, description: "What else is agreed." });

const PartyJson = strict({
  id: IdOf("user"),
  name: Type.String(),
  company: nullable(Type.String()),
  country: nullable(Type.String()),
  taxNumber: nullable(Type.String()),
});

const SignatureJson = strict({
  version: Type.Integer(),
  by: SideJson,
  name: Type.String(),
  hash: HashJson,
  signedAt: InstantJson,
  network: nullable(Type.String({ description: "The address it was asked from; for whoever signed alone." })),
});

const DifferenceJson = strict({
  field: oneOf([
    ...(["unitPrice", "quantity", "shipping", "paymentHours"] as const),
    ...(["dispatchDays", "deliveryDays", "inspectionDays", "freeTerms"] as const),
  ]),
  before: Type.String(),
  after: Type.String(),
});

const AmendmentJson = strict({
  id: IdOf("amendment"),
  by: SideJson,
  status: oneOf(AMENDMENT_STATES),
  baseVersion: Type.Integer(),
  changes: Type.Array(DifferenceJson),
  proposedAt: InstantJson,
  decidedAt: nullable(InstantJson),
});

export const AGREEMENT_ACTS = ["order", "sign", "amend"] as const;

const StatusJson = oneOf(AGREEMENT_STAGES, { $id: "AgreementStatus" });
const ActionsJson = Type.Array(oneOf(AGREEMENT_ACTS), { description: "What this caller may do now." });
const PersonJson = strict({ id: IdOf("user"), name: Type.String() });

export const VariantJson = strict(
  { id: IdOf("variant"), choices: Type.Array(strict({ name: ref(Text), value: ref(Text) })) },
  { $id: "ChosenVariant", description: "In the words of the moment at which it was chosen." },
);

export const AgreementSummaryJson = strict(
  {
    id: IdOf("agreement"),
    negotiationId: IdOf("negotiation"),
    orderId: nullable(IdOf("order")),
    status: StatusJson,
    role: SideJson,
    version: Type.Integer(),
    item: strict({ productId: IdOf("product"), title: ref(Text) }),
    buyer: PersonJson,
    seller: PersonJson,
    quantity: Type.Integer(),
    total: ref(MoneyJson),
    agreedAt: InstantJson,
    orderBy: InstantJson,
    signedBy: Type.Array(SideJson, { description: "Who has signed the newest version." }),
    amendmentBy: nullable(SideJson),
    actions: ActionsJson,
  },
  { $id: "AgreementSummary" },
);

export const AgreementJson = strict(
  {
    id: IdOf("agreement"),
    negotiationId: IdOf("negotiation"),
    orderId: nullable(IdOf("order")),
    status: StatusJson,
    role: SideJson,
    version: Type.Integer(),
    hash: HashJson,
    orderBy: InstantJson,
    terms: strict({
      agreedAt: InstantJson,
      buyer: PartyJson,
      seller: PartyJson,
      item: strict({ productId: IdOf("product"), title: ref(Text), variant: nullable(ref(VariantJson)) }),
      ...TERM_FIELDS,
      signatureHours: Type.Integer(),
      freeTerms: Type.String(),
      goods: ref(MoneyJson),
      total: ref(MoneyJson),
    }),
    texts: ref(Text),
    signatures: Type.Array(SignatureJson),
    versions: Type.Array(
      strict({
        version: Type.Integer(),
        agreedAt: InstantJson,
        hash: HashJson,
        changes: Type.Array(DifferenceJson, { description: "Against the version before." }),
      }),
    ),
    amendments: Type.Array(AmendmentJson),
    actions: ActionsJson,
    now: InstantJson,
  },
  { $id: "Agreement", description: "How the hash is computed: docs/reference/agreement-hash.md." },
);

export const SignatureWish = strict({ name: line({ maxLength: 100 }), hash: HashJson });

export const AmendmentWish = strict({
  unitPrice: Type.Optional(TERM_FIELDS.unitPrice),
  quantity: Type.Optional(TERM_FIELDS.quantity),
  shipping: Type.Optional(TERM_FIELDS.shipping),
  paymentHours: Type.Optional(TERM_FIELDS.paymentHours),
  dispatchDays: Type.Optional(TERM_FIELDS.dispatchDays),
  deliveryDays: Type.Optional(TERM_FIELDS.deliveryDays),
  inspectionDays: Type.Optional(TERM_FIELDS.inspectionDays),
  freeTerms: Type.Optional(FreeTerms),
});
