import { LANGUAGES } from "@amana/core/agreement";
import { type Static, Type } from "typebox";
import { type Found, findOrder } from "#modules/orders";
import type { Database } from "#runtime/database";
import {
  binary,
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  MoneyJson,
  moneyJson,
  nullable,
  oneOf,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import { DOCUMENT_KINDS } from "./content.ts";
import { documentPdf } from "./pdf.ts";
import { documentsOf, readDocument, type StoredDocument } from "./store.ts";

const TAG = "documents";
const params = strict({ id: IdOf("order") });
const query = strict({ language: Type.Optional(oneOf(LANGUAGES)) });

const DocumentJson = strict(
  {
    id: IdOf("document"),
    kind: oneOf(DOCUMENT_KINDS),
    number: Type.String({ examples: ["INV-2026-000001"] }),
    issuedAt: InstantJson,
    total: ref(MoneyJson),
    about: nullable(Type.String({ description: "The invoice that a credit note takes back." })),
    hash: Type.String(),
  },
  { $id: "Document" },
);

/** Invoices, credit notes, and what the marketplace charges its sellers. */
export const documentRoutes = (db: Database): Route[] => [listOfOrder(db), invoice(db), pdf(db)];

/** What the marketplace charges is the seller's matter, and staff's. */
const mayRead = ({ kind }: StoredDocument, { role }: Found): boolean =>
  kind !== "commission_invoice" || role !== "buyer";

const listOfOrder = (db: Database): Route =>
  defineRoute({
    method: "GET",
    path: "/orders/:id/documents",
    operationId: "listOrderDocuments",
    summary: "The invoices and credit notes of an order, the oldest first",
    tag: TAG,
    policy: signedIn("orders:read"),
    params,
    responses: { 200: strict({ data: Type.Array(ref(DocumentJson)) }) },
    problems: ["NOT_FOUND"],
    async handle({ params, principal }) {
      const found = await findOrder(db, params.id, principal);
      if (!found) return problem("NOT_FOUND");
      const documents = await documentsOf(db, params.id);
      return reply(200, { data: documents.filter((document) => mayRead(document, found)).map(documentJson) });
    },
  });

const documentJson = ({ content, order: _order, ...document }: StoredDocument): Static<typeof DocumentJson> => ({
  ...{ ...document, issuedAt: instantJson(document.issuedAt), total: moneyJson(document.total), about: content.about },
});

const invoice = (db: Database): Route =>
  defineRoute({
    method: "GET",
    path: "/orders/:id/invoice",
    operationId: "getOrderInvoice",
    summary: "The invoice of an order as a PDF",
    description: "Goods are invoiced when they leave, anything else when it is paid out.",
    tag: TAG,
    policy: signedIn("orders:read"),
    ...{ params, query },
    responses: { 200: binary("application/pdf") },
    problems: ["NOT_FOUND"],
    async handle({ params, query, principal }) {
      const found = await findOrder(db, params.id, principal);
      const issued = found ? await documentsOf(db, params.id) : [];
      const document = issued.find(({ kind }) => kind === "invoice");
      return document ? await drawn(document, query.language) : problem("NOT_FOUND");
    },
  });

const pdf = (db: Database): Route =>
  defineRoute({
    method: "GET",
    path: "/documents/:id/pdf",
    operationId: "getDocumentPdf",
    summary: "A document as a PDF",
    tag: TAG,
    policy: signedIn("orders:read"),
    params: strict({ id: IdOf("document") }),
    query,
    responses: { 200: binary("application/pdf") },
    problems: ["NOT_FOUND"],
    async handle({ params, query, principal }) {
      const document = await readDocument(db, params.id);
      const found = document && (await findOrder(db, document.order, principal));
      return found && mayRead(document, found) ? await drawn(document, query.language) : problem("NOT_FOUND");
    },
  });

const drawn = async (document: StoredDocument, language: (typeof LANGUAGES)[number] = "en") =>
  reply(200, await documentPdf(document, language), {
    "content-disposition": `attachment; filename="${document.number}.pdf"`,
  });
