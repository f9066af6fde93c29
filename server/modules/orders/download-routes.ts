import { Type } from "typebox";
import { DownloadJson, downloadJson, downloadsOfOrder } from "#modules/library";
import { defineRoute, IdOf, problem, type Route, ref, reply, signedIn, strict } from "#runtime/http";
import { findOrder } from "./find.ts";
import type { OrderParts } from "./routes.ts";

/** What the buyer of files has had of them: for both parties and for staff, where they are at odds. */
export const downloadRoutes = ({ db }: Pick<OrderParts, "db">): Route[] => [
  defineRoute({
    method: "GET",
    path: "/orders/:id/downloads",
    operationId: "listDownloads",
    summary: "When the buyer has downloaded which file, the earliest first",
    tag: "orders",
    policy: signedIn("orders:read"),
    params: strict({ id: IdOf("order") }),
    responses: { 200: strict({ data: Type.Array(ref(DownloadJson)) }) },
    problems: ["NOT_FOUND"],
    async handle({ params, principal }) {
      const found = await findOrder(db, params.id, principal);
      if (!found) return problem("NOT_FOUND");
      return reply(200, { data: (await downloadsOfOrder(db, found.order.id)).map(downloadJson) });
    },
  }),
];
