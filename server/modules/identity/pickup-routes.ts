import { doneBy, record } from "#modules/audit";
import {
  defineRoute,
  line,
  nullable,
  Postcode,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import type { IdentityParts } from "./parts.ts";
import { readUser, setPickupAddress } from "./store.ts";

const AddressJson = strict(
  {
    line1: line({ maxLength: 100 }),
    line2: nullable(line({ maxLength: 100 })),
    city: line({ maxLength: 60 }),
    postcode: Postcode,
  },
  { $id: "PickupAddress" },
);
const PickupJson = strict({ address: nullable(ref(AddressJson)) });

/** Where couriers fetch what one sells: without it nothing that travels can be ordered. */
export const pickupRoutes = (parts: IdentityParts): Route[] => [read(parts), change(parts)];

const read = ({ db }: IdentityParts): Route =>
  defineRoute({
    method: "GET",
    path: "/seller/pickup-address",
    operationId: "getPickupAddress",
    summary: "Where couriers fetch what I sell",
    tag: "seller",
    policy: signedIn(),
    responses: { 200: PickupJson },
    problems: ["NOT_FOUND"],
    async handle({ principal }) {
      const user = await readUser(db, principal.id);
      return user ? reply(200, { address: user.pickupAddress }) : problem("NOT_FOUND");
    },
  });

const change = ({ db }: IdentityParts): Route =>
  defineRoute({
    method: "PUT",
    path: "/seller/pickup-address",
    operationId: "changePickupAddress",
    summary: "Say where couriers fetch what I sell",
    description: "Parcels that are booked already are fetched where they were booked for.",
    tag: "seller",
    policy: signedIn(),
    body: ref(AddressJson),
    responses: { 200: PickupJson },
    problems: [],
    async handle({ principal, body, now, origin }) {
      await db.transaction(async (tx) => {
        await setPickupAddress(tx, principal.id, body);
        await record(tx, now, {
          ...doneBy("user", { user: principal.id, origin }),
          ...{ action: "user.changed", subject: principal.id, reason: null, detail: { fields: ["pickupAddress"] } },
        });
      });
      return reply(200, { address: body });
    },
  });
