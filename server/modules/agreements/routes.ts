import { LANGUAGES } from "@amana/core/agreement";
import { Type } from "typebox";
import { AddressJson, problemOfPlacing } from "#modules/orders";
import {
  binary,
  DEAL_PROBLEMS,
  defineRoute,
  IdOf,
  oneOf,
  problem,
  problemOfRefusal,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import { amendmentRoutes } from "./amendment-routes.ts";
import { listMine } from "./list-routes.ts";
import { orderAgreed } from "./order.ts";
import { type AgreementParts, read as readOne, TAG } from "./parts.ts";
import { agreementPdf } from "./pdf.ts";
import { AgreementJson, SignatureWish } from "./schemas.ts";
import { type SignRefusal, signAgreement } from "./sign.ts";
import { signaturesOf } from "./store.ts";
import { groundOf } from "./view.ts";

const params = strict({ id: IdOf("agreement") });

/** What was agreed, its order, its signatures and its amendments. */
export const agreementRoutes = (parts: AgreementParts): Route[] => [
  listMine(parts),
  read(parts),
  pdf(parts),
  order(parts),
  sign(parts),
  ...amendmentRoutes(parts),
];

const read = ({ db }: AgreementParts): Route =>
  defineRoute({
    method: "GET",
    path: "/agreements/:id",
    operationId: "getAgreement",
    summary: "One agreement: its terms, both texts, the hash over them, signatures and versions",
    tag: TAG,
    policy: signedIn("orders:read"),
    params,
    responses: { 200: ref(AgreementJson) },
    problems: ["NOT_FOUND"],
    handle: ({ params, principal, now }) => readOne(db, params.id, principal, now),
  });

const pdf = ({ db }: AgreementParts): Route =>
  defineRoute({
    method: "GET",
    path: "/agreements/:id/pdf",
    operationId: "getAgreementPdf",
    summary: "The newest version of an agreement as a PDF, with the signatures under it",
    tag: TAG,
    policy: signedIn("orders:read"),
    params,
    query: strict({ language: Type.Optional(oneOf(LANGUAGES)) }),
    responses: { 200: binary("application/pdf") },
    problems: ["NOT_FOUND"],
    async handle({ params, query, principal, now }) {
      const ground = await groundOf(db, params.id, principal.id, now);
      if (!ground) return problem("NOT_FOUND");
      const { version } = ground;
      const bytes = await agreementPdf(version, await signaturesOf(db, params.id), query.language ?? "en");
      const name = `${params.id}-${version.version}.pdf`;
      return reply(200, bytes, { "content-disposition": `attachment; filename="${name}"` });
    },
  });

const order = ({ db, policy, taxes, wake }: AgreementParts): Route =>
  defineRoute({
    method: "POST",
    path: "/agreements/:id/order",
    operationId: "orderAgreed",
    summary: "Place the order of an agreement",
    description:
      "Says where the goods go and by which courier of a quote; price, quantity, shipping and windows are the agreement's. Once however often it is sent.",
    tag: TAG,
    policy: signedIn("orders:write"),
    params,
    body: strict({
      shippingAddress: ref(AddressJson),
      quoteId: IdOf("quote"),
      courier: Type.String({ minLength: 1, maxLength: 40 }),
    }),
    responses: { 201: strict({ orderId: IdOf("order"), agreementId: IdOf("agreement") }) },
    problems: [
      ...(["NOT_FOUND", "FORBIDDEN", "TRANSITION_NOT_ALLOWED", "LISTING_UNAVAILABLE", "OWN_LISTING"] as const),
      ...(["INSUFFICIENT_INVENTORY", "QUOTE_EXPIRED", "INVALID_SHIPPING_ADDRESS"] as const),
    ],
    async handle({ params, body, principal, now }) {
      const { line2 = null, ...address } = body.shippingAddress;
      const delivery = { address: { ...address, line2 }, quote: body.quoteId, courier: body.courier };
      const placed = await orderAgreed(db, { policy, taxes }, { id: params.id, user: principal.id, delivery }, now);
      if (!placed.ok) {
        if (placed.error === "no_such_agreement") return problem("NOT_FOUND");
        if (placed.error === "not_the_buyer") return problem("FORBIDDEN", "The buyer places the order.");
        if (placed.error === "lapsed") return problem("TRANSITION_NOT_ALLOWED", "The time to order has passed.");
        return problemOfPlacing(placed.error);
      }
      wake();
      return reply(201, { orderId: placed.value.id, agreementId: params.id });
    },
  });

const sign = ({ db, wake }: AgreementParts): Route =>
  defineRoute({
    method: "POST",
    path: "/agreements/:id/sign",
    operationId: "signAgreement",
    summary: "Sign the newest version of an agreement",
    description:
      "Names the hash of what was read; if another version is the newest, nothing is signed. The fresh code is bound to this very request, so to the hash. The second signature confirms the order.",
    tag: TAG,
    policy: signedIn(),
    params,
    body: SignatureWish,
    responses: { 200: ref(AgreementJson) },
    problems: ["NOT_FOUND", "VERSION_CONFLICT", ...DEAL_PROBLEMS],
    stepUp: async () => ({ action: "agreement.sign" }),
    async handle({ params, body, principal, now, origin }) {
      const asked = { id: params.id, name: body.name, hash: body.hash };
      const signed = await signAgreement(db, { user: principal.id, origin }, asked, now);
      if (!signed.ok) return problemOfSigning(signed.error);
      wake();
      return await readOne(db, params.id, principal, now);
    },
  });

function problemOfSigning(refusal: SignRefusal) {
  switch (refusal) {
    case "no_such_agreement":
      return problem("NOT_FOUND");
    case "another_hash":
      return problem("VERSION_CONFLICT", "This is not the hash of the newest version.");
    case "not_to_be_signed":
      return problem("TRANSITION_NOT_ALLOWED", "An agreement is signed once it is paid for.");
    case "no_such_deal":
      return problem("NOT_FOUND");
    default:
      return problemOfRefusal(refusal);
  }
}
