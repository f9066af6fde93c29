import type { UserId } from "@amana/core/ids";
import { ENTITLEMENT_STATES } from "@amana/core/library";
import type { Instant } from "@amana/core/time";
import { type Static, Type } from "typebox";
import type { User } from "#modules/identity";
import type { Queryable } from "#runtime/database";
import { IdOf, InstantJson, instantJson, nullable, oneOf, ref, strict, Text } from "#runtime/http";
import { stateOf } from "./download.ts";
import type { Download, Entitlement } from "./store.ts";

const StateJson = oneOf(ENTITLEMENT_STATES, { $id: "EntitlementState" });

export const EntitlementJson = strict(
  {
    id: IdOf("entitlement"),
    orderId: IdOf("order"),
    orderNumber: Type.String({ examples: ["ORD-2026-000001"] }),
    productId: IdOf("product"),
    version: Type.Integer({ description: "Of the listing, as it was bought." }),
    title: ref(Text),
    pictureUrl: nullable(Type.String()),
    seller: strict({ id: IdOf("user"), name: Type.String() }),
    licences: Type.Integer(),
    state: ref(StateJson),
    boughtAt: InstantJson,
    expiresAt: nullable(InstantJson),
    files: Type.Array(
      strict({
        ...{ id: IdOf("file"), name: Type.String(), mediaType: Type.String() },
        size: Type.Integer({ description: "Bytes." }),
        sha256: Type.String({ description: "Of the bytes, in hexadecimal." }),
        downloads: Type.Integer(),
        downloadsLeft: Type.Integer(),
      }),
    ),
  },
  { $id: "Entitlement", description: "Files that were bought, as they were at the sale." },
);

export const DownloadJson = strict(
  {
    name: Type.String(),
    sha256: Type.String(),
    number: Type.Integer({ description: "The how-manieth of this file." }),
    at: InstantJson,
  },
  { $id: "Download", description: "A file was downloaded by its buyer." },
);

export const downloadJson = ({ at, ...download }: Download): Static<typeof DownloadJson> => ({
  ...download,
  at: instantJson(at),
});

export async function entitlementJson(
  db: Queryable,
  entitlement: Entitlement,
  sellers: ReadonlyMap<UserId, User>,
  now: Instant,
): Promise<Static<typeof EntitlementJson>> {
  const { seller, madeAt, expiresAt, files, mostDownloads } = entitlement;
  return {
    ...{ id: entitlement.id, orderId: entitlement.order, orderNumber: entitlement.orderNumber },
    ...{ productId: entitlement.product, version: entitlement.version, title: entitlement.title },
    pictureUrl: entitlement.picture,
    seller: { id: seller, name: sellers.get(seller)?.name ?? "" },
    licences: entitlement.licences,
    state: await stateOf(db, entitlement, now),
    boughtAt: instantJson(madeAt),
    expiresAt: expiresAt && instantJson(expiresAt),
    files: files.map((file) => ({ ...file, downloadsLeft: mostDownloads - file.downloads })),
  };
}
