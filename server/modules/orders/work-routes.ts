import type { Static } from "typebox";
import { Type } from "typebox";
import { fileJson, readFiles } from "#modules/files";
import {
  defineRoute,
  expectedVersion,
  IdOf,
  instantJson,
  paragraph,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import { COMMAND_PROBLEMS, notAVersion, problemOf } from "./command-problems.ts";
import { type Delivery, deliveriesOf } from "./delivery-store.ts";
import { findOrder } from "./find.ts";
import { handOver, requestRevision, type Said } from "./hand-over.ts";
import { orderJson } from "./json.ts";
import type { OrderParts } from "./routes.ts";
import { DeliveryJson, OrderJson } from "./schemas.ts";
import type { Order } from "./store.ts";
import { viewOrder } from "./view.ts";

const params = strict({ id: IdOf("order") });
const Message = paragraph({ maxLength: 5_000 });
const Link = Type.String({
  ...{ maxLength: 500, pattern: "^https://[!-~]+$" },
  examples: ["https://files.example.test/drafts/2"],
});

/** Work that was ordered: it is handed over, and changed as often as was agreed. */
export const workRoutes = (parts: OrderParts): Route[] => [deliver(parts), changes(parts), deliveries(parts)];

const deliver = (parts: OrderParts): Route =>
  defineRoute({
    method: "POST",
    path: "/orders/:id/deliver",
    operationId: "deliverWork",
    summary: "The seller hands over what was ordered as work",
    tag: "orders",
    policy: signedIn("orders:write"),
    params,
    body: strict({
      message: Message,
      links: Type.Optional(Type.Array(Link, { maxItems: 10 })),
      files: Type.Optional(
        Type.Array(IdOf("file"), {
          ...{ maxItems: 20, uniqueItems: true },
          description: "Files of mine with the purpose `delivery`.",
        }),
      ),
    }),
    responses: { 200: ref(OrderJson) },
    problems: COMMAND_PROBLEMS,
    handle: ({ body: { message, links = [], files = [] }, ...asked }) =>
      say(parts, asked, message, (order, said) => handOver(parts.db, order, { ...said, links, files }, asked.now)),
  });

const changes = (parts: OrderParts): Route =>
  defineRoute({
    method: "POST",
    path: "/orders/:id/request-revision",
    operationId: "requestRevision",
    summary: "The buyer asks for changes, as often as was agreed",
    description: "Takes one of the revisions; the seller then has the agreed days again.",
    tag: "orders",
    policy: signedIn("orders:write"),
    params,
    body: strict({ message: Message }),
    responses: { 200: ref(OrderJson) },
    problems: COMMAND_PROBLEMS,
    handle: ({ body: { message }, ...asked }) =>
      say(parts, asked, message, (order, said) => requestRevision(parts.db, order, said, asked.now)),
  });

type Asked = Pick<Parameters<Route["handle"]>[0], "headers" | "commandKey" | "now"> & {
  readonly params: Static<typeof params>;
  readonly principal: Parameters<typeof findOrder>[2];
};

async function say(
  { db, holder, wake }: OrderParts,
  { params: { id }, principal, headers, commandKey: key, now }: Asked,
  message: string,
  give: (order: Order, said: Said) => ReturnType<typeof requestRevision>,
) {
  const found = await findOrder(db, id, principal);
  if (!found) return problem("NOT_FOUND");
  const expected = expectedVersion(headers["if-match"]);
  if (!expected.ok) return notAVersion;
  const { order, role } = found;
  if (role === "staff") return problem("FORBIDDEN");
  const said = { by: role, user: principal.id, key, expected: expected.value, message };
  const moved = await give(order, said);
  if (!moved.ok)
    return moved.error === "no_such_file"
      ? problem("NOT_FOUND", "There is no such file of yours for a delivery.")
      : problemOf(moved.error);
  wake();
  return reply(200, orderJson(await viewOrder(db, order, role), holder, now));
}

const deliveries = ({ db }: OrderParts): Route =>
  defineRoute({
    method: "GET",
    path: "/orders/:id/deliveries",
    operationId: "listDeliveries",
    summary: "What was handed over, and what was wanted changed, oldest first",
    tag: "orders",
    policy: signedIn("orders:read"),
    params,
    responses: { 200: strict({ data: Type.Array(ref(DeliveryJson)) }) },
    problems: ["NOT_FOUND"],
    async handle({ params, principal }) {
      const found = await findOrder(db, params.id, principal);
      if (!found) return problem("NOT_FOUND");
      const made = await deliveriesOf(db, found.order.id);
      const known = await readFiles(
        db,
        made.flatMap(({ files }) => files),
      );
      return reply(200, { data: made.map((delivery) => deliveryJson(delivery, known)) });
    },
  });

const deliveryJson = (
  { number, message, links, files, deliveredAt, changes }: Delivery,
  known: Awaited<ReturnType<typeof readFiles>>,
): Static<typeof DeliveryJson> => ({
  ...{ number, message, links: [...links], deliveredAt: instantJson(deliveredAt) },
  files: files.flatMap((id) => {
    const file = known.get(id);
    return file ? [fileJson(file)] : [];
  }),
  changes: changes && { message: changes.message, at: instantJson(changes.at) },
});
