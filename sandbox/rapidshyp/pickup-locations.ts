import type { Answer, Call } from "../call.ts";
import { asObject, asText, type JsonObject } from "../json.ts";
import type { Sandbox } from "../sandbox.ts";
import { failed } from "./manners.ts";

/** POST /create/pickup_location */
export function createPickupLocation(sandbox: Sandbox, call: Call): Answer {
  const body = asObject(call.body);
  const objection = objectionTo(body);
  if (objection) return failed(objection);
  const name = asText(body.address_name) ?? "";
  const { pickupLocations } = sandbox.store.state;
  if (pickupLocations.has(name)) return failed("Pickup address name already exists");
  pickupLocations.set(name, {
    pickupName: name,
    name: asText(body.contact_name) ?? "",
    phone: asText(body.contact_number) ?? "",
    email: asText(body.email) ?? null,
    line1: asText(body.address_line) ?? "",
    line2: asText(body.address_line2) ?? null,
    pincode: asText(body.pincode) ?? "",
    createdAt: sandbox.clock.now(),
  });
  return {
    status: 200,
    body: { status: "success", remark: "Created", pickup_location_name: name, rto_location_name: name },
  };
}

/** POST /fetch_pickup_location */
export function fetchPickupLocations(sandbox: Sandbox): Answer {
  const locations = [...sandbox.store.state.pickupLocations.values()].map((location) => ({
    pickup_location_name: location.pickupName,
    contact_name: location.name,
    contact_number: location.phone,
    email: location.email,
    address_line: location.line1,
    address_line2: location.line2,
    pincode: location.pincode,
  }));
  return { status: 200, body: { status: true, remark: "Success", pickup_locations: locations } };
}

function objectionTo(body: JsonObject): string | undefined {
  const rules: [string, RegExp][] = [
    ["address_name", /^.{3,75}$/],
    ["contact_name", /^[\p{L}\p{M} .()]{1,75}$/u],
    ["contact_number", /^[6-9]\d{9}$/],
    ["address_line", /^.{3,100}$/],
    ["pincode", /^[1-9]\d{5}$/],
  ];
  const wrong = rules.find(([field, pattern]) => !pattern.test(asText(body[field]) ?? ""));
  if (wrong) return `Invalid ${wrong[0]}`;
  return typeof body.use_alt_rto_address === "boolean" ? undefined : "use_alt_rto_address is mandatory";
}
