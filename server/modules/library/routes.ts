import { type Static, Type } from "typebox";
import { NOT_CLEAN_PROBLEMS, problemOfScan, savedAnswer } from "#modules/files";
import { readUsers } from "#modules/identity";
import type { FileStore } from "#ports/file-store";
import type { Database } from "#runtime/database";
import {
  anyone,
  binary,
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  list,
  PAGE,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import type { Keyring } from "#runtime/secrets";
import { type DownloadRefusal, download, linkTo, objectionTo } from "./download.ts";
import { EntitlementJson, entitlementJson } from "./json.ts";
import { type Entitlement, type EntitlementId, listEntitlements, readEntitlement } from "./store.ts";

export type LibraryParts = {
  readonly db: Database;
  readonly store: FileStore;
  readonly dataKey: Keyring;
  readonly publicUrl: string;
};

const TAG = "library";
const params = strict({ id: IdOf("entitlement") });

/** What a buyer has bought of files, and downloading it. */
export const libraryRoutes = (parts: LibraryParts): Route[] => [mine(parts), one(parts), link(parts), content(parts)];

const Cursor = Type.Tuple([IdOf("entitlement")]);

const mine = ({ db }: LibraryParts): Route =>
  defineRoute({
    method: "GET",
    path: "/library",
    operationId: "listLibrary",
    summary: "Files that I have bought and paid for, the last first",
    tag: TAG,
    policy: signedIn("orders:read"),
    query: strict(PAGE),
    responses: { 200: list(ref(EntitlementJson)) },
    problems: [],
    async handle({ principal, query, now }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const beyond = asked.after?.[0] ?? null;
      const found = await listEntitlements(db, { buyer: principal.id, limit: asked.rows, beyond });
      const { page, nextCursor } = asked.cut(found, ({ id }) => [id]);
      return reply(200, { data: await shown(db, page, now), nextCursor });
    },
  });

const one = ({ db }: LibraryParts): Route =>
  defineRoute({
    method: "GET",
    path: "/library/:id",
    operationId: "getLibraryEntry",
    summary: "Files that I have bought: what they are, and whether they can be downloaded now",
    tag: TAG,
    policy: signedIn("orders:read"),
    params,
    responses: { 200: ref(EntitlementJson) },
    problems: ["NOT_FOUND"],
    async handle({ params: { id }, principal, now }) {
      const entitlement = await ownOf(db, id, principal.id);
      const [json] = entitlement ? await shown(db, [entitlement], now) : [];
      return json ? reply(200, json) : problem("NOT_FOUND");
    },
  });

const link = (parts: LibraryParts): Route =>
  defineRoute({
    method: "POST",
    path: "/library/:id/link",
    operationId: "linkPurchase",
    summary: "An address at which one of the files can be downloaded for ten minutes",
    description:
      "It is for a browser's own downloads. Each use is noted as a download of mine and counts; it opens no longer than the purchase does.",
    tag: TAG,
    policy: signedIn(),
    secret: true,
    params,
    body: strict({ fileId: IdOf("file") }),
    responses: { 200: strict({ url: Type.String(), expiresAt: InstantJson }) },
    problems: DOWNLOAD_PROBLEMS,
    async handle({ params: { id }, body: { fileId: file }, principal, now }) {
      const entitlement = await ownOf(parts.db, id, principal.id);
      if (!entitlement) return problem("NOT_FOUND");
      const refused = await objectionTo(parts.db, entitlement, file, now);
      if (refused) return problemOfDownload(refused);
      const { url, expiresAt } = linkTo(parts, { id, file }, now);
      return reply(200, { url, expiresAt: instantJson(expiresAt) });
    },
  });

const content = (parts: LibraryParts): Route =>
  defineRoute({
    method: "GET",
    path: "/library/:id/content",
    operationId: "downloadPurchase",
    summary: "The bytes of a file that was bought, by a link that still opens",
    tag: TAG,
    policy: anyone(),
    params,
    query: strict({
      file: IdOf("file"),
      expires: Type.Integer({ minimum: 0, maximum: 8_640_000_000_000_000 }),
      signature: Type.String({ minLength: 1, maxLength: 64 }),
    }),
    responses: { 200: binary("*/*") },
    problems: DOWNLOAD_PROBLEMS,
    async handle({ params: { id }, query, now }) {
      const taken = await download(parts, { id, ...query }, now);
      return taken.ok ? savedAnswer(taken.value.file, taken.value.bytes) : problemOfDownload(taken.error);
    },
  });

async function ownOf(db: Database, id: EntitlementId, person: string): Promise<Entitlement | null> {
  const entitlement = await readEntitlement(db, id);
  return entitlement?.buyer === person ? entitlement : null;
}

async function shown(db: Database, entitlements: readonly Entitlement[], now: Parameters<typeof objectionTo>[3]) {
  const sellers = await readUsers(
    db,
    entitlements.map(({ seller }) => seller),
  );
  const data: Static<typeof EntitlementJson>[] = [];
  for (const entitlement of entitlements) data.push(await entitlementJson(db, entitlement, sellers, now));
  return data;
}

const DOWNLOAD_PROBLEMS = [
  "NOT_FOUND",
  "LINK_REFUSED",
  "NOT_ENTITLED",
  "LIMIT_REACHED",
  ...NOT_CLEAN_PROBLEMS,
] as const;

function problemOfDownload(refusal: DownloadRefusal) {
  switch (refusal) {
    case "link_refused":
      return problem("LINK_REFUSED");
    case "no_such_file":
      return problem("NOT_FOUND");
    case "being_checked":
    case "infected":
      return problemOfScan(refusal);
    case "used_up":
      return problem("LIMIT_REACHED", "This file was downloaded as often as the purchase allows.");
    case "unpaid":
      return problem("NOT_ENTITLED", "It is not paid for.");
    case "suspended":
      return problem("NOT_ENTITLED", "The money for it is being asked back: while that is open, so is this.");
    case "withdrawn":
      return problem("NOT_ENTITLED", "The money for it went back to the buyer.");
    case "expired":
      return problem("NOT_ENTITLED", "The time in which it could be downloaded is over.");
    default:
      return refusal satisfies never;
  }
}
