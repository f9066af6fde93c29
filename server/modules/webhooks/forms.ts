import { type TSchema, Type } from "typebox";
import { IdOf, MoneyJson, oneOf, strict } from "#runtime/http";

/** What one type of event is: to whom it is told, and what it says. */
export type EventForm = {
  readonly description: string;
  readonly to: readonly ("buyer" | "seller" | "owner")[];
  readonly data: TSchema;
  readonly example: Readonly<Record<string, unknown>>;
};

/** An amount in an event. */
export const money = (description?: string) =>
  strict({ ...MoneyJson.properties }, description === undefined ? {} : { description });

/** Which order it concerns, and as what. */
export const ORDER = {
  orderId: IdOf("order"),
  orderNumber: Type.String({ description: "The number that people read out." }),
  role: oneOf(["buyer", "seller"]),
};
export const ORDER_EXAMPLE = {
  orderId: "ord_0199aa00c0de7000a000000000000042",
  orderNumber: "ORD-2026-000042",
};
