import type { PickupAddress } from "../api/selling.ts";
import { type Args, readOptional } from "../api/server.ts";

type Answer = { address: PickupAddress | null };

export async function pickupAddressOf(args: Args): Promise<PickupAddress | null> {
  const answer = await readOptional<Answer>(args, "/seller/pickup-address");
  return answer?.address ?? null;
}

/** In one line, for forms that only have to name it. */
export async function pickupOf(args: Args): Promise<string | null> {
  const address = await pickupAddressOf(args);
  return address && [address.line1, address.city, address.postcode].join(", ");
}
