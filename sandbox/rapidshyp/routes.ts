import type { FastifyInstance } from "fastify";
import { type Call, type Handle, operation } from "../call.ts";
import type { Sandbox } from "../sandbox.ts";
import { shipmentPdf } from "./label-pdf.ts";
import { rapidshypManners } from "./manners.ts";
import { approveOrders, createOrder, getOrdersInfo } from "./orders.ts";
import { createPickupLocation, fetchPickupLocations } from "./pickup-locations.ts";
import { checkServiceability } from "./rates.ts";
import {
  assignAwb,
  cancelOrder,
  deallocateShipment,
  findShipment,
  generateLabel,
  schedulePickup,
} from "./shipments.ts";
import { shipmentDetails, trackOrder } from "./tracking.ts";
import { wrapper } from "./wrapper.ts";

type Operation = readonly [name: string, path: string, handle: (sandbox: Sandbox, call: Call) => ReturnType<Handle>];

/** Everything is a POST, reads too; `serviceabilty_check` is spelt as the company spells it. */
export const RAPIDSHYP_OPERATIONS: readonly Operation[] = [
  ["serviceability", "/serviceabilty_check", checkServiceability],
  ["createOrder", "/create_order", createOrder],
  ["wrapper", "/wrapper", wrapper],
  ["approveOrders", "/approve_orders", approveOrders],
  ["getOrdersInfo", "/get_orders_info", getOrdersInfo],
  ["assignAwb", "/assign_awb", assignAwb],
  ["schedulePickup", "/schedule_pickup", schedulePickup],
  ["generateLabel", "/generate_label", generateLabel],
  ["deallocate", "/de_allocate_shipment", deallocateShipment],
  ["cancelOrder", "/cancel_order", cancelOrder],
  ["shipmentDetails", "/shipment_details", shipmentDetails],
  ["trackOrder", "/track_order", trackOrder],
  ["createPickupLocation", "/create/pickup_location", createPickupLocation],
  ["fetchPickupLocations", "/fetch_pickup_location", fetchPickupLocations],
];

export function rapidshypRoutes(app: FastifyInstance, sandbox: Sandbox): void {
  const manners = rapidshypManners(sandbox);
  for (const [name, path, handle] of RAPIDSHYP_OPERATIONS) {
    const route = `/rapidshyp/rapidshyp/apis/v1${path}`;
    app.post(
      route,
      operation(sandbox, manners, name, (call) => handle(sandbox, call)),
    );
  }
  for (const kind of ["label", "manifest"] as const) {
    app.get<{ Params: { id: string } }>(`/rapidshyp/files/${kind}/:id.pdf`, (request, reply) => {
      const found = findShipment(sandbox, request.params.id);
      if (!found?.shipment.awb) return reply.code(404).type("text/plain").send("no such file");
      return reply.type("application/pdf").send(shipmentPdf(kind, found.order, found.shipment));
    });
  }
}
