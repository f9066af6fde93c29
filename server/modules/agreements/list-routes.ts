import { AGREEMENT_STAGES, type AgreementStage } from "@amana/core/agreement";
import { Type } from "typebox";
import {
  defineRoute,
  IdOf,
  invalid,
  list,
  oneOf,
  PAGE,
  pageAsked,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import { summariesJson } from "./json.ts";
import { type AgreementParts, TAG } from "./parts.ts";
import { AgreementSummaryJson } from "./schemas.ts";
import { listAgreements } from "./store.ts";

const Cursor = Type.Tuple([IdOf("agreement")]);

export const listMine = ({ db }: AgreementParts): Route =>
  defineRoute({
    method: "GET",
    path: "/agreements",
    operationId: "listAgreements",
    summary: "My agreements, newest first",
    tag: TAG,
    policy: signedIn("orders:read"),
    query: strict({
      ...PAGE,
      role: Type.Optional(oneOf(["buyer", "seller", "any"])),
      status: Type.Optional(Type.String({ maxLength: 100, description: "One status, or several with commas." })),
    }),
    responses: { 200: list(ref(AgreementSummaryJson)) },
    problems: [],
    async handle({ query, principal, now }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const stages = stagesIn(query.status);
      if (stages === "unknown") return invalid("status", `must be of ${AGREEMENT_STAGES.join(", ")}`);
      const found = await listAgreements(db, {
        ...{ user: principal.id, role: query.role ?? "any", stages, now },
        ...{ limit: asked.rows, beyond: asked.after?.[0] ?? null },
      });
      const { page, nextCursor } = asked.cut(found, ({ agreement }) => [agreement.id]);
      return reply(200, { data: await summariesJson(db, page, principal.id), nextCursor });
    },
  });

function stagesIn(text: string | undefined): AgreementStage[] | null | "unknown" {
  if (text === undefined) return null;
  const stages = AGREEMENT_STAGES.filter((stage) => text.split(",").includes(stage));
  return stages.length === text.split(",").length ? stages : "unknown";
}
